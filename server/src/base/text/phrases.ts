/**
 * How a language file writes words and phrases, and the regular expressions that are built from them.
 *
 * A phrase is words with one space between them. `(a|b c)` is a choice; `?` makes the word or choice before it optional,
 * and behind a full stop only the stop; `*` stands for letters (`*ly` is any adverb); `'` matches the typographic apostrophe as well; `{name}` is a slot that
 * the caller fills with a pattern of its own.
 */

/** A list of single words, separated by white space. */
export function words({ raw: [text = ''] }: TemplateStringsArray): readonly string[] {
  return text.trim().split(/\s+/);
}

/** A list of phrases, one per line. */
export function phrases({ raw: [text = ''] }: TemplateStringsArray): readonly string[] {
  return text.trim().split(/\s*\n\s*/);
}

export interface PatternOptions {
  /** The pattern for the space between two words; by default any white space, so that a phrase may wrap. */
  readonly space?: string;
  /** The pattern for each slot, by its name. */
  readonly slots?: Readonly<Record<string, string>>;
}

/**
 * The source of a group that matches any phrase of the list, longer phrases first. It adds no word boundaries: the
 * caller decides what may stand on either side.
 */
export function oneOf(list: readonly string[], options: PatternOptions = {}): string {
  const longestFirst = [...list].sort((a, b) => b.length - a.length);
  return `(?:${longestFirst.map((phrase) => choicePattern(parsePhrase(phrase), options)).join('|')})`;
}

/** An expression that finds any phrase of the list between word boundaries. */
export function wholeWords(list: readonly string[], flags: string, options?: PatternOptions): RegExp {
  return new RegExp(`\\b${oneOf(list, options)}\\b`, flags);
}

/** The phrases with the first letter of each word in either case; for phrases without choices. */
export function inEitherCase(list: readonly string[]): readonly string[] {
  return list.map((phrase) =>
    phrase.replace(/(?<=^| )\p{Ll}(\S*)/gu, (word) => `(${word}|${word[0]!.toUpperCase()}${word.slice(1)})`),
  );
}

/** Every way to write the phrases, for a reader of words: `see (also|generally)?` is `see`, `see also`, `see generally`. A stop that may be absent is. */
export function spellings(list: readonly string[]): readonly string[] {
  return list.flatMap((phrase) => choiceSpellings(parsePhrase(phrase)));
}

/** Alternatives, each a sequence of parts. */
type Choice = readonly (readonly Part[])[];

interface Part {
  readonly is: Choice | string;
  readonly isOptional: boolean;
}

function parsePhrase(phrase: string): Choice {
  let at = 0;
  const choice = (): Choice => {
    const branches = [sequence()];
    while (phrase[at] === '|') {
      at++;
      branches.push(sequence());
    }
    return branches;
  };
  const sequence = (): readonly Part[] => {
    const parts: Part[] = [];
    while (at < phrase.length && phrase[at] !== '|' && phrase[at] !== ')') {
      if (phrase[at] === ' ') at++;
      const is = phrase[at] === '(' ? group() : word();
      const isOptional = phrase[at] === '?';
      if (isOptional) at++;
      parts.push({ is, isOptional });
    }
    return parts;
  };
  const group = (): Choice => {
    at++;
    const inside = choice();
    at++;
    return inside;
  };
  // The stop that may be absent belongs to its word: `cf.?`.
  const word = (): string => {
    const [whole = ''] = /^[^ ()|?]+?\.\?|^[^ ()|?]+/.exec(phrase.slice(at)) ?? [];
    at += whole.length;
    return whole;
  };
  return choice();
}

function choiceSpellings(choice: Choice): readonly string[] {
  return choice.flatMap((parts) =>
    parts.reduce<readonly string[]>(
      (starts, { is, isOptional }) => {
        const ends = typeof is === 'string' ? [is.replace(/\.\?$/, '')] : choiceSpellings(is);
        const longer = starts.flatMap((start) => ends.map((end) => (start ? `${start} ${end}` : end)));
        return isOptional ? starts.concat(longer) : longer;
      },
      [''],
    ),
  );
}

function choicePattern(choice: Choice, options: PatternOptions): string {
  const branches = choice.map((parts) => partsPattern(parts, options));
  return branches.length === 1 ? branches[0]! : `(?:${branches.join('|')})`;
}

/** An optional word takes the space that links it to the rest along. */
function partsPattern(parts: readonly Part[], options: PatternOptions): string {
  const { space = '\\s+' } = options;
  const lastRequired = parts.findLastIndex(({ isOptional }) => !isOptional);
  return parts
    .map(({ is, isOptional }, index) => {
      const source = typeof is === 'string' ? wordPattern(is, options) : choicePattern(is, options);
      if (index === lastRequired) return source;
      if (index > lastRequired) return `(?:${space}${source})?`;
      return isOptional ? `(?:${source}${space})?` : source + space;
    })
    .join('');
}

function wordPattern(word: string, { slots = {} }: PatternOptions): string {
  return word.replace(/\{(\w+)\}|\.\?$|[.*']/g, (mark, slot?: string) => {
    if (slot !== undefined) return `(?:${slots[slot]})`;
    if (mark === '*') return '\\w+';
    if (mark === '.?') return '\\.?';
    return mark === "'" ? "[’']" : '\\.';
  });
}
