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
  return `(?:${longestFirst.map((phrase) => phrasePattern(phrase, options)).join('|')})`;
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

function phrasePattern(phrase: string, { space = '\\s+', slots = {} }: PatternOptions): string {
  let at = 0;
  const choice = (): string => {
    const branches = [sequence()];
    while (phrase[at] === '|') {
      at++;
      branches.push(sequence());
    }
    return branches.length === 1 ? branches[0]! : `(?:${branches.join('|')})`;
  };
  const sequence = (): string => {
    const items: { source: string; isOptional: boolean }[] = [];
    while (at < phrase.length && phrase[at] !== '|' && phrase[at] !== ')') {
      if (phrase[at] === ' ') at++;
      const source = item();
      const isOptional = phrase[at] === '?';
      if (isOptional) at++;
      items.push({ source, isOptional });
    }
    // An optional word takes the space that links it to the rest along.
    const lastRequired = items.findLastIndex(({ isOptional }) => !isOptional);
    return items
      .map(({ source, isOptional }, index) => {
        if (index === lastRequired) return source;
        if (index > lastRequired) return `(?:${space}${source})?`;
        return isOptional ? `(?:${source}${space})?` : source + space;
      })
      .join('');
  };
  const item = (): string => {
    if (phrase[at] !== '(') {
      const [whole = '', word = whole, optionalStop] = /^([^ ()|?]+?)(\.\?)|^[^ ()|?]+/.exec(phrase.slice(at)) ?? [];
      at += whole.length;
      return wordPattern(word, slots) + (optionalStop ? '\\.?' : '');
    }
    at++;
    const source = choice();
    at++;
    return source;
  };
  return choice();
}

function wordPattern(word: string, slots: Readonly<Record<string, string>>): string {
  return word.replace(/\{(\w+)\}|[.*']/g, (mark, slot?: string) => {
    if (slot !== undefined) return `(?:${slots[slot]})`;
    if (mark === '*') return '\\w+';
    return mark === "'" ? "[’']" : '\\.';
  });
}
