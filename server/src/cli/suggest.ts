/** `briefmark suggest`: entries for what briefs name and cite, to read or to write. */

import * as l10n from '@vscode/l10n';
import { loadKnowledge } from '../analysis/names/suggest/knowledge/knowledge.ts';
import { outletKnowledge } from '../analysis/names/suggest/knowledge/outlets.ts';
import { proseOf } from '../analysis/names/suggest/prose.ts';
import { isWorthWriting, suggestNamesInTexts } from '../analysis/names/suggest/suggestNames.ts';
import { suggestTaggedNames } from '../analysis/names/suggest/taggedNames.ts';
import { plural } from '../base/text/plural.ts';
import { addEntries, type EntryKind, type NewEntry } from '../edits/registry/addEntries.ts';
import { createEntityEntries } from '../edits/registry/suggestedEntities.ts';
import { type CitingBrief, type SuggestedEntry, suggestSources } from '../edits/registry/suggestedSources.ts';
import type { Scope } from '../scope/scope.ts';
import type { Invocation } from './invocation.ts';
import { formatJson } from './json.ts';
import type { Project } from './project.ts';
import type { Outcome } from './run.ts';
import { type Column, formatTable } from './table.ts';
import { writeEntries } from './writeEntries.ts';

/** What was found: rows to print, and the entries to write. */
interface Suggestions {
  readonly rows: readonly SuggestionRow[];
  readonly entries: readonly (readonly [kind: EntryKind, entries: readonly NewEntry[]])[];
}

/** One suggestion in `--format json`. Spans are in UTF-16 units. */
interface SuggestionRow {
  /** What kind of entry it becomes. */
  readonly kind: 'entity' | 'source';
  readonly name: string;
  /** The type of the entity, or the CSL type of the source. */
  readonly type: string;
  readonly aliases: readonly string[];
  readonly count: number;
  readonly files: readonly string[];
  readonly spans: readonly { readonly file: string; readonly start: number; readonly end: number }[];
  readonly reason: string;
  /** The sentence of the first mention; of a source its title. */
  readonly sentence: string;
  /** The fields to write; null for what is no entry, such as a title without a name. */
  readonly entry: NewEntry | null;
}

/** Runs `suggest`. `report` prints a line for the user beside the output. */
export async function runSuggest(
  project: Project,
  { subject, values, paths }: Invocation,
  color: boolean,
  report: (message: string) => void,
): Promise<Outcome> {
  const { rows, entries } = subject === 'names' ? await findNames(project) : await findSources(project, report);
  const isEmpty = entries.every(([, list]) => list.length === 0);
  if (values('write').length > 0) {
    for (const [kind, list] of entries) {
      if (list.length > 0)
        report(describeWritten(kind, list.length, await writeEntries(project, paths[0] ?? '.', kind, list)));
    }
    if (isEmpty) report(l10n.t('Nothing was written: the registries have everything that the briefs name or cite.'));
  }
  const format = values('format').at(-1);
  const output =
    format === 'json'
      ? formatJson(rows)
      : format === 'yaml'
        ? formatYaml(entries)
        : formatTable(columns(subject === 'names'), rows, color);
  return { output, exitCode: 0 };
}

async function findNames(project: Project): Promise<Suggestions> {
  const briefs: CitingBrief[] = [];
  const texts: { file: string; text: string }[] = [];
  let scope: Scope | undefined;
  for await (const file of project.files()) {
    if (file.kind !== 'brief') continue;
    texts.push({ file: file.name, text: proseOf(file.brief, file.scope.findNames) });
    briefs.push({ file: file.name, brief: file.brief, scope: file.scope });
    scope ??= file.scope;
  }
  const suggestions = [...suggestTaggedNames(briefs), ...suggestNamesInTexts(texts, await loadKnowledge())];
  const written = suggestions.filter(isWorthWriting);
  const entries = scope ? createEntityEntries(written, scope) : [];
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const rows = suggestions.map(
    ({ name, type, aliases, count, files, spans, reason, sentence, isDescription }): SuggestionRow => ({
      kind: 'entity',
      name,
      type,
      aliases,
      count,
      files,
      spans,
      reason,
      sentence,
      entry: isDescription ? null : (byName.get(name) ?? null),
    }),
  );
  return { rows, entries: [['entity', entries]] };
}

