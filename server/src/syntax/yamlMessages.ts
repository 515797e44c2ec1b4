import type { Span } from './span.ts';

/**
 * What the `yaml` package has to say about a mistake, in the words of someone who edits a list of sources.
 */

/** A mistake as the `yaml` package reports it, its span counted from the start of the text. */
export interface SyntaxMistake {
  readonly code: string;
  readonly message: string;
  readonly span: Span;
}

const columns =
  'YAML cannot tell what this line belongs to, so part of this entry is not read. Start all fields of an entry in the same ' +
  'column and write each as "name: value".';

/** What is wrong, what follows from it, and what to do; with the place to show it at. */
export function explainSyntax(text: string, mistake: SyntaxMistake): { message: string; span: Span } {
  const { code, message, span } = mistake;
  const line = lineAround(text, span.start);
  const say = (words: string, place: Span = span) => ({ message: words, span: place });
  switch (code) {
    case 'TAB_AS_INDENT':
      return say(
        'A tab indents this line, and YAML knows only spaces, so part of this entry is not read. Replace the tab.',
      );
    case 'BLOCK_AS_IMPLICIT_KEY':
      if (/:\s.*:\s/.test(text.slice(line.start, line.end)))
        return say(
          'A second ": " on this line makes a field out of the value. Put the whole value in quotation marks.',
        );
      return say(columns, line);
    case 'MULTILINE_IMPLICIT_KEY':
      if (!/:(\s|$)/.test(text.slice(line.start, line.end)))
        return say(
          'This line has no field name, so it cannot be read. Write "name: value", with a space after the colon.',
          line,
        );
      return say(columns, line);
    case 'BAD_SCALAR_START':
      return say(
        `A value may not start with ${text.slice(span.start, span.start + 1)} in YAML. Put the whole value in quotation marks.`,
      );
    case 'BAD_DQ_ESCAPE':
      return say(
        'Between "double" quotation marks a \\ changes the meaning of what follows. Write \\\\, or use \'single\' ones.',
      );
    case 'BAD_COLLECTION_TYPE':
    case 'TAG_RESOLVE_FAILED':
      return say(
        'A value that starts with ! asks YAML for a special kind of value. Put the whole value in quotation marks.',
      );
    case 'UNEXPECTED_TOKEN':
      return say(
        'The value ended before this, so the rest of the line is not read. Put the whole value in quotation marks.',
      );
  }
  const missing = /closing (["'])|end with an? ([\]}])/.exec(message);
  if (missing?.[1]) {
    // The library complains at the far end; the mark itself is the last one before it.
    const at = text.lastIndexOf(missing[1], Math.max(0, span.start - 1));
    const place = at < 0 ? span : { start: at, end: lineAround(text, at).end };
    return say(
      'This quotation mark is never closed, so all that follows in this entry is taken for one value. Close it.',
      place,
    );
  }
  if (missing?.[2]) {
    const open = missing[2] === ']' ? '[' : '{';
    const at = text.lastIndexOf(open, Math.max(0, span.start - 1));
    const place = at < 0 ? span : { start: at, end: lineAround(text, at).end };
    return say(
      `This "${open}" is never closed, so what follows cannot be read. Add "${missing[2]}", or quote the value.`,
      place,
    );
  }
  if (code === 'BAD_INDENT' || code === 'MISSING_CHAR') return say(columns, line);
  return say(`YAML cannot read this: ${message.slice(0, 200)}.`);
}

/**
 * The part of `span` on its first line, inside the text and never empty where the text offers a character: squiggles
 * over many lines hide what they mean.
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

/** The line around an offset without its indentation and its line end. */
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

/** A value in quotation marks for a message, cut to a readable length. */
export function quote(value: string): string {
  const line = value.slice(0, 200).replace(/\s+/g, ' ').trim();
  return `"${line.length > 40 ? `${line.slice(0, 39).replace(/[\ud800-\udbff]$/, '')}…` : line}"`;
}
