/** `briefmark list sources`: the sources of each brief. */

import { statementsIn } from '../analysis/language/statements.ts';
import { shift, slice } from '../base/text/span.ts';
import { type Resolution, type ResolutionStatus, resolveCached } from '../scope/resolveCitation.ts';
import { findOutlet } from '../scope/scope.ts';
import type { Citation, SourceEntry } from '../syntax/ast.ts';
import { briefDateOf } from '../syntax/brief/brief.ts';
import { recordsOf } from '../syntax/brief/records.ts';
import { formatPartialDate, sourceNameOf } from './list.ts';
import type { BriefFile } from './project.ts';

/** One source of a brief. Citations that resolve to no entry are grouped by outlet and date as written. */
export interface SourceRow {
  readonly file: string;
  /** Its name in the registry, else as written; `""` if it is missing. */
  readonly outlet: string;
  readonly title: string;
  /** `YYYY-MM-DD` or `YYYY-MM`; null if the month is unknown. */
  readonly date: string | null;
  readonly id: string | null;
  readonly status: ResolutionStatus;
  /** Admiralty grades such as `B2`; `""` if there are none. */
  readonly rating: string;
  /** The number of citations. */
  readonly cited: number;
  /** Whether its entry names an archived copy. */
  readonly archived: boolean;
  /** The number of statements that cite no other source. */
  readonly singleSourced: number;
}

/** The sources of a brief, in the order of their first citation. */
export function sourceRows(file: BriefFile): SourceRow[] {
  const { brief, scope } = file;
  const date = briefDateOf(brief)?.value;
  const rows = new Map<string, SourceRow>();
  const count = (key: string, field: 'cited' | 'singleSourced') => {
    const row = rows.get(key);
    if (row) rows.set(key, { ...row, [field]: row[field] + 1 });
  };
  const keys = new Map<Citation, readonly string[]>();
  for (const { at, value: citation } of recordsOf(brief)) {
    const resolution = resolveCached(citation, scope, date);
    const written = citation.when ? slice(brief.text, shift(citation.when.span, at)) : '';
    const found = rowsFor(file, citation, resolution, written);
    for (const [key, row] of found) {
      if (!rows.has(key)) rows.set(key, row);
      count(key, 'cited');
    }
    keys.set(
      citation,
      found.map(([key]) => key),
    );
  }
  for (const [index, block] of brief.blocks.entries()) {
    const at = brief.starts[index]!;
    for (const { citations } of statementsIn(block, brief.text.slice(at, at + block.length))) {
      const [only, ...others] = new Set(citations.flatMap(({ citation }) => keys.get(citation) ?? []));
      // Two missing sources may be different ones.
      if (only !== undefined && others.length === 0 && (citations.length === 1 || rows.get(only)?.outlet !== ''))
        count(only, 'singleSourced');
    }
  }
  return [...rows.values()];
}

/** The rows of a citation with their keys; several, if its dates lead to several entries. */
function rowsFor(
  file: BriefFile,
  citation: Citation,
  resolution: Resolution,
  written: string,
): (readonly [key: string, row: SourceRow])[] {
  const { status, entries } = resolution;
  if (status === 'resolved') return entries.map(({ entry }) => [`id ${entry.id.value}`, rowOf(file, entry)]);
  const outlet = sourceNameOf(citation, resolution);
  const row: SourceRow = {
    file: file.name,
    outlet: outlet === '' ? (citation.id?.value ?? '') : outlet,
    title: '',
    date: formatPartialDate(resolution.dates[0]?.date),
    id: null,
    status,
    rating: '',
    cited: 0,
    archived: false,
    singleSourced: 0,
  };
  return [[`${status} ${row.outlet}\n${written}`, row]];
}

function rowOf({ name, scope }: BriefFile, entry: SourceEntry): SourceRow {
  const outlet = entry.outlet && findOutlet(scope, entry.outlet.value)?.entry;
  return {
    file: name,
    outlet: outlet?.name.value ?? entry.outlet?.value ?? '',
    title: entry.title ?? '',
    date: formatPartialDate(entry.issued?.value),
    id: entry.id.value,
    status: 'resolved',
    rating: `${(entry.reliability ?? outlet?.reliability)?.value ?? ''}${entry.credibility?.value ?? ''}`,
    cited: 0,
    archived: entry.archive !== undefined,
    singleSourced: 0,
  };
}
