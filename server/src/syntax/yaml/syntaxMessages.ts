import * as l10n from '@vscode/l10n';
import type { Span } from '../../base/text/span.ts';

/** Explains the errors of the `yaml` package to someone who edits a list of sources. */

/** An error of the `yaml` package, with offsets from the start of the text. */
export interface YamlSyntaxError {
  readonly code: string;
  readonly message: string;
  readonly span: Span;
}

/** Of a line in another column than the fields around it. */
export const MISALIGNED_COLUMNS = l10n.t(
  'YAML cannot tell what this line belongs to. Start all fields of an entry in one column, and write each as “name: value”.',
);

export const NO_FIELD_NAME = l10n.t('This line has no field name. Write “name: value”, with a space after the colon.');
export const TAB_INDENTS = l10n.t('A tab indents this line, but YAML needs spaces. Replace the tab with spaces.');

/** The message for an error, and where to show it. */
export interface Explanation {
  /** What is wrong, its consequence, and what to do. */
  readonly message: string;
  readonly span: Span;
  /** Whether it also affects how the following lines are read. */
  readonly affectsFollowingLines: boolean;
}

/** Explains an error by the line it is on; `text` is the whole text. */
export function explainSyntaxError(text: string, error: YamlSyntaxError): Explanation {
  const { code, message, span } = error;
  const line = lineAround(text, span.start);
  const lineText = text.slice(line.start, line.end);
  const localError = (message: string): Explanation => ({ message, span, affectsFollowingLines: false });
  const spreadingError = (message: string, place: Span): Explanation => ({
    message,
    span: place,
    affectsFollowingLines: true,
  });
  const start = line.start === 0 ? 0 : text.lastIndexOf('\n', line.start - 1) + 1;
  const tab = text.slice(start, line.start).indexOf('\t');
  if (tab >= 0)
    return spreadingError(TAB_INDENTS, {
      start: start + tab,
      end: line.end,
    });
  switch (code) {
    case 'BAD_SCALAR_START':
      return localError(
        l10n.t(
          'A value may not start with {0} in YAML. Put the whole value in quotation marks.',
          text[span.start] ?? '',
        ),
      );
    case 'BAD_DQ_ESCAPE':
      return localError(
        l10n.t(
          'Between "double" quotation marks a \\ changes the meaning of what follows. Write \\\\, or use \'single\' ones.',
        ),
      );
    case 'BAD_COLLECTION_TYPE':
    case 'TAG_RESOLVE_FAILED':
      return localError(
        l10n.t('A value that starts with ! asks YAML for a special kind of value. Put it in quotation marks.'),
      );
    case 'UNEXPECTED_TOKEN':
      return localError(l10n.t('The value ends before this. Put all of it in quotation marks.'));
    case 'MULTILINE_IMPLICIT_KEY':
      if (!/:(\s|$)/.test(lineText)) return spreadingError(NO_FIELD_NAME, line);
      // The error starts on the line before the misaligned one.
      return spreadingError(MISALIGNED_COLUMNS, lineAround(text, span.end - 1));
    case 'BLOCK_AS_IMPLICIT_KEY':
      if (/:\s.*:\s/.test(lineText))
        return localError(l10n.t('The value contains a colon and a space. Put the whole value in quotation marks.'));
      return spreadingError(MISALIGNED_COLUMNS, line);
  }
  const unclosed = /closing (["'])|end with an? ([\]}])/.exec(message);
  if (unclosed?.[1]) {
    return spreadingError(
      l10n.t('This quotation mark is not closed. Close it.'),
      spanFromLast(text, unclosed[1], span),
    );
  }
  if (unclosed?.[2]) {
    const open = unclosed[2] === ']' ? '[' : '{';
    return spreadingError(
      l10n.t('This “{0}” is not closed. Add “{1}”, or put the value in quotation marks.', open, unclosed[2]),
      spanFromLast(text, open, span),
    );
  }
  if (code === 'BAD_INDENT' || code === 'MISSING_CHAR') return spreadingError(MISALIGNED_COLUMNS, line);
  return spreadingError(l10n.t('YAML cannot read this: {0}.', message.slice(0, 200)), span);
}

/**
 * From the last `mark` before the error to the end of its line; the library reports the error where it ran out of text.
 */
function spanFromLast(text: string, mark: string, span: Span): Span {
  const at = text.lastIndexOf(mark, Math.max(0, span.start - 1));
  return at < 0 ? span : { start: at, end: lineAround(text, at).end };
}

/**
 * The part of `span` on its first line, inside the text, and not empty unless the text is: a squiggle over many lines
 * hides the cause.
 */
export function clipToLine(text: string, span: Span): Span {
  const start = Math.min(Math.max(0, span.start), Math.max(0, text.length - 1));
  const stretch = text.slice(start, Math.min(Math.max(span.end, start + 1), text.length));
  const lineEnd = stretch.search(/[\r\n]/);
  const end = start + (lineEnd < 0 ? stretch.length : lineEnd);
  if (end > start) return { start, end };
  const line = lineAround(text, start);
  return line.end > line.start ? line : { start, end: Math.min(text.length, start + 1) };
}

/** The line that contains an offset, without indentation and line break. */
export function lineAround(text: string, offset: number): Span {
  let start = text.lastIndexOf('\n', offset - 1) + 1;
  if (offset === 0) start = 0;
  const newline = text.indexOf('\n', offset);
  let end = newline < 0 ? text.length : newline;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return { start, end };
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 13 || code === 0xfeff;
}
