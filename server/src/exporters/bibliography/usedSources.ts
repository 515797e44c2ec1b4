/** The sources that briefs use, and what a bibliography of them leaves out. */

import * as l10n from '@vscode/l10n';
import { plural } from '../../base/text/plural.ts';
import { type Release, releaseOf } from '../../render/release.ts';
import { resolveCached } from '../../scope/resolveCitation.ts';
import type { Scope } from '../../scope/scope.ts';
import type { SourceEntry } from '../../syntax/ast.ts';
import { briefDateOf } from '../../syntax/brief/brief.ts';
import { recordsOf } from '../../syntax/brief/records.ts';
import type { ExportInput } from '../engine/exporter.ts';

export interface UsedSource {
  readonly entry: SourceEntry;
  readonly scope: Scope;
  readonly release: Release;
}

export interface UsedSources {
  /** Each once, in the order of their first citations, without those that the readers may not know. */
  readonly sources: readonly UsedSource[];
  /** One sentence for each kind of citation that has no source among them. */
  readonly leftOut: readonly string[];
}

/** The entries that the citations of the briefs resolve to. */
export function usedSources({
  briefs,
  options: { internal = false },
}: Pick<ExportInput, 'briefs' | 'options'>): UsedSources {
  const sources = new Map<string, UsedSource>();
  const withheld = new Set<string>();
  let [lost, unlisted] = [0, 0];
  for (const { brief, scope, lost: lostHere } of briefs) {
    const release = releaseOf(brief, scope, internal);
    const date = briefDateOf(brief)?.value;
    for (const { value: citation } of recordsOf(brief)) {
      const { status, entries } = resolveCached(citation, scope, date);
      if (lostHere.has(citation)) lost++;
      else if (status !== 'resolved' && status !== 'missing') unlisted++;
      if (status !== 'resolved') continue;
      for (const { entry } of entries) {
        const id = entry.id.value;
        if (release.isWithheld(entry)) withheld.add(id);
        else if (!sources.has(id)) sources.set(id, { entry, scope, release });
      }
    }
  }
  const withheldCount = [...withheld].filter((id) => !sources.has(id)).length;
  return {
    sources: [...sources.values()],
    leftOut: [...describeLost(lost), ...describeUnlisted(unlisted), ...describeWithheld(withheldCount)],
  };
}

/** Says how many citations have lost their source. */
export function describeLost(count: number): string[] {
  if (count === 0) return [];
  return [
    plural(count, {
      one: l10n.t('One citation has lost its source.'),
      other: l10n.t('{0} citations have lost their source.', count),
    }),
  ];
}

function describeUnlisted(count: number): string[] {
  if (count === 0) return [];
  return [
    plural(count, {
      one: l10n.t('One citation leads to no entry of the registries and is not in the export.'),
      other: l10n.t('{0} citations lead to no entry of the registries and are not in the export.', count),
    }),
  ];
}

function describeWithheld(count: number): string[] {
  if (count === 0) return [];
  return [
    plural(count, {
      one: l10n.t('One source is marked more strictly than the brief and is not in the export.'),
      other: l10n.t('{0} sources are marked more strictly than the brief and are not in the export.', count),
    }),
  ];
}
