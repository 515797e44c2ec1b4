import * as l10n from '@vscode/l10n';
import { distance } from 'fastest-levenshtein';
import { atOnce, type Steps } from '../../base/memo/steps.ts';
import type { Edit } from '../../base/text/span.ts';
import type { EntityEntry, EntryReading, Registry, RegistryProblem, SourceEntry, TypeEntry } from '../ast.ts';

import { type Item, readEntry, readSections, type Section } from '../yaml/sections.ts';
import { type Cut, cutAgain, cutText } from '../yaml/splitEntries.ts';
import { clipToLine, lineAround, quote } from '../yaml/syntaxMessages.ts';
import { fieldOf, isEmptyScalar, type YamlContext, type YamlNode, yamlContext } from '../yaml/yamlTree.ts';
import {
  type CheckedEntry,
  checkEntry,
  dateField,
  goodNode,
  located,
  present,
  textField,
  textsField,
} from './entryFields.ts';
import { placedAt } from './entryPlaces.ts';
import { mayIgnore, readRegistryIgnores } from './ignoreComments.ts';
import { entitySchema, sourceSchema, typeSchema } from './schema.ts';

/** More than anybody reads; the last one says that there are more. */
const maxProblems = 200;
/** After so many entries of a list without a single usable one, the list is taken for something else. */
const maxUselessEntries = 100;

const topKeys = ['entities', 'references', 'types'];

/** The fields of CSL that tell a reader which source is meant, and where it can be found. */
const DESCRIBING = 'type title container-title publisher author editor issued event-date accessed URL DOI'.split(' ');

const notARegistry = l10n.t(
  'This file is no list of entities or sources, so nothing is read from it. It should hold "entities:" or "references:" with one entry below for each, starting with "- id:".',
);

/** Problems as they are found; no more than `maxProblems` of them. */
export interface ProblemList {
  readonly report: YamlContext['report'];
  /** In order of place. */
  readonly all: () => RegistryProblem[];
}

/** An empty list of problems. */
export function problemList(): ProblemList {
  const problems: RegistryProblem[] = [];
  const report: YamlContext['report'] = (message, span, suggestion, topic) => {
    if (problems.length < maxProblems)
      problems.push({ message, span, ...(suggestion && { suggestion }), ...(topic && { topic }) });
    else if (problems.length === maxProblems)
      problems.push({
        message: l10n.t('There are more mistakes after this; they show once some of these are mended.'),
        span,
      });
  };
  const all = () => [...problems].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { report, all };
}

/** What is needed to read a text again after an edit. */
interface Layout {
  readonly text: string;
  readonly cuts: readonly Cut[];
}

/** Of registries the text of which can be read again in part. */
const layouts = new WeakMap<Registry, Layout>();

/**
 * Reads an `entities.yaml` or `sources.yaml`: lists under `entities`, `references`, `types`, or a bare list of CSL items.
 * Spans are UTF-16 offsets into `text`. Any text at all gives a registry; what is wrong with it is in `problems`.
 */
export function readRegistry(text: string): Registry {
  return atOnce(readRegistryInSteps(text));
}

/** As `readRegistry`, an entry a step. */
export function readRegistryInSteps(text: string): Steps<Registry> {
  return readCuts(text, (context) => cutText(context));
}

/** As `readRegistry`; it is `known` when that was read of the same text. */
export function readRegistryOnce(text: string, known: Registry | undefined): Registry {
  return known && layouts.get(known)?.text === text ? known : readRegistry(text);
}

/**
 * The registry of a text after an edit, as `readRegistry` gives it; `edit` counts in the text before. The entries it did
 * not touch stay the same objects, and **their places are moved where they are**: half a million new ones for each
 * keystroke would take longer than all the rest. So the registry before is used up.
 */
