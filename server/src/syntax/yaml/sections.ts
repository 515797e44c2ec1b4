import type { Located, Span } from '../../base/text/span.ts';
import { readFieldByField } from './recoverFields.ts';
import { MISALIGNED_DASH, type RawEntry, type RawSection } from './splitEntries.ts';
import { clipToLine, lineAround } from './syntaxMessages.ts';
import { fieldOf, readYamlRange, type YamlContext, type YamlNode } from './yamlTree.ts';

/** The sections of a registry or front matter, each parsed as YAML on its own. */

export interface YamlSection {
  /** Absent if the text is a bare list. */
  readonly key?: Located<string>;
  /** The entries, if the value is a list; parsed on demand. */
  readonly items?: Iterable<YamlItem>;
  /** The entries as they were split; absent if the text could not be split. */
  readonly entries?: readonly RawEntry[];
  /** The value, if it is not a list; absent if it is missing or cannot be parsed. */
  readonly value?: YamlNode;
  readonly damaged: boolean;
}

export interface YamlItem {
  readonly node: YamlNode | undefined;
  /** The first line of the entry, for problems that have no value to point at. */
  readonly line: Span;
  /** Syntax errors in this entry have been reported. */
  readonly damaged: boolean;
}

/**
 * Reads the sections of a text. Of those whose key is not relevant only the key is read. `rawSections` are the sections
 * as they were split; undefined if the text could not be split. Problems are reported to the context.
 */
export function readSections(
  context: YamlContext,
  rawSections: readonly RawSection[] | undefined,
  isRelevantKey: (key: string) => boolean,
): YamlSection[] {
  if (!rawSections) return readUnsplit(context);
  return rawSections.map((cut) => readRawSection(context, cut, isRelevantKey));
}

function readUnsplit(context: YamlContext): YamlSection[] {
  const { nodes, damaged } = readYamlRange(context, { start: 0, end: context.text.length }, true);
  return nodes.flatMap((node): YamlSection[] => {
    if (node.kind !== 'map') return [toSection(context, node, damaged)];
    return node.fields.map((field) => ({
      key: { value: field.key, span: field.keySpan },
      ...toSection(context, field.value, damaged),
    }));
  });
}

function toSection(context: YamlContext, value: YamlNode, damaged: boolean): YamlSection {
  if (value.kind !== 'list') return { value, damaged };
  const items = value.items.map((node) => ({ node, line: clipToLine(context.text, node.span), damaged }));
  return { items, damaged };
}

function readRawSection(
  context: YamlContext,
  rawSection: RawSection,
  isRelevantKey: (key: string) => boolean,
): YamlSection {
  const key = rawSection.key && { key: rawSection.key };
  if (rawSection.layout === 'open') return { ...key, damaged: false };
  if (rawSection.key && !isRelevantKey(rawSection.key.value)) {
    readAnchors(context, rawSection.span);
    return { ...key, damaged: false };
  }
  if (rawSection.layout === 'list')
    return { ...key, items: readEntries(context, rawSection.entries), entries: rawSection.entries, damaged: false };
  const { nodes, damaged } = readYamlRange(context, rawSection.span);
  const value = nodes[0]?.kind === 'map' ? nodes[0].fields[0]?.value : undefined;
  return { ...key, ...(value ? toSection(context, value, damaged) : {}), damaged };
}

/** Reads a part of the text for its anchors only, which entries below may repeat: `shared: &tass` above `references:`. */
function readAnchors(context: YamlContext, span: Span): void {
  if (context.text.slice(span.start, span.end).includes('&')) readYamlRange({ ...context, report: () => {} }, span);
}

function* readEntries(context: YamlContext, entries: readonly RawEntry[]): Generator<YamlItem> {
  for (const entry of entries) yield* readEntry(context, entry);
}

/** The items of an entry: one, unless its layout is wrong. */
export function readEntry(context: YamlContext, entry: RawEntry): YamlItem[] {
  const line = lineAround(context.text, entry.start);
  const isMalformed = entry.error !== undefined;
  if (entry.error !== undefined) context.report(entry.error, line);
  if (isMalformed && entry.error !== MISALIGNED_DASH) return [];
  const reported: Parameters<YamlContext['report']>[] = [];
  const { nodes, damaged } = readYamlRange({ ...context, report: (...problem) => void reported.push(problem) }, entry);
  const recovered = damaged && !isMalformed ? readFieldByField(context, entry) : undefined;
  if (recovered) return [{ node: recovered.node, line, damaged: !recovered.isComplete }];
  if (!isMalformed) for (const problem of reported) context.report(...problem);
  let nodesFound = itemsOf(nodes[0]);
  // A line in the wrong column can swallow the id above it; with the id alone, references to the entry stay known.
  if (damaged && nodesFound.length < 2 && fieldOf(nodesFound[0], 'id')?.value.kind !== 'scalar') {
    const firstLine = readYamlRange({ ...context, report: () => {} }, { start: entry.start, end: line.end });
    if (!firstLine.damaged) nodesFound = itemsOf(firstLine.nodes[0]);
  }
  return nodesFound.map((node) => ({ node, line, damaged: damaged || isMalformed }));
}

function itemsOf(node: YamlNode | undefined): readonly (YamlNode | undefined)[] {
  return node?.kind === 'list' ? node.items : [undefined];
}
