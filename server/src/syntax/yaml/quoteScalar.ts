/** A text as a quoted YAML scalar on one line: in double quotation marks, or in single ones where those need fewer escapes. */
export function quoteScalar(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}
