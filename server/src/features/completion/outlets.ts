/** Offers for the outlets of the registries, as citations name them. */
import * as l10n from '@vscode/l10n';
import { type DefinedEntry, isSubtypeOf, outletKey, type Scope } from '../../scope/scope.ts';
import type { SourceEntry } from '../../syntax/ast.ts';
import type { Offer } from './offer.ts';
import { type CitationHabits, describeSource } from './sources.ts';

/** Characters that end an item or a citation group, and so cannot be in a name. */
export const invalidInItem = /[;()[\]\\\r\n]/;

/**
 * The outlets: first those of the `preferred` reports, then those the brief cites, then by number of reports. Each has
 * the name the brief uses, otherwise the one its reports use, otherwise the name of its entity.
 */
export function outletOffers(
  scope: Scope,
  { outletNames }: CitationHabits,
  preferred: readonly DefinedEntry<SourceEntry>[],
): Offer[] {
  const reportOf = new Map<string, DefinedEntry<SourceEntry>>();
  for (const report of preferred) {
    if (report.entry.outlet) reportOf.set(outletKey(scope, report.entry.outlet.value), report);
  }
  const keys = new Set(scope.sourcesByOutlet.keys());
  for (const [id, { entry }] of scope.entities) if (isSubtypeOf(scope, entry.type.value, 'media')) keys.add(`id ${id}`);
  const rows = [...keys].flatMap((key) => {
    const entity = key.startsWith('id ') ? scope.entities.get(key.slice('id '.length))?.entry : undefined;
    const reports = scope.sourcesByOutlet.get(key) ?? [];
    const name = outletNames.get(key) ?? reports[0]?.entry.outlet?.value ?? entity?.name.value ?? '';
    if (name.trim() === '' || invalidInItem.test(name)) return [];
    const report = reportOf.get(key);
    const order = report ? 0 : outletNames.has(key) ? 1 : 2;
    return [{ name, entity, report, order, count: reports.length }];
  });
  return rows
    .sort((a, b) => a.order - b.order || b.count - a.count || (a.name < b.name ? -1 : 1))
    .map(({ name, entity, report, count }): Offer => {
      const others = entity ? [...entity.aliases.map(({ value }) => value), entity.name.value, entity.id.value] : [];
      const fallbackDetail = entity && entity.name.value !== name ? entity.name.value : formatReportCount(count);
      const subject = report
        ? ({ kind: 'source', id: report.entry.id.value } as const)
        : entity && ({ kind: 'entity', id: entity.id.value } as const);
      return {
        kind: 'outlet',
        label: name,
        detail: report ? describeSource(report) : fallbackDetail,
        text: name,
        names: [name, ...others, ...(report?.entry.title ? [report.entry.title] : [])],
        commit: [','],
        ...(subject && { subject }),
      };
    });
}

function formatReportCount(count: number): string {
  return count === 1 ? l10n.t('1 report') : l10n.t('{0} reports', count);
}
