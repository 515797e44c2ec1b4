import * as l10n from '@vscode/l10n';
import type { Located, Span } from './span.ts';
import { clipToLine, lineAround } from './yamlMessages.ts';
import { fieldOf, readYamlStretch, type YamlContext, type YamlNode } from './yamlTree.ts';

/**
 * A registry or front matter cut at its top-level keys and list entries, each read as YAML by itself. So an unclosed
 * quotation mark or a tab spoils one entry and not all that follow, and no mistake makes reading superlinear.
 *
 * The cut is sound because YAML wants everything inside an entry indented deeper than the entry's dash. Text laid out in
 * another way, such as JSON, is read in one piece.
 */

export interface Section {
  /** Absent when the text is a bare list. */
  readonly key?: Located<string>;
  /** The entries, when the value is a list; read as they are asked for. */
  readonly items?: Iterable<Item>;
  /** The value, when it is something else; absent when nothing is there or it cannot be read. */
  readonly value?: YamlNode;
  readonly damaged: boolean;
}

export interface Item {
  readonly node: YamlNode | undefined;
  /** The first line of the entry: a place for what cannot be said at a value. */
  readonly line: Span;
  /** Mistakes of syntax in this entry have been reported. */
  readonly damaged: boolean;
}

/** A top-level key with the stretches of text that hold its entries, or its whole value. */
export interface Cut {
  readonly key?: Located<string>;
  /** Key line and all below it. */
  readonly whole: { start: number; end: number };
  readonly entries: Entry[];
  /** `open` until the first line below the key tells a list, to be cut, from a value to be read in one piece. */
  layout: 'open' | 'list' | 'value';
  /** The column of the first dash of a list. */
  indent: number;
}

export interface Entry {
  start: number;
  end: number;
  readonly trouble?: string;
}

/** Entries read at once; a mistake in one makes all of them be read again, one by one. */
const batchSize = 50;

