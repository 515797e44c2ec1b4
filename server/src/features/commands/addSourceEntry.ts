import * as l10n from '@vscode/l10n';
import { shift } from '../../base/text/span.ts';
import type { Change, NewFile } from '../../edits/change.ts';
import { formatSourceTag, inParentheses, insertSource, reparseCitation } from '../../edits/citation/replaceSource.ts';
import type { NewEntry } from '../../edits/registry/addEntries.ts';
import { createReportEntry } from '../../edits/registry/newEntries.ts';
import type { SourceToAdd } from '../../protocol/commands.ts';
import { knownNamesOf } from '../../scope/knownNames.ts';
import { resolveCitation } from '../../scope/resolveCitation.ts';
import { type DefinedEntry, foldName, type Scope } from '../../scope/scope.ts';
import type { CalendarDate, Citation, SourceEntry } from '../../syntax/ast.ts';
import { blockIndexAt, briefDateOf } from '../../syntax/brief/brief.ts';
import { normalizeAddress } from '../../syntax/citation/linkAddress.ts';
import { isSourceMissing } from '../../syntax/citation/missing.ts';
import { parseDomain } from '../../syntax/citation/sourceName.ts';
import { inferYear } from '../../syntax/date/calendar.ts';
import { parseIsoDate } from '../../syntax/date/isoDate.ts';
import type { FeatureContext, OpenFile } from '../feature.ts';
import { refuse } from '../support/refuse.ts';
import { type RegistryTargets, readRegistryTargets } from '../support/registryTargets.ts';
import { toWorkspaceEdit } from '../support/workspaceEdit.ts';
import { isCount, isString, optional, record } from './argument.ts';
import { createCommand } from './command.ts';

/** The changes and the new ids, or the reason why the source cannot be added. */
export type SourceAddition =
  | { readonly changes: readonly (Change | NewFile)[]; readonly ids: readonly string[] }
  | string;

/**
 * The changes that add a report to the registry and its outlet to the text. A report that the registry already has is
 * only cited. A string is the reason for a refusal, for the user.
 */
export function planSourceAddition(
  source: SourceToAdd,
  file: OpenFile,
  targets: Pick<RegistryTargets, 'addEntries'>,
  { workspace }: Pick<FeatureContext, 'workspace'>,
): SourceAddition {
  if (file.kind !== 'brief') return l10n.t('Sources can only be inserted in briefs.');
  if (source.version !== null && file.document.version !== source.version)
    return l10n.t('The text has changed in the meantime. Try again.');
  const { value: brief } = file;
  const index = blockIndexAt(brief, source.span.start);
  const blockStart = brief.starts[index] ?? 0;
  const citation = brief.blocks[index]?.citations.find(
    ({ span }) => span.start + blockStart === source.span.start && span.end + blockStart === source.span.end,
  );
  if (!citation?.when || !isSourceMissing(citation))
    return l10n.t('There is no citation without a source at this place.');
  const outlet = source.outlet.replace(/\s+/g, ' ').trim();
  if (outlet === '') return l10n.t('The source has no name.');

  const scope = workspace.scopeOf(source.uri);
  const briefDate = briefDateOf(brief)?.value;
  const text = brief.text.slice(blockStart, blockStart + Math.max(citation.span.end, citation.group.end));
  const known = knownNamesOf(scope);
  const plainEdit = insertSource(text, citation, outlet, known);
  const completedCitation = plainEdit && reparseCitation(text, citation, plainEdit, known);
  const entries = createMissingReports(source, outlet, citation, completedCitation, scope, briefDate);
  if (!entries)
    return l10n.t('The year of this citation is not known. Give the brief a date, or the source a full one.');
  // A tag, if the name alone would not say which report is meant.
  const status = completedCitation && resolveCitation(completedCitation, scope, briefDate).status;
  const isUnambiguous = entries.length === 0 || status === 'unknown' || status === 'unchecked';
  const tag = entries.length === 1 && formatSourceTag(outlet, entries[0]!.id!);
  const sourceEdit = (isUnambiguous && plainEdit) || (tag && insertSource(text, citation, tag, known)) || plainEdit;
  if (!sourceEdit) return l10n.t('“{0}” cannot be written in a citation.', outlet);
  const added = entries.length > 0 ? targets.addEntries('source', entries) : undefined;
  if (entries.length > 0 && !added) return l10n.t('There is no sources.yaml to which the source could be added.');
  const written = inParentheses(text, citation, sourceEdit, known);
  const textChange = { uri: source.uri, span: shift(written.span, blockStart), text: written.text };
  return { changes: [textChange, ...(added ? [added.change] : [])], ids: entries.map(({ id }) => id!) };
}

/**
 * One entry per cited date for which the registry has no report of the outlet; or has another one, as title or address say. `completedCitation` is the citation with the outlet inserted. Undefined if a year is
 * unknown.
 */
function createMissingReports(
  { title, url, date: isoDateText }: SourceToAdd,
  outlet: string,
  { when }: Citation,
  completedCitation: Citation | undefined,
  scope: Scope,
  briefDate: CalendarDate | undefined,
): NewEntry[] | undefined {
  const dates = when?.dates ?? [];
  const givenDate = isoDateText === undefined || dates.length > 1 ? undefined : parseIsoDate(isoDateText);
  const commonFields = { accessed: when?.accessed === true, isWebPage: parseDomain(outlet) !== undefined };
  const takenIds = new Set<string>();
  const entries: NewEntry[] = [];
  for (const [index, cited] of dates.entries()) {
    const citedDate = completedCitation?.when?.dates[index];
    const resolution =
      citedDate &&
      resolveCitation(
        { ...completedCitation, when: { ...completedCitation.when, dates: [citedDate] } },
        scope,
        briefDate,
      );
    const isKnown = ({ entry }: DefinedEntry<SourceEntry>) =>
      (!title || (entry.title !== undefined && foldName(entry.title) === foldName(title))) &&
      (!url || (entry.url !== undefined && normalizeAddress(entry.url.value) === normalizeAddress(url)));
    if (resolution?.status === 'resolved' && resolution.entries.every(isKnown)) continue;
    const date = givenDate ?? inferYear(cited.value, briefDate);
    const entry = createReportEntry(
      { outlet, date, ...commonFields, ...(title && { title }), ...(url && { url }) },
      scope,
      takenIds,
    );
    if (!entry) return undefined;
    takenIds.add(entry.id!);
    entries.push(entry);
  }
  return entries;
}

/** Adds the source and returns the ids of the new entries; refuses with a reason. */
export const addSourceEntry = createCommand(
  'briefmark.addSourceEntry',
  {
    uri: isString,
    span: record<SourceToAdd['span']>({ start: isCount, end: isCount }),
    version: (version): version is number | null => version === null || isCount(version),
    outlet: isString,
    title: optional(isString),
    url: optional(isString),
    date: optional(isString),
  },
  async (source, context) => {
    const targets = await readRegistryTargets(source.uri, context);
    const file = context.open(source.uri);
    const addition = file ? planSourceAddition(source, file, targets, context) : l10n.t('The brief is not open.');
    if (typeof addition === 'string') refuse(addition);
    const editContext = { rangeIn: targets.rangeIn, versionOf: context.versionOf };
    const applied = await context.applyEdit(l10n.t('Add a source'), toWorkspaceEdit(addition.changes, editContext));
    if (!applied) refuse(l10n.t('The editor did not apply the change. Try again.'));
    return { ids: addition.ids };
  },
);
