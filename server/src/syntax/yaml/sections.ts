import { type Located, ownCopy, type Span, slice } from '../../base/text/span.ts';
import { readPlainEntry, readPlainValue } from './plainYaml.ts';
import { type Cut, type Entry, outOfLine } from './splitEntries.ts';
import { clipToLine, lineAround } from './syntaxMessages.ts';
import { fieldOf, readYamlStretch, type YamlContext, type YamlNode } from './yamlTree.ts';

/** The stretches a registry or front matter is cut into, each read as YAML by itself. */

export interface Section {
  /** Absent when the text is a bare list. */
  readonly key?: Located<string>;
  /** The entries, when the value is a list; read as they are asked for. */
  readonly items?: Iterable<Item>;
  /** The stretches they stand in, when the text could be cut at them. */
  readonly entries?: readonly Entry[];
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

/**
 * Reads the sections of the text whose keys are `wanted`; of the others only the keys. `cuts` are those of the text. Mistakes
 * go to the context.
 */
export function readSections(
  context: YamlContext,
  cuts: readonly Cut[] | undefined,
  wanted: (key: string) => boolean,
): Section[] {
  if (!cuts) return readWhole(context);
  return cuts.map((cut) => readCut(context, cut, wanted));
}

function readWhole(context: YamlContext): Section[] {
  const { nodes, damaged } = readYamlStretch(context, { start: 0, end: context.text.length }, true);
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
  if (cut.layout === 'list')
    return { ...key, items: readEntries(context, cut.entries), entries: cut.entries, damaged: false };
  // What most front matters hold: starting the library for a title and a date takes longer than the brief does.
  const plain = cut.key && plainValue(context.text, { start: cut.key.span.end, end: cut.whole.end });
  if (plain) return { ...key, ...sectionOf(context, plain, false) };
  const { nodes, damaged } = readYamlStretch(context, cut.whole);
  const value = nodes[0]?.kind === 'map' ? nodes[0].fields[0]?.value : undefined;
  return { ...key, ...(value ? sectionOf(context, value, damaged) : {}), damaged };
}

function plainValue(text: string, { start, end }: Span): YamlNode | undefined {
  // Behind a key in quotation marks the colon stands further on.
  return text[start] === ':' ? readPlainValue(ownCopy(text.slice(start + 1, end)), start + 1) : undefined;
}

function* readEntries(context: YamlContext, entries: readonly Entry[]): Generator<Item> {
  for (const entry of entries) yield* readEntry(context, entry);
}

/** The items an entry holds, which is one but where its layout is wrong. */
export function readEntry(context: YamlContext, entry: Entry): Item[] {
  const line = lineAround(context.text, entry.start);
  // A slice would keep the text alive that is an old one after the next edit.
  const plain = entry.trouble ? undefined : readPlainEntry(ownCopy(slice(context.text, entry)), entry.start);
  if (plain) return [{ node: plain, line, damaged: false }];
  const trouble = entry.trouble !== undefined;
  if (entry.trouble !== undefined) context.report(entry.trouble, line);
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
