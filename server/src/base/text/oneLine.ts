const spaceOrControl = /[\s\p{Cc}]+/gu;

/**
 * The text on one line, at most `maxLength` UTF-16 code units and `…` if something was cut off. White space and control
 * characters become single spaces.
 */
export function oneLine(text: string, maxLength: number): string {
  const line = text
    .slice(0, 4 * maxLength)
    .replace(spaceOrControl, ' ')
    .trim();
  return line.length > maxLength ? `${line.slice(0, maxLength)}…` : line;
}
