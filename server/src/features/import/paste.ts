/** What is pasted into a brief, with the edit of the registry that some of its forms need. */

import type { NewEntry } from '../../edits/registry/addEntries.ts';
import { createReportEntry } from '../../edits/registry/newEntries.ts';
import { type CopiedForm, formCopied } from '../../importers/html/copied.ts';
import { createReferences } from '../../importers/references/cslCitation.ts';
import { readRecords } from '../../importers/references/records.ts';
import type { ImportRequests, PastedForm } from '../../protocol/import.ts';
import { resolveCitation } from '../../scope/resolveCitation.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Brief } from '../../syntax/ast.ts';
import { briefDateOf, readBrief } from '../../syntax/brief/brief.ts';
import { recordsOf } from '../../syntax/brief/records.ts';
import { inferYear } from '../../syntax/date/calendar.ts';
import type { FeatureContext } from '../feature.ts';
import { readRegistryTargets } from '../support/registryTargets.ts';
import { toWorkspaceEdit } from '../support/workspaceEdit.ts';

type PasteParams = ImportRequests['briefmark/paste']['params'];
type Parts = { readonly [Key in keyof PasteParams]: PasteParams[Key] | undefined };

/** The forms that keep the sources of what was copied, the best first; none if plain text loses nothing. */
export async function pastedForms(
  { uri = '', html, text, replaced = '' }: Parts,
  context: FeatureContext,
): Promise<readonly PastedForm[]> {
  const file = context.open(uri);
  if (file?.kind !== 'brief') return [];
  const { value: brief } = file;
  const scope = context.workspace.scopeOf(uri);
  const form = formCopied({ html, text, replaced, brief: brief.text });
  if (form?.kind === 'link') return [form];
  const records = await readRecords(text ?? '');
  if (records) {
    const references = createReferences(
      ({ DOI, URL, title }) => findSource(scope, { DOI, URL, title }),
      (key) => scope.sources.has(key),
    );
    const key = references.cite(records.map((fields) => ({ fields })));
    const entries = references.entries().map(({ fields }) => fields as NewEntry);
    const edit = await registryEdit(uri, entries, context);
    return edit || entries.length === 0 ? [{ kind: 'record', text: key, notes: '', ...(edit && { edit }) }] : [];
  }
  if (!form) return [];
  const edit = await registryEdit(uri, newReports(form, brief, scope), context);
  return edit ? [form, { ...form, kind: 'registry', edit }] : [form];
}

/** The edit that adds the entries; undefined if there are none, or no registry for them. */
async function registryEdit(uri: string, entries: readonly NewEntry[], context: FeatureContext) {
  if (entries.length === 0) return undefined;
  const targets = await readRegistryTargets(uri, context);
  const added = targets.addEntries('source', entries);
  return added && toWorkspaceEdit([added.change], { rangeIn: targets.rangeIn, versionOf: context.versionOf });
}

/** The id of the source of the registry with this address or title. */
function findSource(scope: Scope, { DOI, URL, title }: Readonly<Record<string, unknown>>): string | undefined {
  const addresses = new Set<unknown>([URL, DOI && `https://doi.org/${DOI}`].filter(Boolean));
  for (const [id, { entry }] of scope.sources)
    if (addresses.has(entry.url?.value) || (title !== undefined && entry.title === title)) return id;
  return undefined;
}

/** Entries for the citations with an address and a full date that no registry has. */
function newReports({ text, notes }: CopiedForm, brief: Brief, scope: Scope): readonly NewEntry[] {
  const briefDate = briefDateOf(brief)?.value;
  const takenIds = new Set<string>();
  const entries: NewEntry[] = [];
  for (const { value: citation } of recordsOf(readBrief(`${text}\n\n${notes}\n`))) {
    const { source, when, url } = citation;
    const [cited, ...others] = when?.dates ?? [];
    if (!source || !cited || others.length > 0 || !url) continue;
    if (resolveCitation(citation, scope, briefDate).status === 'resolved') continue;
    const date = inferYear(cited.value, briefDate);
    const report = { outlet: source.name, date, url: url.value, accessed: when?.accessed === true, isWebPage: true };
    const entry = createReportEntry(report, scope, takenIds);
    if (!entry?.id) continue;
    takenIds.add(entry.id);
    entries.push(entry);
  }
  return entries;
}
