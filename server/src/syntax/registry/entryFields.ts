import type * as z from 'zod/mini';
import type { Located, Span } from '../../base/text/span.ts';
import type { CalendarDate, ProblemTopic } from '../ast.ts';
import { readCslDate } from '../date/cslDate.ts';

import type { YamlItem } from '../yaml/sections.ts';
import { clipToLine } from '../yaml/syntaxMessages.ts';
import { fieldOf, isEmptyScalar, type YamlNode } from '../yaml/yamlTree.ts';

/**
 * One entry checked against its schema, and its fields with their places. A field that fails its check is reported once
 * and then counts as absent.
 */
export interface CheckedEntry {
  readonly node: YamlNode;
  /** Path of the bad field, such as `custom.reliability`, each. */
  readonly invalidPaths: ReadonlySet<string>;
}

type Report = (message: string, span: Span, suggestion?: string, topic?: ProblemTopic) => void;

/** The fields whose mistakes have a rule of their own, by the last key of their path. */
const TOPIC_BY_FIELD: Readonly<Record<string, ProblemTopic>> = {
  reliability: 'rating',
  credibility: 'rating',
  sha256: 'hash',
  tlp: 'tlp',
};

/**
 * Checks the value of an item. Answers undefined when it is no entry at all. Where syntax mistakes have been reported
 * for the item, nothing more is said about it: what is missing is missing because of them.
 */
export function checkEntry(
  text: string,
  item: YamlItem,
  schema: z.ZodMiniType,
  report: Report,
): CheckedEntry | undefined {
  const { node, damaged, line } = item;
  // A lone dash is an entry somebody is about to write.
  if (node ? isEmptyScalar(node) : damaged) return undefined;
  const result = schema.safeParse(node && toPlainValue(node));
  const invalidPaths = new Set<string>();
  for (const issue of result.error?.issues.flatMap(innermostIssues) ?? []) {
    const path = issue.path.map(String);
    invalidPaths.add(path.join('.'));
    if (!damaged)
      report(
        issue.message,
        (node && spanAtPath(text, node, path)) ?? line,
        undefined,
        TOPIC_BY_FIELD[path.at(-1) ?? ''],
      );
  }
  return node?.kind === 'map' ? { node, invalidPaths } : undefined;
}

interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly input?: unknown;
  readonly errors?: readonly (readonly Issue[])[];
}

/** Of a field that may be one thing or another, the mistakes inside the form that was begun, if one can be told. */
function innermostIssues(issue: Issue): Issue[] {
  const matchingForm = issue.errors?.find(
    (form) => form.length > 0 && form.every(({ path }) => path.length > 0 && typeof path[0] === 'number'),
  );
  if (!matchingForm) return [issue];
  return matchingForm.flatMap((inner) => innermostIssues({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** Where the value at `path` stands; for a missing one the key, else the id, else undefined. */
function spanAtPath(text: string, node: YamlNode, path: readonly string[]): Span | undefined {
  let at: YamlNode = node;
  let key: Span | undefined;
  for (const step of path) {
    if (at.kind === 'list') {
      at = at.items[Number(step)] ?? at;
      continue;
    }
    const field = fieldOf(at, step);
    if (!field) return key ?? idSpan(text, node);
    key = field.keySpan;
    at = field.value;
  }
  if (path.length === 0) return undefined;
  return isEmptyScalar(at) && key ? key : clipToLine(text, at.span);
}

function idSpan(text: string, node: YamlNode): Span | undefined {
  const id = fieldOf(node, 'id')?.value;
  return id && !isEmptyScalar(id) ? clipToLine(text, id.span) : undefined;
}

/**
 * The plain value of a node, for the schema. Fields without a value are left out: `title:` with nothing behind it is a
 * field somebody is about to write.
 */
export function toPlainValue(node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map((item) => (isEmptyScalar(item) ? '' : toPlainValue(item)));
  const written = node.fields.filter((field) => !isEmptyScalar(field.value));
  return Object.fromEntries(written.map((field) => [field.key, toPlainValue(field.value)]));
}

/** The node of a field that passed its check, by its path of keys. */
export function validNode(entry: CheckedEntry, ...path: readonly string[]): YamlNode | undefined {
  let node: YamlNode | undefined = entry.node;
  let name = '';
  for (const key of path) {
    name = name === '' ? key : `${name}.${key}`;
    if (entry.invalidPaths.has(name)) return undefined;
    node = fieldOf(node, key)?.value;
  }
  return node && !isEmptyScalar(node) ? node : undefined;
}

/** The text of a node with its place, without blanks around; undefined if it is no text or empty. */
export function locatedText(node: YamlNode | undefined): Located<string> | undefined {
  if (node?.kind !== 'scalar' || isEmptyScalar(node)) return undefined;
  return { value: node.text.trim(), span: node.span };
}

/** A text field that passed its check. */
export function textField(entry: CheckedEntry, ...path: readonly string[]): Located<string> | undefined {
  return locatedText(validNode(entry, ...path));
}

/** A date field that passed its check; undefined also for what names no day, such as `literal: in press`. */
export function dateField(entry: CheckedEntry, key: string): Located<CalendarDate> | undefined {
  const node = validNode(entry, key);
  const date = node && readCslDate(toPlainValue(node)).date;
  return node && date ? { value: date, span: node.span } : undefined;
}

/** The texts of a field that may be one text or a list; bad items are left out. */
export function textListField(entry: CheckedEntry, ...path: readonly string[]): Located<string>[] {
  const node = validNode(entry, ...path);
  if (node?.kind !== 'list') return [locatedText(node)].flatMap((text) => text ?? []);
  return node.items.flatMap((item, index) =>
    entry.invalidPaths.has([...path, index].join('.')) ? [] : (locatedText(item) ?? []),
  );
}

/** The same fields without those that are undefined, as `exactOptionalPropertyTypes` wants it. */
export function omitUndefined<T extends object>(fields: T): OmitUndefined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as OmitUndefined<T>;
}

type OmitUndefined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};
