import type * as z from 'zod/mini';
import type { Located, Span } from '../../base/text/span.ts';
import type { CalendarDate, ProblemDetail, ProblemTopic } from '../ast.ts';
import { readCslDate } from '../date/cslDate.ts';

import type { YamlItem } from '../yaml/sections.ts';
import { clipToLine } from '../yaml/syntaxMessages.ts';
import { fieldOf, isEmptyScalar, type YamlNode } from '../yaml/yamlTree.ts';

/** An entry checked against its schema. A field that fails the check is reported once and then counts as absent. */
export interface CheckedEntry {
  readonly node: YamlNode;
  /** The paths of invalid fields, such as `custom.reliability`. */
  readonly invalidPaths: ReadonlySet<string>;
  /** The plain value of the node. */
  readonly plain: unknown;
}

/** The date fields of an entry and of front matter. */
const DATE_FIELDS = ['issued', 'accessed', 'date'];

type Report = (message: string, span: Span, detail?: ProblemDetail) => void;

/** The fields whose problems have a rule of their own, by the last key of their path. */
const TOPIC_BY_FIELD: Readonly<Record<string, ProblemTopic>> = {
  reliability: 'rating',
  credibility: 'rating',
  sha256: 'hash',
  tlp: 'tlp',
};

/**
 * Checks the value of an item. Returns undefined if it is not an entry at all. If syntax errors were reported for the
 * item, nothing else is reported: fields may be missing because of them.
 */
export function checkEntry(
  text: string,
  item: YamlItem,
  schema: z.ZodMiniType,
  report: Report,
): CheckedEntry | undefined {
  const { node, damaged, line } = item;
  // A lone dash is an entry that is about to be written.
  if (node ? isEmptyScalar(node) : damaged) return undefined;
  const plain = node && toPlainValue(node);
  const result = schema.safeParse(plain);
  const invalidPaths = new Set<string>();
  for (const issue of result.error?.issues.flatMap(innermostIssues) ?? []) {
    const path = issue.path.map(String);
    invalidPaths.add(path.join('.'));
    const topic = TOPIC_BY_FIELD[path.at(-1) ?? ''];
    const certainDate = node && certainDateAt(node, path);
    if (!damaged)
      report(issue.message, (node && spanAtPath(text, node, path)) ?? line, {
        ...(topic && { topic }),
        ...certainDate,
      });
  }
  return node?.kind === 'map' ? { node, invalidPaths, plain } : undefined;
}

/** What to add to the problem of a date that is used, because it is certain although CSL writes it otherwise. */
function certainDateAt(node: YamlNode, [key = '', ...deeper]: readonly string[]): ProblemDetail | undefined {
  const value = deeper.length === 0 && DATE_FIELDS.includes(key) ? fieldOf(node, key)?.value : undefined;
  const iso = value && readCslDate(toPlainValue(value)).iso;
  if (iso === undefined) return undefined;
  return { isLesser: true, ...(value?.kind === 'scalar' && { suggestion: iso }) };
}

interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly input?: unknown;
  readonly errors?: readonly (readonly Issue[])[];
}

/** What Zod says where the schema has no words of its own. */
const NO_MESSAGE = 'Invalid input';

/** For a field with several forms, the problems inside the form that was started, if it can be told. */
function innermostIssues(issue: Issue): Issue[] {
  const matchingForm = issue.errors?.find(
    (form) =>
      form.length > 0 &&
      form.every(({ path, message }) => path.length > 0 && typeof path[0] === 'number' && message !== NO_MESSAGE),
  );
  if (!matchingForm) return [issue];
  return matchingForm.flatMap((inner) => innermostIssues({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** The span of the value at `path`; if it is missing, of its key, or else of the id. */
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
 * The plain value of a node, for the schema. Fields without a value are omitted: `title:` alone is a field that is
 * about to be written.
 */
export function toPlainValue(node: YamlNode): unknown {
  // `12e4567` is a number too large to hold.
  if (node.kind === 'scalar')
    return typeof node.value === 'number' && !Number.isFinite(node.value) ? node.text : node.value;
  if (node.kind === 'list') return node.items.map((item) => (isEmptyScalar(item) ? '' : toPlainValue(item)));
  const written = node.fields.filter((field) => !isEmptyScalar(field.value));
  return Object.fromEntries(written.map((field) => [field.key, toPlainValue(field.value)]));
}

/** The node of a field that passed the check, by its path. */
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

/** The text of a node, trimmed, and its span; undefined if it is not a text or is empty. */
export function locatedText(node: YamlNode | undefined): Located<string> | undefined {
  if (node?.kind !== 'scalar' || isEmptyScalar(node)) return undefined;
  return { value: node.text.trim(), span: node.span };
}

/** A text field that passed the check. */
export function textField(entry: CheckedEntry, ...path: readonly string[]): Located<string> | undefined {
  return locatedText(validNode(entry, ...path));
}

/** A date field that passed the check or can be read all the same; undefined also if it does not name a day, such as `literal: in press`. */
export function dateField(entry: CheckedEntry, key: string): Located<CalendarDate> | undefined {
  const node = fieldOf(entry.node, key)?.value;
  const date = node && !isEmptyScalar(node) ? readCslDate(toPlainValue(node)).date : undefined;
  return node && date ? { value: date, span: node.span } : undefined;
}

/** The texts of a field that is one text or a list; invalid items are omitted. */
export function textListField(entry: CheckedEntry, ...path: readonly string[]): Located<string>[] {
  const node = validNode(entry, ...path);
  if (node?.kind !== 'list') return [locatedText(node)].flatMap((text) => text ?? []);
  return node.items.flatMap((item, index) =>
    entry.invalidPaths.has([...path, index].join('.')) ? [] : (locatedText(item) ?? []),
  );
}

/** The fields without those that are undefined, as `exactOptionalPropertyTypes` requires. */
export function omitUndefined<T extends object>(fields: T): OmitUndefined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as OmitUndefined<T>;
}

type OmitUndefined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};
