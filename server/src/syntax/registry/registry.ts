import * as l10n from '@vscode/l10n';
import { lazy } from '../../base/memo/lazy.ts';
import { runSync, type Steps } from '../../base/memo/steps.ts';
import { editBetween } from '../../base/text/editBetween.ts';
import { quote } from '../../base/text/quote.ts';
import type { Edit } from '../../base/text/span.ts';
import type { EntityEntry, ParsedEntry, Registry, RegistryProblem, SourceEntry, TypeEntry } from '../ast.ts';

import { readEntry, readSections, type YamlItem, type YamlSection } from '../yaml/sections.ts';
import { type RawSection, resplitEntries, splitEntries } from '../yaml/splitEntries.ts';
import { clipToLine, lineAround } from '../yaml/syntaxMessages.ts';
import { createYamlContext, fieldOf, isEmptyScalar, type YamlContext, type YamlNode } from '../yaml/yamlTree.ts';
import { cslFieldsOf, DESCRIPTIVE_FIELDS } from './csl.ts';
import {
  type CheckedEntry,
  checkEntry,
  dateField,
  locatedText,
  omitUndefined,
  textField,
  textListField,
  validNode,
} from './entryFields.ts';
import { rebaseEntry } from './entryPlaces.ts';
import { mayContainIgnoreComment, readRegistryIgnoreComments } from './ignoreComments.ts';
import {
  correctCustomFields,
  correctFieldNames,
  fieldNamesOf,
  findNearMiss,
  reportBareId,
  reportCutText,
  reportMisplaced,
  reportUnknownType,
  SOURCE_FIELDS,
} from './misspelled.ts';
import { entitySchema, sourceSchema, typeSchema } from './schema.ts';

/** At most this many problems are reported; the last one says that there are more. */
const MAX_PROBLEMS = 200;
/** After this many entries without a single usable one, the list is taken for something else. */
const MAX_UNUSABLE_ENTRIES = 100;

const TOP_LEVEL_KEYS = ['entities', 'references', 'types'];

const notARegistry = l10n.t(
  'This file is not a list of entities or sources. Write “entities:” or “references:” with the entries below, each starting with “- id:”.',
);

/** Collects problems, up to `MAX_PROBLEMS`. */
export interface ProblemList {
  readonly report: YamlContext['report'];
  /** In text order. */
  readonly all: () => RegistryProblem[];
}

/** Creates an empty list of problems. */
export function createProblemList(): ProblemList {
  const problems: RegistryProblem[] = [];
  const report: YamlContext['report'] = (message, span, detail) => {
    if (problems.length < MAX_PROBLEMS) problems.push({ message, span, ...detail });
    else if (problems.length === MAX_PROBLEMS)
      problems.push({
        message: l10n.t('There are more problems below. They show once some of these are fixed.'),
        span,
      });
  };
  const all = () => [...problems].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { report, all };
}

/** What an incremental update needs. */
interface SplitState {
  readonly text: string;
  readonly sections: readonly RawSection[];
}

/** Only for registries that can be updated incrementally. */
const splitStates = new WeakMap<Registry, SplitState>();

/**
 * Reads an `entities.yaml` or `sources.yaml`: lists under `entities`, `references`, `types`, or a bare list of CSL
 * items. Spans are UTF-16 offsets into `text`. Any text gives a registry; what is wrong is in `problems`.
 */
export function readRegistry(text: string): Registry {
  return runSync(readRegistryInSteps(text));
}

/** As `readRegistry`, one entry per step. */
export function readRegistryInSteps(text: string): Steps<Registry> {
  return readSplitText(text, (context) => splitEntries(context));
}

/** As `readRegistry`; returns `previous` if it was read from the same text. */
export function readRegistryIfChanged(text: string, previous: Registry | undefined): Registry {
  return previous && splitStates.get(previous)?.text === text ? previous : readRegistry(text);
}

