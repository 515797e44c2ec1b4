/** The surface of a tag or link, or a bracket of keys, is at most this long: it bounds how far each `[` looks ahead. */
const MAX_BRACKET_LENGTH = 2_000;

const [OPEN_BRACKET, CLOSE_BRACKET] = [0x5b, 0x5d];
const bracketOrEscape = /[[\]\\]/g;

/**
 * The offset of the `]` that belongs to the `[` at `at`; undefined when another `[` comes first, or none within reach.
 * `\` escapes the next character.
 */
export function closingBracket(text: string, at: number): number | undefined {
  bracketOrEscape.lastIndex = at + 1;
  while (bracketOrEscape.test(text)) {
    const found = bracketOrEscape.lastIndex - 1;
    const mark = text.charCodeAt(found);
    if (mark === OPEN_BRACKET || found - at > MAX_BRACKET_LENGTH) return undefined;
    if (mark === CLOSE_BRACKET) return found;
    bracketOrEscape.lastIndex = found + 2;
  }
  return undefined;
}
