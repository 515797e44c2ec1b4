import type { Span } from '../base/text/span.ts';

/** A piece of a citation group: a run of letters, a run of digits, one other character, or something opaque. */
export interface Token extends Span {
  readonly kind: 'word' | 'number' | 'mark' | 'atom';
  readonly text: string;
  /** The text in lower case. */
  readonly lower: string;
  /** Whether white space precedes it; no-break spaces and line ends count. */
  readonly hasSpaceBefore: boolean;
}

/** An apostrophe alone is a quotation mark. */
const word = /[’']?[\p{L}\p{M}][\p{L}\p{M}’']*/uy;
const number = /\d+/y;
const space = /\s+/y;
/** The tags that Word and web pages emphasize and link with. */
export const EMPHASIS_TAG = String.raw`<\/?(?:i|b|em|strong|u|a|span|font|small|mark)(?:\s[^<>]{0,200})?>`;
/** What raises the letters of `3rd`, in HTML and for Pandoc: before them and behind them. */
const RAISING = String.raw`(?:<sup>|\^)(?=(?:st|nd|rd|th)(?:<\/sup>|\^))`;
const emphasisTag = new RegExp(`${EMPHASIS_TAG}|${RAISING}`, 'y');
const raisedEnd = /(?<=\d(?:<sup>|\^)(?:st|nd|rd|th))(?:<\/sup>|\^)/y;

/**
 * Splits `text` inside `span` into tokens, in one pass. Emphasis (`*`, `_`, `<i>`) is left out, since it does not change
 * the meaning. `atoms` are the tags, links and code spans inside, in order; each becomes one token.
 */
export function tokenize(text: string, span: Span, atoms: readonly Span[]): Token[] {
  const tokens: Token[] = [];
  let atomIndex = 0;
  let hasSpaceBefore = false;
  for (let at = span.start; at < span.end; ) {
    while (atomIndex < atoms.length && atoms[atomIndex]!.end <= at) atomIndex++;
    const atom = atoms[atomIndex];
    let kind: Token['kind'] = 'mark';
    let end = at + 1;
    if (atom?.start === at) {
      kind = 'atom';
      end = atom.end;
    } else {
      const limit = Math.min(span.end, atom?.start ?? span.end);
      const matchEnd = (pattern: RegExp) => {
        pattern.lastIndex = at;
        return pattern.test(text) ? Math.min(pattern.lastIndex, limit) : at;
      };
      const char = text[at]!;
      if (char === '*' || char === '_') {
        at = end;
        continue;
      }
      const afterRaised = char === '<' || char === '^' ? matchEnd(raisedEnd) : at;
      const raised = tokens.at(-1);
      if (afterRaised > at && raised) {
        // Whoever replaces the date replaces it with its tags.
        tokens[tokens.length - 1] = { ...raised, end: afterRaised };
        at = afterRaised;
        continue;
      }
      const afterTag = char === '<' || char === '^' ? matchEnd(emphasisTag) : at;
      if (afterTag > at) {
        at = afterTag;
        continue;
      }
      const afterSpace = matchEnd(space);
      if (afterSpace > at) {
        at = afterSpace;
        hasSpaceBefore = true;
        continue;
      }
      const afterNumber = matchEnd(number);
      const afterWord = afterNumber > at ? at : matchEnd(word);
      if (afterNumber > at) {
        kind = 'number';
        end = afterNumber;
      } else if (afterWord > at) {
        kind = 'word';
        end = afterWord;
      }
    }
    const lexeme = text.slice(at, end);
    tokens.push({
      kind,
      start: at,
      end,
      text: lexeme,
      lower: kind === 'word' ? lexeme.toLowerCase() : lexeme,
      hasSpaceBefore,
    });
    hasSpaceBefore = false;
    at = end;
  }
  return tokens;
}

/** Whether the token is the mark `char`. */
export function isMark(token: Token | undefined, char: string): boolean {
  return token?.kind === 'mark' && token.text === char;
}

/** Whether the token is the word `text`, ignoring case; `text` is in lower case. */
export function isWord(token: Token | undefined, text: string): boolean {
  return token?.kind === 'word' && token.lower === text;
}

/** Whether the token is a hyphen or a dash. */
export function isDash(token: Token | undefined): boolean {
  return token?.kind === 'mark' && '-–—'.includes(token.text);
}
