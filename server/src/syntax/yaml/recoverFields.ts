/** Reads an entry with a syntax error field by field, so that one slip loses one value and not the fields below it. */

import * as l10n from '@vscode/l10n';
import type { Span } from '../../base/text/span.ts';
import type { ProblemDetail } from '../ast.ts';
import { quoteScalar } from './quoteScalar.ts';
import { lineAround, MISALIGNED_COLUMNS, NO_FIELD_NAME, TAB_INDENTS } from './syntaxMessages.ts';
import { readYamlRange, type YamlContext, type YamlField, type YamlMap, type YamlNode } from './yamlTree.ts';

/** A field with the lines that belong to it. */
interface FieldLines extends Span {
  /** Where its key begins: behind the indentation, and behind the dash of an entry. */
  readonly keyStart: number;
  /** Why its indentation is wrong; absent if it is right. */
  readonly error?: string;
}

interface Reported {
  readonly message: string;
  readonly span: Span;
  readonly detail: ProblemDetail | undefined;
}

const entryStart = /^ *- +(?=[^\s{[&!|>#-])/;
const keyPattern =
  /^(?:"([^"\n]{1,100})"|'([^'\n]{1,100})'|([^\s"'#{}[\],&*!|>%@`?-][^:\n]{0,100}?|<<))[ \t]*:(?=\s|$)/;
/** A field without the space after its colon: `issued:2021-05-03`. An address is none. */
const gluedKeyPattern = /^([A-Za-z][\w-]{1,40}):(?=[^\s:/])/;
/** The value of a field goes on in deeper lines: it is empty, a block of text, or an open bracket or quotation mark. */
const goesOn = /:[ \t]*(?:[|>][^\n]*|[[{"'][^\n]*)?(?:#[^\n]*)?$/;

/**
 * The fields of a block entry, `- id: …`, each read on its own. A value with a syntax error counts as the text that is
 * written there; each error is reported once. `isComplete` if every line belongs to a field. Undefined for an entry in
 * braces, which has no lines of its own.
 */
export function readFieldByField(
  context: YamlContext,
  entry: Span,
): { readonly node: YamlMap; readonly isComplete: boolean } | undefined {
  const own: YamlField[] = [];
  const merged: YamlField[] = [];
  let isComplete = true;
  const lines = splitIntoFields(context.text, entry);
  if (!lines) return undefined;
  for (const field of lines) {
    const fields = readField(context, field);
    if (!fields) {
      isComplete = false;
      continue;
    }
    const isMerge = context.text.startsWith('<<', field.keyStart);
    for (const one of fields) (isMerge ? merged : own).push(one);
  }
  const fields = new Map<string, YamlField>();
  for (const one of own) {
    if (!fields.has(one.key)) fields.set(one.key, one);
    else
      context.report(
        l10n.t(
          '{0} appears twice in this entry; only the first counts. Remove or rename one.',
          l10n.t('“{0}”', one.key),
        ),
        one.keySpan,
      );
  }
  for (const one of merged) if (!fields.has(one.key)) fields.set(one.key, one);
  const first = own[0] ?? merged[0];
  if (!first) return undefined;
  const end = own.reduce((last, { keySpan, value }) => Math.max(last, keySpan.end, value.span.end), first.keySpan.end);
  return {
    node: { kind: 'map', fields: [...fields.values()], span: { start: first.keySpan.start, end } },
    isComplete,
  };
}

/**
 * Reports the first error of a field on its own, with the value in quotation marks as the fix where the field is one
 * line. Returns what it holds; undefined if it has no key.
 */
export function readField(context: YamlContext, { start, end, keyStart, error }: FieldLines): YamlField[] | undefined {
  const reported: Reported[] = [];
  const silent = {
    ...context,
    report: (message: string, span: Span, detail?: ProblemDetail) => void reported.push({ message, span, detail }),
  };
  const { nodes, damaged } = readYamlRange(silent, { start: error === undefined ? start : keyStart, end });
  if (error !== undefined) context.report(error, lineAround(context.text, keyStart));
  const fields = fieldsOf(nodes[0]);
  if (!damaged && fields) {
    for (const { message, span, detail } of reported) context.report(message, span, detail);
    return fields;
  }
  const line = lineAround(context.text, keyStart);
  const key = readKey(context.text.slice(keyStart, Math.min(end, keyStart + 300)));
  if (!key) {
    if (error === undefined) context.report(NO_FIELD_NAME, line);
    return undefined;
  }
  const value = valueOnLine(context.text, { start: keyStart + key.length, end: line.end });
  const isOneLine = context.text.slice(line.end, end).trim() === '';
  if (!isOneLine && fields && error === undefined) {
    const [first] = reported;
    if (first) context.report(first.message, first.span, first.detail);
    return fields;
  }
  if (error === undefined) reportOnce(context, key, { line, value, isOneLine, reported });
  const nameStart = context.text.indexOf(key.name, keyStart);
  const scalar: YamlNode = {
    kind: 'scalar',
    value: value.text === '' ? null : value.text,
    text: value.text,
    span: value.span,
  };
  return [{ key: key.name, keySpan: { start: nameStart, end: nameStart + key.name.length }, value: scalar }];
}

interface Key {
  readonly name: string;
  /** Up to and with the colon. */
  readonly length: number;
  /** The space after the colon is missing, so YAML sees no field here. */
  readonly isGlued: boolean;
}

function readKey(written: string): Key | undefined {
  const key = keyPattern.exec(written);
  if (key) return { name: key[1] ?? key[2] ?? key[3]!, length: key[0].length, isGlued: false };
  const [all, name] = gluedKeyPattern.exec(written) ?? [];
  return all === undefined || name === undefined ? undefined : { name, length: all.length, isGlued: true };
}

interface BrokenField {
  readonly line: Span;
  readonly value: { readonly text: string; readonly span: Span };
  readonly isOneLine: boolean;
  readonly reported: readonly Reported[];
}

/** Reports one error of a field; if the field is one line, with the line or value that YAML reads as the fix. */
function reportOnce(context: YamlContext, key: Key, { line, value, isOneLine, reported }: BrokenField): void {
  const [first] = reported;
  if (key.isGlued) {
    const rest = context.text.slice(value.span.start, line.end);
    context.report(NO_FIELD_NAME, line, { suggestion: `${key.name}: ${rest}` });
  } else if (first && isOneLine && value.text !== '')
    context.report(first.message, value.span, { suggestion: quoteScalar(value.text) });
  else if (first) context.report(first.message, first.span, first.detail);
}

/** The fields of a block entry with their lines; undefined if it does not start with a field. */
function splitIntoFields(text: string, { start, end }: Span): FieldLines[] | undefined {
  const [dash] = entryStart.exec(text.slice(start, Math.min(end, start + 300))) ?? [];
  if (dash === undefined) return undefined;
  const column = dash.length;
  const fields: { start: number; end: number; keyStart: number; error?: string }[] = [];
  let mayGoOn = false;
  for (let lineStart = start; lineStart < end; ) {
    const newline = text.indexOf('\n', lineStart);
    const lineEnd = newline < 0 || newline >= end ? end : newline + 1;
    const isFirst = lineStart === start;
    let keyStart = isFirst ? start + column : lineStart;
    while (text[keyStart] === ' ' || text[keyStart] === '\t') keyStart++;
    const content = text.slice(keyStart, Math.min(lineEnd, keyStart + 300)).trimEnd();
    const last = fields.at(-1);
    const indentation = keyStart - lineStart;
    const belongs =
      !isFirst &&
      (content === '' ||
        content.startsWith('#') ||
        (indentation > column && mayGoOn) ||
        (indentation >= column && !keyPattern.test(content) && (mayGoOn || indentation > column)));
    if (belongs && last) last.end = lineEnd;
    else {
      const hasTab = !isFirst && text.slice(lineStart, keyStart).includes('\t');
      const isMisaligned = !isFirst && indentation !== column && keyPattern.test(content);
      const error = hasTab ? TAB_INDENTS : isMisaligned ? MISALIGNED_COLUMNS : undefined;
      fields.push({ start: lineStart, end: lineEnd, keyStart, ...(error !== undefined && { error }) });
      mayGoOn = goesOn.test(content);
    }
    lineStart = lineEnd;
  }
  return fields;
}

function fieldsOf(node: YamlNode | undefined): YamlField[] | undefined {
  const map = node?.kind === 'list' ? node.items[0] : node;
  return map?.kind === 'map' ? [...map.fields] : undefined;
}

/** The value behind a colon on one line: without a comment, and without quotation marks at its ends. */
function valueOnLine(text: string, { start, end }: Span): { readonly text: string; readonly span: Span } {
  let from = start;
  while (from < end && (text[from] === ' ' || text[from] === '\t')) from++;
  const written = text
    .slice(from, end)
    .replace(/[ \t]#.*$/, '')
    .trimEnd();
  const words = written.replace(/^["']/, '').replace(/["']$/, '').trim();
  return { text: words, span: { start: from, end: from + written.length } };
}