/**
 * The registry of a text after an edit, equal to `readRegistry(text)`; `edit` counts in the text before. Entries that
 * the edit did not touch remain the same objects, and **their spans are moved in place**: creating half a million new
 * ones per keystroke would take longer than everything else. The registry before must not be used afterwards.
 */
export function updateRegistry(before: Registry, text: string, edit: Edit): Registry {
  const splitState = splitStates.get(before);
  if (!splitState) return readRegistry(text);
  splitStates.delete(before);
  const ignores = before.ignores.length === 0 && !mayContainIgnoreComment(text, edit) ? before.ignores : undefined;
  const registry = runSync(
    readSplitText(text, (context) => resplitEntries(context, splitState.text, splitState.sections, edit), ignores),
  );
  // A new anchor can change entries far away from it.
  return splitStates.has(registry) ? registry : readRegistry(text);
}

/** An edit with more new text than this is read in steps. In UTF-16 units. */
const MAX_REPLACED = 100_000;

/** As `updateRegistry`, if the texts differ in one small part; undefined if the registry has to be read anew. */
export function updateRegistryTo(before: Registry, text: string): Registry | undefined {
  const splitState = splitStates.get(before);
  if (!splitState) return undefined;
  const edit = editBetween(splitState.text, text);
  return edit.newLength > MAX_REPLACED ? undefined : updateRegistry(before, text, edit);
}

function* readSplitText(
  text: string,
  split: (context: YamlContext) => RawSection[] | undefined,
  ignores?: Registry['ignores'],
): Steps<Registry> {
  const problems = createProblemList();
  const context = createYamlContext(text, problems.report);
  const rawSections = split(context);
  // Problems with lines outside all sections have been reported, and an update would have to find them again.
  const isSplit = rawSections !== undefined && problems.all().length === 0;
  const sections = readSections(context, rawSections, (key) => TOP_LEVEL_KEYS.includes(key) || key === 'sources');
  const registry = yield* assembleRegistry(context, sections, problems, ignores);
  // The value of an anchor depends on the entries before.
  if (isSplit && context.anchors.size === 0) splitStates.set(registry, { text, sections: rawSections });
  return registry;
}

function* assembleRegistry(
  context: YamlContext,
  sections: readonly YamlSection[],
  problems: ProblemList,
  ignores: Registry['ignores'] | undefined,
): Steps<Registry> {
  const { text } = context;
  const registry = yield* readLists(context, sections, false, ignores);
  const problemsFound = problems.all();
  if (registry.declaresEntities || registry.declaresSources || registry.types.length > 0)
    return { ...registry, problems: problemsFound };
  const isUnrelatedFile = problemsFound.length > 2 || sections.some((section) => !section.key && section.value);
  // One clear message instead of many about a file that is not a registry.
  if (isUnrelatedFile)
    return { ...registry, problems: [{ message: notARegistry, span: clipToLine(text, lineAround(text, 0)) }] };
  // Only a file without a known key gets here; its first key, or one that is nearly right, is the reason.
  const keys = sections.slice(0, 50).flatMap(({ key }) => (key && key.value !== 'types' ? key : []));
  const nearMissKey = keys.find((key) => findNearMiss(key.value, TOP_LEVEL_KEYS));
  const key = nearMissKey ?? keys[0];
  if (!key) return { ...registry, problems: problemsFound };
  const suggestion = nearMissKey && findNearMiss(key.value, TOP_LEVEL_KEYS);
  const message = suggestion
    ? l10n.t('Entries below {0} are not read. Did you mean “{1}:”?', quote(key.value), suggestion)
    : l10n.t('Nothing is read from {0}. Write entries below “entities:” or “references:”.', quote(key.value));
  problems.report(message, clipToLine(text, key.span), suggestion === undefined ? {} : { suggestion });
  return { ...registry, problems: problems.all() };
}