export function updateRegistry(before: Registry, text: string, edit: Edit): Registry {
  const layout = layouts.get(before);
  if (!layout) return readRegistry(text);
  layouts.delete(before);
  const ignores = before.ignores.length === 0 && !mayIgnore(text, edit) ? before.ignores : undefined;
  const registry = atOnce(readCuts(text, (context) => cutAgain(context, layout.text, layout.cuts, edit), ignores));
  // With an anchor put in, entries may say something else that stand far from it.
  return layouts.has(registry) ? registry : readRegistry(text);
}

function* readCuts(
  text: string,
  cut: (context: YamlContext) => Cut[] | undefined,
  ignores?: Registry['ignores'],
): Steps<Registry> {
  const problems = problemList();
  const context = yamlContext(text, problems.report);
  const cuts = cut(context);
  // Lines that are in no cut have been reported, and would have to be found again.
  const isCut = cuts !== undefined && problems.all().length === 0;
  const sections = readSections(context, cuts, (key) => topKeys.includes(key) || key === 'sources');
  const registry = yield* assemble(context, sections, problems, ignores);
  // What an anchor stands for depends on the entries before.
  if (isCut && context.anchors.size === 0) layouts.set(registry, { text, cuts });
  return registry;
}

function* assemble(
  context: YamlContext,
  sections: readonly Section[],
  problems: ProblemList,
  ignores: Registry['ignores'] | undefined,
): Steps<Registry> {
  const { text } = context;
  const registry = yield* readLists(context, sections, false, ignores);
  const found = problems.all();
  if (registry.declaresEntities || registry.declaresSources || registry.types.length > 0)
    return { ...registry, problems: found };
  const strange = found.length > 2 || sections.some((section) => !section.key && section.value);
  // One clear word rather than a page of complaints about a file that was never meant to be read.
  if (strange)
    return { ...registry, problems: [{ message: notARegistry, span: clipToLine(text, lineAround(text, 0)) }] };
  // Only a file without any known key comes here; its first key, or one that is nearly right, tells why.
  const keys = sections.slice(0, 50).flatMap(({ key }) => (key && key.value !== 'types' ? key : []));
  const near = keys.find((key) => nearMiss(key.value, topKeys));
  const key = near ?? keys[0];
  if (!key) return { ...registry, problems: found };
  const meant = near && nearMiss(key.value, topKeys);
  const message = meant
    ? l10n.t('Entries below {0} are not read. Did you mean "{1}:"?', quote(key.value), meant)
    : l10n.t('Nothing is read from {0}. Entries belong below "entities:" or "references:".', quote(key.value));
  problems.report(message, clipToLine(text, key.span), meant);
  return { ...registry, problems: problems.all() };
}

/** The registry part of sections that have been read; its `problems` are empty, as they went to the context. */
export function* readLists(
  context: YamlContext,
  sections: readonly Section[],
  inFrontMatter = false,
  ignores: Registry['ignores'] = readRegistryIgnores(context.text),
): Steps<Registry> {
  const lists: Lists = { types: [], entities: [], sources: [] };
  const seen = new Set<string>();
  let declaresEntities = false;
  let declaresSources = false;
  for (const section of sections) {
    const key = section.key?.value ?? (section.items ? 'references' : '');
    const known = topKeys.includes(key) || key === 'sources';
    if (known && section.key && seen.has(key))
      context.report(
        l10n.t('"{0}:" stands twice in this file; other programs read only one of them. Join them.', key),
        section.key.span,
      );
    seen.add(key);
    if (key === 'entities') {
      declaresEntities = true;
      yield* readList(context, section, 'entities', lists);
    } else if (key === 'types') {
      yield* readList(context, section, 'types', lists);
    } else if (key === 'references' || key === 'sources') {
      declaresSources = true;
      if (key === 'sources' && section.key && !inFrontMatter)
        context.report(
          l10n.t(
            'Pandoc, Quarto and Zotero look for "references:", so they do not find these sources. Rename the key.',
          ),
          section.key.span,
          sections.some((other) => other.key?.value === 'references') ? undefined : 'references',
        );
      yield* readList(context, section, 'sources', lists);
    }
  }
  return {
    ...lists,
    declaresEntities,
    declaresSources,
    problems: [],
    ignores,
  };
}

