import * as l10n from '@vscode/l10n';
import { shift } from '../../base/text/span.ts';
import type { Change, NewFile } from '../../edits/change.ts';
import { citationAfter, putSource, sourceTag } from '../../edits/citation/replaceSource.ts';
import type { NewEntry } from '../../edits/registry/addEntries.ts';
import { reportEntry } from '../../edits/registry/newEntries.ts';
import type { SourceToAdd } from '../../protocol/commands.ts';
import { resolve } from '../../scope/resolveCitation.ts';
import type { Scope } from '../../scope/scope.ts';
import type { CalendarDate, Citation } from '../../syntax/ast.ts';
import { blockIndexAt, dateOf } from '../../syntax/brief/brief.ts';
import { domainOf } from '../../syntax/citation/sourceName.ts';
import { inferYear } from '../../syntax/date/calendar.ts';
import { parseIsoDate } from '../../syntax/date/isoDate.ts';
import type { FeatureContext, OpenFile } from '../feature.ts';
import { refuse } from '../support/refuse.ts';
import { type Homes, readHomes } from '../support/registryTargets.ts';
import { toWorkspaceEdit } from '../support/workspaceEdit.ts';
import type { ServerCommand } from './command.ts';

/** What is done, or why it cannot be done. */
export type Addition = { readonly changes: readonly (Change | NewFile)[]; readonly ids: readonly string[] } | string;

/**
 * The changes that enter a report in the registry and put its outlet into the text, both at once. A report that the
 * registry has already is only named. Text: why nothing can be done, for the user.
 */
export function additionFor(
  source: SourceToAdd,
  file: OpenFile,
  homes: Pick<Homes, 'add'>,
  { workspace }: Pick<FeatureContext, 'workspace'>,
): Addition {
  if (file.kind !== 'brief') return l10n.t('Sources can only be put into briefs.');
  if (source.version !== null && file.document.version !== source.version)
    return l10n.t('The text has changed in the meantime. Try again.');
  const { value: brief } = file;
  const index = blockIndexAt(brief, source.span.start);
  const at = brief.starts[index] ?? 0;
  const citation = brief.blocks[index]?.citations.find(
    ({ span }) => span.start + at === source.span.start && span.end + at === source.span.end,
  );
  if (!citation?.when || citation.source) return l10n.t('There is no citation without a source at this place.');
  const outlet = source.outlet.replace(/\s+/g, ' ').trim();
  if (outlet === '') return l10n.t('The source has no name.');

  const scope = workspace.scopeOf(source.uri);
  const briefDate = dateOf(brief)?.value;
  const text = brief.text.slice(at, source.span.end);
  const inWords = putSource(text, citation, outlet);
  const named = inWords && citationAfter(text, citation, inWords);
  const entries = newReports(source, outlet, citation, named, scope, briefDate);
  if (!entries)
    return l10n.t('The year of this citation is not known. Give the brief a date, or the source a full one.');
  // Where the name alone would not tell which report is meant, a tag does.
  const status = named && resolve(named, scope, briefDate).status;
  const isClear = entries.length === 0 || status === 'unknown' || status === 'unchecked';
  const tag = entries.length === 1 && sourceTag(outlet, entries[0]!.id!);
  const put = (isClear && inWords) || (tag && putSource(text, citation, tag)) || inWords;
  if (!put) return l10n.t('“{0}” cannot be written in a citation.', outlet);
  const added = entries.length > 0 ? homes.add('source', entries) : undefined;
  if (entries.length > 0 && !added) return l10n.t('There is no sources.yaml to which the source could be added.');
  const inText = { uri: source.uri, span: shift(put.span, at), text: put.text };
  return { changes: [inText, ...(added ? [added.change] : [])], ids: entries.map(({ id }) => id!) };
}

/**
 * One entry for each date of which the registry has no report of the outlet; for all of them when a title says that
 * another report is meant. `named` is the citation with the outlet in words. Undefined where a year is not known.
 */
function newReports(
  { title, url, date: given }: SourceToAdd,
  outlet: string,
  { when }: Citation,
  named: Citation | undefined,
  scope: Scope,
  briefDate: CalendarDate | undefined,
): NewEntry[] | undefined {
  const dates = when?.dates ?? [];
  const full = given === undefined || dates.length > 1 ? undefined : parseIsoDate(given);
  const more = { accessed: when?.accessed === true, isWebPage: domainOf(outlet) !== undefined };
  const taken = new Set<string>();
  const entries: NewEntry[] = [];
  for (const [index, cited] of dates.entries()) {
    const one = named?.when?.dates[index];
    const known = one && resolve({ ...named, when: { ...named.when, dates: [one] } }, scope, briefDate).status;
    if (known === 'resolved' && !title) continue;
    const date = full ?? inferYear(cited.value, briefDate);
    const entry = reportEntry({ outlet, date, ...more, ...(title && { title }), ...(url && { url }) }, scope, taken);
    if (!entry) return undefined;
    taken.add(entry.id!);
    entries.push(entry);
  }
  return entries;
}

/** Answers the ids of the new entries; refuses with a reason. */
export const addSourceEntry: ServerCommand = {
  command: 'briefmark.addSourceEntry',
  async run(argument, context) {
    if (!isSourceToAdd(argument)) refuse(l10n.t('A source to add needs a uri, a span, a version and an outlet.'));
    const homes = await readHomes(argument.uri, context);
    const file = context.open(argument.uri);
    const addition = file ? additionFor(argument, file, homes, context) : l10n.t('The brief is not open.');
    if (typeof addition === 'string') refuse(addition);
    const places = { rangeIn: homes.rangeIn, versionOf: context.versionOf };
    const applied = await context.applyEdit(l10n.t('Add a source'), toWorkspaceEdit(addition.changes, places));
    if (!applied) refuse(l10n.t('The editor did not apply the change. Try again.'));
    return { ids: addition.ids };
  },
};

function isSourceToAdd(value: unknown): value is SourceToAdd {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, span, version, outlet, title, url, date } = value as Record<string, unknown>;
  const { start, end } = (typeof span === 'object' && span !== null ? span : {}) as Record<string, unknown>;
  return (
    [uri, outlet].every((text) => typeof text === 'string') &&
    [start, end].every((offset) => typeof offset === 'number') &&
    (version === null || typeof version === 'number') &&
    [title, url, date].every((text) => text === undefined || typeof text === 'string')
  );
}
