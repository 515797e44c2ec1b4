/** References to footnotes in the text of a Word document, before it is written. */

/** Code points that Unicode reserves for internal use: they stand around the number of a footnote. */
const [OPEN, CLOSE] = ['\uFDD0', '\uFDD1'];

/** Its group is the number of the footnote. */
export const FOOTNOTE_MARK = /\uFDD0(\d+)\uFDD1/;

/** The reference to a footnote in the text for `writeInlines`. */
export function footnoteMark(number: string): string {
  return `${OPEN}${number}${CLOSE}`;
}
