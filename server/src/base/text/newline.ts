/** The line break that a text uses: its first one, or `\n` if it has none. */
export function newlineOf(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n';
}