interface Lists {
  readonly types: TypeEntry[];
  readonly entities: EntityEntry[];
  readonly sources: SourceEntry[];
}

function* readList(context: YamlContext, section: Section, kind: keyof Lists, into: Lists): Steps<void> {
  const { key, entries, items, value, damaged } = section;
  if (!items) {
    if (value && key && !damaged && !(value.kind === 'scalar' && value.value === null))
      context.report(
        l10n.t(
          'Entries are expected below "{0}:", each starting with "- id:" (a dash and a space); none is read here.',
          key.value,
        ),
        clipToLine(context.text, value.span),
      );
    return;
  }
  let useless = 0;
  const take = (reading: EntryReading): boolean => {
    for (const { message, span, suggestion, topic } of reading.problems)
      context.report(message, span, suggestion, topic);
    for (const type of reading.types) into.types.push(type);
    for (const entity of reading.entities) into.entities.push(entity);
    for (const source of reading.sources) into.sources.push(source);
    if (reading[kind].length === 0) useless += 1;
    return useless < maxUselessEntries || into[kind].length > 0;
  };
  if (!entries) {
    for (const item of items) {
      if (!take(readItems(context, 0, kind, () => [item]))) return;
      yield;
    }
    return;
  }
  for (const entry of entries) {
    if (!entry.reading) {
      yield;
      // Without what stands below: an entry says the same whatever that is.
      const text = context.text.slice(0, entry.end);
      entry.reading = readItems({ ...context, text }, entry.start, kind, (own) => readEntry(own, entry));
    }
    if (!take(placedAt(entry.reading, entry.start))) return;
  }
}

/** What items say, of which there is one but where its layout is wrong. */
function readItems(
  context: YamlContext,
  at: number,
  kind: keyof Lists,
  items: (context: YamlContext) => readonly Item[],
): EntryReading {
  const problems: RegistryProblem[] = [];
  const report: YamlContext['report'] = (message, span, suggestion, topic) => {
    if (problems.length <= maxProblems)
      problems.push({ message, span, ...(suggestion && { suggestion }), ...(topic && { topic }) });
  };
  const own = { ...context, report };
  const lists: Lists = { types: [], entities: [], sources: [] };
  for (const item of items(own)) {
    const checked = checkEntry(context.text, item, schemas[kind](), report);
    if (checked) readInto[kind](own, checked, lists);
  }
  return { at, ...lists, problems };
}

const schemas = { types: typeSchema, entities: entitySchema, sources: sourceSchema };
const readInto = {
  types: (context: YamlContext, entry: CheckedEntry, { types }: Lists) => add(types, readType(context, entry)),
  entities: (context: YamlContext, entry: CheckedEntry, { entities }: Lists) =>
    add(entities, readEntity(context, entry)),
  sources: (context: YamlContext, entry: CheckedEntry, { sources }: Lists) => add(sources, readSource(context, entry)),
};

function add<T>(list: T[], value: T | undefined): void {
  if (value) list.push(value);
}

function readType(context: YamlContext, entry: CheckedEntry): TypeEntry | undefined {
  const id = readId(entry);
  if (!id) return undefined;
  reportNearMisses(context, entry.node, Object.keys(typeSchema().shape));
  const name = textField(entry, 'name')?.value ?? id.value;
  return present({ id, span: entry.node.span, name, extends: textField(entry, 'extends') });
}

function readEntity(context: YamlContext, entry: CheckedEntry): EntityEntry | undefined {
  reportNearMisses(context, entry.node, Object.keys(entitySchema().shape));
  const id = readId(entry);
  const type = textField(entry, 'type');
  if (!id || !type) return undefined;
  const platform = goodNode(entry, 'platform');
  return present({
    id,
    span: entry.node.span,
    type,
    name: textField(entry, 'name') ?? id,
    aliases: textsField(entry, 'aliases'),
    description: textField(entry, 'description')?.value,
    partOf: textField(entry, 'part_of'),
    wikidata: textField(entry, 'wikidata'),
    reliability: textField(entry, 'reliability'),
    platform: platform?.kind === 'scalar' && platform.value === true,
    tlp: textField(entry, 'tlp'),
  });
}