async function findSources(project: Project, report: (message: string) => void): Promise<Suggestions> {
  const briefs: CitingBrief[] = [];
  for await (const file of project.files())
    if (file.kind === 'brief') briefs.push({ file: file.name, brief: file.brief, scope: file.scope });
  const { sources, outlets, withoutYear } = suggestSources(briefs, outletKnowledge(await loadKnowledge()));
  const [first] = withoutYear;
  if (first) {
    report(
      plural(withoutYear.length, {
        one: l10n.t('One citation in {0} is left out, because its year is unknown. Give the brief a date.', first.file),
        other: l10n.t(
          '{0} citations are left out, because their year is unknown: the first is in {1}. Give the brief a date.',
          withoutYear.length,
          first.file,
        ),
      }),
    );
  }
  const entriesOf = (list: readonly SuggestedEntry[]) => list.map(({ entry }) => entry);
  return {
    rows: [...sources, ...outlets].map(sourceRow),
    entries: [
      ['source', entriesOf(sources)],
      ['entity', entriesOf(outlets)],
    ],
  };
}

function sourceRow({ kind, name, entry, citedAt }: SuggestedEntry): SuggestionRow {
  const { aliases, title, issued, accessed } = entry;
  const day = issued ?? accessed;
  return {
    kind,
    name,
    type: String(entry.type ?? ''),
    aliases: Array.isArray(aliases) ? aliases : [],
    count: citedAt.length,
    files: [...new Set(citedAt.map(({ file }) => file))],
    spans: citedAt.map(({ file, start, end }) => ({ file, start, end })),
    reason:
      kind === 'entity'
        ? l10n.t('cited as an outlet')
        : typeof day === 'string'
          ? l10n.t('cited, dated {0}', day)
          : l10n.t('cited without a date'),
    sentence: typeof title === 'string' ? title : '',
    entry,
  };
}

function columns(isNames: boolean): Column<SuggestionRow>[] {
  return [
    { title: l10n.t('type'), value: ({ type }) => type },
    { title: l10n.t('name'), value: ({ name }) => name },
    { title: l10n.t('aliases'), value: ({ aliases }) => aliases.join(', ') },
    { title: l10n.t('count'), value: ({ count }) => String(count) },
    { title: l10n.t('reason'), value: ({ reason }) => reason },
    { title: isNames ? l10n.t('sentence') : l10n.t('title'), value: ({ sentence }) => sentence },
  ];
}

/** What goes into the registries, as one YAML document. */
function formatYaml(entries: Suggestions['entries']): string {
  return entries
    .flatMap(([kind, list]) => {
      const file = list.length > 0 ? addEntries({ uri: '' }, kind, list) : undefined;
      return file && 'create' in file
        ? [`# ${kind === 'source' ? 'sources.yaml' : 'entities.yaml'}\n${file.create}`]
        : [];
    })
    .join('\n');
}

function describeWritten(kind: EntryKind, count: number, { name, isNew }: { name: string; isNew: boolean }): string {
  if (kind === 'source')
    return isNew
      ? plural(count, {
          one: l10n.t('Created {0} with one source.', name),
          other: l10n.t('Created {0} with {1} sources.', name, count),
        })
      : plural(count, {
          one: l10n.t('Added one source to {0}.', name),
          other: l10n.t('Added {1} sources to {0}.', name, count),
        });
  return isNew
    ? plural(count, {
        one: l10n.t('Created {0} with one entity.', name),
        other: l10n.t('Created {0} with {1} entities.', name, count),
      })
    : plural(count, {
        one: l10n.t('Added one entity to {0}.', name),
        other: l10n.t('Added {1} entities to {0}.', name, count),
      });
}