const topKey = /^(["']?)([\p{L}_][\p{L}\p{N}_-]*)\1[ \t]*:(?=[ \t\r]|$)/u;
const bareDash = /^-(?:[ \t\r]|$)/;
const outOfLine = l10n.t(
  'This dash stands in another column than those of the entries above, which YAML does not allow. Line the dashes up.',
);
const strayLine = l10n.t(
  'This line belongs to no entry, so it is not read. Start an entry with "- id:" (a dash and a space), and indent its fields.',
);
const glued = l10n.t('A space is missing after the dash, so this entry is not read. Write "- id:".');

/** Reads the sections of the text whose keys are `wanted`; of the others only the keys. Mistakes go to the context. */
export function readSections(context: YamlContext, wanted: (key: string) => boolean): Section[] {
  const cuts = cutText(context);
  if (!cuts) return readWhole(context);
  return cuts.map((cut) => readCut(context, cut, wanted));
}

function readWhole(context: YamlContext): Section[] {
  const { nodes, damaged } = readYamlStretch(context, { start: 0, end: context.text.length });
  return nodes.flatMap((node): Section[] => {
    if (node.kind !== 'map') return [sectionOf(context, node, damaged)];
    return node.fields.map((field) => ({
      key: { value: field.key, span: field.keySpan },
      ...sectionOf(context, field.value, damaged),
    }));
  });
}

function sectionOf(context: YamlContext, value: YamlNode, damaged: boolean): Section {
  if (value.kind !== 'list') return { value, damaged };
  const items = value.items.map((node) => ({ node, line: clipToLine(context.text, node.span), damaged }));
  return { items, damaged };
}

function readCut(context: YamlContext, cut: Cut, wanted: (key: string) => boolean): Section {
  const key = cut.key && { key: cut.key };
  if (cut.layout === 'open' || (cut.key && !wanted(cut.key.value))) return { ...key, damaged: false };
  if (cut.layout === 'list') return { ...key, items: readEntries(context, cut.entries), damaged: false };
  const plain = cut.key && plainValue(context.text, cut.key.span.end, cut.whole.end);
  if (plain) return { ...key, value: plain, damaged: false };
  const { nodes, damaged } = readYamlStretch(context, cut.whole);
  const value = nodes[0]?.kind === 'map' ? nodes[0].fields[0]?.value : undefined;
  return { ...key, ...(value ? sectionOf(context, value, damaged) : {}), damaged };
}

/** Words or a day, which mean themselves in YAML, on one line after the colon; not `true`, `false` and `null`. */
const plainField =
  /:[ ]{1,20}((?!(?:true|false|null)(?:[ \r\n]|$))(?:[a-z][a-z0-9 ,.()&/–-]{0,200}[a-z0-9.)]|\d{4}-\d\d-\d\d))[ ]*\r?(?:\n|$)/iy;

/** What most front matters hold, read without the library: starting it for a title and a date takes longer than the brief does. */
function plainValue(text: string, from: number, end: number): YamlNode | undefined {
  plainField.lastIndex = from;
  const value = plainField.exec(text)?.[1];
  if (value === undefined || plainField.lastIndex < end) return undefined;
  const start = text.indexOf(value, from + 1);
  return { kind: 'scalar', value, text: value, span: { start, end: start + value.length } };
}

/** Starting the library costs as much as reading an entry, so entries are read by the batch as long as all is well. */
function* readEntries(context: YamlContext, entries: readonly Entry[]): Generator<Item> {
  for (let at = 0; at < entries.length; at += batchSize) {
    const batch = entries.slice(at, at + batchSize);
    yield* readBatch(context, batch) ?? batch.flatMap((entry) => readEntry(context, entry));
  }
}

function readBatch(context: YamlContext, batch: readonly Entry[]): Item[] | undefined {
  const [first, last] = [batch[0], batch.at(-1)];
  if (!first || !last || batch.some((entry) => entry.trouble)) return undefined;
  let reports = 0;
  const { left } = context.aliases;
  const trial = { ...context, report: () => ++reports };
  const { nodes } = readYamlStretch(trial, { start: first.start, end: last.end });
  const list = nodes[0];
  if (reports > 0 || list?.kind !== 'list' || list.items.length !== batch.length) {
    context.aliases.left = left;
    return undefined;
  }
  return list.items.map((node, index) => {
    return { node, line: lineAround(context.text, batch[index]?.start ?? node.span.start), damaged: false };
  });
}

function readEntry(context: YamlContext, entry: Entry): Item[] {
  const line = lineAround(context.text, entry.start);
  const trouble = entry.trouble !== undefined;
  if (trouble) context.report(entry.trouble, line);
  if (trouble && entry.trouble !== outOfLine) return [];
  const quiet = trouble ? { ...context, report: () => {} } : context;
  const { nodes, damaged } = readYamlStretch(quiet, entry);
  let found = itemsOf(nodes[0]);
  // A line in the wrong column can swallow the id above it; the id alone keeps what refers to it quiet.
  if (damaged && found.length < 2 && fieldOf(found[0], 'id')?.value.kind !== 'scalar') {
    const alone = readYamlStretch({ ...context, report: () => {} }, { start: entry.start, end: line.end });
    if (!alone.damaged) found = itemsOf(alone.nodes[0]);
  }
  return found.map((node) => ({ node, line, damaged: damaged || trouble }));
}

function itemsOf(node: YamlNode | undefined): readonly (YamlNode | undefined)[] {
  return node?.kind === 'list' ? node.items : [undefined];
}

/**
 * The cuts of a text laid out as registries are, in order; undefined for any other layout, such as JSON. Nothing is read
 * as YAML yet. Spans count from the start of the text.
 */
export function cutText(context: Pick<YamlContext, 'text' | 'report'>): Cut[] | undefined {
  const { text } = context;
  const cuts: Cut[] = [];
  let cut: Cut | undefined;
  let marked = false;
  for (let start = text.startsWith('\ufeff') ? 1 : 0, end = start; start < text.length; start = end) {
    const newline = text.indexOf('\n', start);
    end = newline < 0 ? text.length : newline + 1;
    let first = start;
    while (text.charCodeAt(first) === 32) first += 1;
    const indent = first - start;
    const char = text[first] ?? '\n';
    if (char === '\n' || char === '\r') continue;
    if (char === '#') {
      // In a block of text under "|" it is no comment, so an indented one goes with what stands above it.
      if (cut && indent > 0) stretchTo(cut, end);
      continue;
    }
    // The start of the line is enough to tell what it is.
    const head = text.slice(first, Math.min(end, first + 200)).trimEnd();
    if (head === '') continue;
    if (indent === 0 && (head === '---' || head === '...')) {
      cut = undefined;
      marked = true;
      continue;
    }
    if (indent === 0 && char === '%' && !marked && cuts.length === 0) continue;
    const dash = bareDash.test(head);
    const key = indent === 0 ? topKey.exec(head) : null;
    if (key) {
      const at = start + (key[1] ?? '').length;
      const name = key[2] ?? '';
      const rest = text.slice(start + key[0].length, end).trim();
      const layout = rest === '' || rest.startsWith('#') ? 'open' : 'value';
      const located = { value: name, span: { start: at, end: at + name.length } };
      cut = { key: located, whole: { start, end }, entries: [], layout, indent: 0 };
      cuts.push(cut);
    } else if (cut) {
      addLine(cut, { start, end }, indent, dash, head);
    } else if (dash) {
      cut = { whole: { start, end }, entries: [{ start, end }], layout: 'list', indent };
      cuts.push(cut);
    } else if (cuts.length > 0) {
      context.report(strayLine, lineAround(text, first));
    } else {
      return undefined;
    }
  }
  return cuts;
}

/** Puts a line below a top-level key where it belongs: to the list, to its last entry, or to the plain value. */
function addLine(cut: Cut, line: Span, indent: number, dash: boolean, head: string): void {
  if (cut.layout === 'open') {
    cut.layout = dash ? 'list' : 'value';
    cut.indent = indent;
  }
  const last = cut.entries.at(-1);
  const starts = cut.layout === 'list' && !head.startsWith('\t');
  if (starts && dash && indent === cut.indent) cut.entries.push({ ...line });
  else if (starts && dash && (indent < cut.indent || (indent === cut.indent + 1 && head.startsWith('- id:'))))
    cut.entries.push({ ...line, trouble: outOfLine });
  else if (starts && indent <= cut.indent && last?.trouble !== strayLine)
    cut.entries.push({ ...line, trouble: /^-\p{L}/u.test(head) ? glued : strayLine });
  stretchTo(cut, line.end);
}

function stretchTo(cut: Cut, end: number): void {
  if (cut.layout === 'open') return;
  cut.whole.end = end;
  const last = cut.entries.at(-1);
  if (last) last.end = end;
}
