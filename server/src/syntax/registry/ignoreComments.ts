import type { Edit, Located } from '../../base/text/span.ts';
import type { RegistryIgnoreComment } from '../ast.ts';

const IGNORE_KEYWORD = 'brief-ignore';
const yamlComment = /^[ \t]*#[ \t]*brief-ignore(-file)?(?:(?=[ \t])|:)(.*)$/gm;

/** The comments in a registry that suppress rules. */
export function readRegistryIgnoreComments(yaml: string): RegistryIgnoreComment[] {
  const ignores: RegistryIgnoreComment[] = [];
  // Only the lines with the keyword are matched: most of a long registry has none.
  for (let at = yaml.indexOf(IGNORE_KEYWORD); at >= 0; ) {
    const lineStart = yaml.lastIndexOf('\n', at) + 1;
    const newline = yaml.indexOf('\n', at);
    const lineEnd = newline < 0 ? yaml.length : newline;
    for (const match of yaml.slice(lineStart, lineEnd).matchAll(yamlComment)) {
      const start = lineStart + match.index;
      const end = start + match[0].length;
      const codes = readRuleCodes(splitReason(match[2]!)[0], end - match[2]!.length);
      ignores.push({ scope: match[1] ? 'file' : 'next', codes, start, end });
    }
    at = yaml.indexOf(IGNORE_KEYWORD, lineEnd);
  }
  return ignores;
}

/** Whether the lines that an edit touched may contain such a comment; `text` is the text after the edit. */
export function mayContainIgnoreComment(text: string, { start, newLength }: Edit): boolean {
  const from = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
  const end = text.indexOf('\n', start + newLength);
  return text.slice(from, end < 0 ? text.length : end).includes(IGNORE_KEYWORD);
}

/** What stands behind `brief-ignore`: the codes, and the reason behind a colon. */
export function splitReason(text: string): readonly [codes: string, reason: string] {
  const colon = text.indexOf(':');
  return colon < 0
    ? [text, '']
    : [
        text.slice(0, colon),
        text
          .slice(colon + 1)
          .replace(/\s+/g, ' ')
          .trim(),
      ];
}

/** The rule codes in the text after `brief-ignore`, which begins at `from`. */
export function readRuleCodes(text: string, from: number): Located<string>[] {
  return Array.from(text.matchAll(/[\w-]+/g), (code) => {
    const start = from + code.index;
    return { value: code[0], span: { start, end: start + code[0].length } };
  });
}
