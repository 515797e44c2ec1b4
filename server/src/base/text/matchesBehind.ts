/**
 * Whether a sticky pattern matches behind one of the places of a mark in a text. Most texts have few marks, and looking for a mark
 * costs far less than looking for a pattern.
 */
export function matchesBehind(text: string, mark: string, pattern: RegExp): boolean {
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    pattern.lastIndex = at + mark.length;
    if (pattern.test(text)) return true;
  }
  return false;
}