function readSource(context: YamlContext, entry: CheckedEntry): SourceEntry | undefined {
  const id = readId(entry);
  if (!id) return undefined;
  reportMisplaced(context, entry.node);
  return present({
    id,
    span: entry.node.span,
    type: textField(entry, 'type')?.value,
    title: textField(entry, 'title')?.value,
    outlet: textField(entry, 'container-title') ?? textField(entry, 'publisher'),
    authors: readAuthors(goodNode(entry, 'author')),
    issued: dateField(entry, 'issued'),
    accessed: dateField(entry, 'accessed'),
    url: textField(entry, 'URL'),
    reliability: textField(entry, 'custom', 'reliability'),
    credibility: textField(entry, 'custom', 'credibility'),
    archive: textField(entry, 'custom', 'archive'),
    sha256: textField(entry, 'custom', 'sha256'),
    tlp: textField(entry, 'custom', 'tlp'),
    filled: DESCRIBING.filter((key) => isFilled(entry, key)),
  });
}

function isFilled({ node }: CheckedEntry, key: string): boolean {
  const value = fieldOf(node, key)?.value;
  return value !== undefined && !isEmptyScalar(value);
}

/** An id with odd characters cannot be tagged, but plain citations and mentions still find its entry. */
function readId(entry: CheckedEntry) {
  return located(fieldOf(entry.node, 'id')?.value);
}

/** Names as "Given Family", from a list or one, of CSL name objects or plain texts; empty without a node. */
export function readAuthors(node: YamlNode | undefined): string[] {
  if (!node) return [];
  return (node.kind === 'list' ? node.items : [node]).flatMap((author) => {
    if (author.kind !== 'map') return located(author)?.value ?? [];
    const part = (key: string) => located(fieldOf(author, key)?.value)?.value;
    const parts = ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix'].map(part);
    return (part('literal') ?? part('name') ?? parts.filter((word) => word !== undefined).join(' ')) || [];
  });
}

/** Unknown fields are welcome, but one that nearly is a known field that is absent was meant to be that one. */
function reportNearMisses(context: YamlContext, node: YamlNode, known: readonly string[]): void {
  if (node.kind !== 'map') return;
  for (const { key, keySpan } of node.fields) {
    if (known.includes(key)) continue;
    const meant = nearMiss(key, known);
    if (!meant || fieldOf(node, meant)) continue;
    context.report(
      l10n.t('{0} is no field of an entry, so it is not read. Did you mean "{1}"?', quote(key), meant),
      keySpan,
      meant,
    );
  }
}

/** CSL has too many fields to guess at; but case counts in it, and ratings belong under `custom`. */
function reportMisplaced(context: YamlContext, node: YamlNode): void {
  if (node.kind !== 'map') return;
  for (const { key, keySpan } of node.fields) {
    if (key in sourceSchema().shape) continue;
    const folded = key.toLowerCase().replaceAll('_', '-');
    const meant = Object.keys(sourceSchema().shape).find((known) => known.toLowerCase() === folded);
    if (meant && !fieldOf(node, meant))
      context.report(
        l10n.t('{0} is no field of CSL, so it is not read. Did you mean "{1}"?', quote(key), meant),
        keySpan,
        meant,
      );
    else if (['reliability', 'credibility', 'sha256', 'tlp'].includes(key))
      context.report(
        l10n.t('CSL has no field {0}, so it is not read. Indent it below "custom:".', quote(key)),
        keySpan,
      );
  }
}

function nearMiss(key: string, known: readonly string[]): string | undefined {
  if (key.length > 30) return undefined;
  const folded = key.toLowerCase().replaceAll('-', '_');
  return known.find((word) => {
    if (word.startsWith(folded) && folded.length > 3 && word.length - folded.length <= 2) return true;
    return distance(folded, word) <= (word.length > 5 ? 2 : word.length > 3 ? 1 : 0);
  });
}