/** The registry of parsed sections. Its `problems` are empty; they are reported to the context. */
export function* readLists(
  context: YamlContext,
  sections: readonly YamlSection[],
  isFrontMatter = false,
  ignores: Registry['ignores'] = readRegistryIgnoreComments(context.text),
): Steps<Registry> {
  const lists: EntryLists = { types: [], entities: [], sources: [] };
  const seen = new Set<string>();
  let declaresEntities = false;
  let declaresSources = false;
  for (const section of sections) {
    const key = section.key?.value ?? (section.items ? 'references' : '');
    const isKnownKey = TOP_LEVEL_KEYS.includes(key) || key === 'sources';
    if (isKnownKey && section.key && seen.has(key))
      context.report(
        l10n.t('“{0}:” appears twice in this file; other programs read only one. Join them.', key),
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
      if (key === 'sources' && section.key && !isFrontMatter)
        context.report(
          l10n.t('Pandoc, Quarto and Zotero read “references:”, not “sources:”. Rename the key.'),
          section.key.span,
          sections.some((other) => other.key?.value === 'references') ? {} : { suggestion: 'references' },
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

interface EntryLists {
  readonly types: TypeEntry[];
  readonly entities: EntityEntry[];
  readonly sources: SourceEntry[];
}

function* readList(
  context: YamlContext,
  section: YamlSection,
  kind: keyof EntryLists,
  target: EntryLists,
): Steps<void> {
  const { key, entries, items, value, damaged } = section;
  if (!items) {
    if (value && key && !damaged && !(value.kind === 'scalar' && value.value === null))
      context.report(
        l10n.t('There are no entries below “{0}:”. Start each with “- id:” (a dash and a space).', key.value),
        clipToLine(context.text, value.span),
      );
    return;
  }
  let unusableEntries = 0;
  const addParsed = (reading: ParsedEntry): boolean => {
    for (const { message, span, ...detail } of reading.problems) context.report(message, span, detail);
    for (const type of reading.types) target.types.push(type);
    for (const entity of reading.entities) target.entities.push(entity);
    for (const source of reading.sources) target.sources.push(source);
    if (reading[kind].length === 0) unusableEntries += 1;
    return unusableEntries < MAX_UNUSABLE_ENTRIES || target[kind].length > 0;
  };
  if (!entries) {
    for (const item of items) {
      if (!addParsed(readItems(context, 0, kind, () => [item]))) return;
      yield;
    }
    return;
  }
  for (const entry of entries) {
    if (!entry.parsed) {
      yield;
      // Without the text below it, on which the entry does not depend.
      const text = context.text.slice(0, entry.end);
      entry.parsed = readItems({ ...context, text }, entry.start, kind, (own) => readEntry(own, entry));
    }
    if (!addParsed(rebaseEntry(entry.parsed, entry.start))) return;
  }
}

/** The parsed items: one, unless its layout is wrong. */
function readItems(
  context: YamlContext,
  at: number,
  kind: keyof EntryLists,
  items: (context: YamlContext) => readonly YamlItem[],
): ParsedEntry {
  const problems: RegistryProblem[] = [];
  const report: YamlContext['report'] = (message, span, detail) => {
    if (problems.length <= MAX_PROBLEMS) problems.push({ message, span, ...detail });
  };
  const itemContext = { ...context, report };
  const lists: EntryLists = { types: [], entities: [], sources: [] };
  for (const item of items(itemContext)) {
    const named = item.node && correctFieldNames(item.node, fieldNames[kind](), report);
    const node = named && kind === 'sources' ? correctCustomFields(named, report) : named;
    const checked = checkEntry(context.text, { ...item, node }, schemas[kind](), report);
    if (checked) entryReaders[kind](itemContext, checked, lists);
  }
  return { baseOffset: at, ...lists, problems };
}

const schemas = { types: typeSchema, entities: entitySchema, sources: sourceSchema };
const fieldNames = {
  types: lazy(() => fieldNamesOf(Object.keys(typeSchema().shape))),
  entities: lazy(() => fieldNamesOf(Object.keys(entitySchema().shape))),
  sources: () => SOURCE_FIELDS,
};
const entryReaders = {
  types: (_: YamlContext, entry: CheckedEntry, { types }: EntryLists) => pushDefined(types, readType(entry)),
  entities: (context: YamlContext, entry: CheckedEntry, { entities }: EntryLists) =>
    pushDefined(entities, readEntity(context, entry)),
  sources: (context: YamlContext, entry: CheckedEntry, { sources }: EntryLists) =>
    pushDefined(sources, readSource(context, entry)),
};

function pushDefined<T>(list: T[], value: T | undefined): void {
  if (value) list.push(value);
}

function readType(entry: CheckedEntry): TypeEntry | undefined {
  const id = readId(entry);
  if (!id) return undefined;
  const name = textField(entry, 'name')?.value ?? id.value;
  return omitUndefined({ id, span: entry.node.span, name, extends: textField(entry, 'extends') });
}

function readEntity(context: YamlContext, entry: CheckedEntry): EntityEntry | undefined {
  const id = readId(entry);
  const type = textField(entry, 'type');
  if (!id || !type) return undefined;
  reportBareId(context, id);
  reportCutText(context, entry);
  const platform = validNode(entry, 'platform');
  return omitUndefined({
    id,
    span: entry.node.span,
    type,
    name: textField(entry, 'name') ?? id,
    aliases: textListField(entry, 'aliases'),
    family: textField(entry, 'family')?.value,
    description: textField(entry, 'description')?.value,
    partOf: textField(entry, 'part_of'),
    wikidata: textField(entry, 'wikidata'),
    reliability: textField(entry, 'reliability'),
    domains: textListField(entry, 'domains'),
    platform: platform?.kind === 'scalar' && platform.value === true,
    tlp: textField(entry, 'tlp'),
    stix: textField(entry, 'stix'),
  });
}

function readSource(context: YamlContext, entry: CheckedEntry): SourceEntry | undefined {
  const id = readId(entry);
  if (!id) return undefined;
  reportBareId(context, id);
  reportCutText(context, entry);
  reportMisplaced(context, entry.node);
  reportUnknownType(context, entry);
  return omitUndefined({
    id,
    span: entry.node.span,
    type: textField(entry, 'type')?.value,
    title: textField(entry, 'title')?.value,
    abstract: textField(entry, 'abstract')?.value,
    outlet: textField(entry, 'container-title') ?? textField(entry, 'publisher'),
    authors: readAuthors(validNode(entry, 'author')),
    issued: dateField(entry, 'issued'),
    accessed: dateField(entry, 'accessed'),
    url: textField(entry, 'URL'),
    reliability: textField(entry, 'custom', 'reliability'),
    credibility: textField(entry, 'custom', 'credibility'),
    archive: textField(entry, 'custom', 'archive'),
    sha256: textField(entry, 'custom', 'sha256'),
    tlp: textField(entry, 'custom', 'tlp'),
    csl: cslFieldsOf(entry.plain),
    filledFields: DESCRIPTIVE_FIELDS.filter((key) => isFilled(entry, key)),
  });
}

function isFilled({ node }: CheckedEntry, key: string): boolean {
  const value = fieldOf(node, key)?.value;
  return value !== undefined && !isEmptyScalar(value);
}

/** An id with invalid characters cannot be used in tags, but plain citations and mentions still find its entry. */
function readId(entry: CheckedEntry) {
  return locatedText(fieldOf(entry.node, 'id')?.value);
}

/** Names as "Given Family", from one or a list of CSL name objects or plain texts; empty without a node. */
export function readAuthors(node: YamlNode | undefined): string[] {
  if (!node) return [];
  return (node.kind === 'list' ? node.items : [node]).flatMap((author) => {
    if (author.kind !== 'map') return locatedText(author)?.value ?? [];
    const part = (key: string) => locatedText(fieldOf(author, key)?.value)?.value;
    const parts = ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix'].map(part);
    return (part('literal') ?? part('name') ?? parts.filter((word) => word !== undefined).join(' ')) || [];
  });
}
