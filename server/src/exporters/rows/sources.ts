/** The sources of a brief as rows of plain data. */

import { statementsIn } from '../../analysis/language/statements.ts';
import { formatGrades } from '../../analysis/sourcing/grades.ts';
import { shift, slice } from '../../base/text/span.ts';
import { EVERYTHING, type Release } from '../../render/release.ts';
import { languageOf } from '../../render/words/index.ts';
import { type Resolution, type ResolutionStatus, resolveCached } from '../../scope/resolveCitation.ts';
import { findOutlet } from '../../scope/scope.ts';
import type { Citation, SourceEntry } from '../../syntax/ast.ts';
import { briefDateOf } from '../../syntax/brief/brief.ts';
import { recordsOf } from '../../syntax/brief/records.ts';
import { formatPartialDate, sourceNameOf } from './citations.ts';
import type { ListedBrief } from './row.ts';

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
  readonly author: string;
  /** The type in CSL: `article-newspaper`. */
  readonly type: string;
  /** The language of the source, as its entry gives it. */
  readonly language: string;
  readonly url: string;
  /** The address of the archived copy, and its hash. */
  readonly archive: string;
  readonly sha256: string;
  /** Its marking, for the house alone. */
  readonly tlp: string;
}

const EMPTY_ROW = {
  title: '',
  id: null,
  rating: '',
  cited: 0,
  archived: false,
  singleSourced: 0,
  author: '',
  type: '',
  language: '',
  url: '',
  archive: '',
  sha256: '',
  tlp: '',
};

/** The sources of a brief, in the order of their first citation. What its readers may not know of the registries is left out. */
export function sourceRows(listed: ListedBrief, release: Release = EVERYTHING): SourceRow[] {
  const { brief, scope } = listed;
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
    const found = rowsFor(listed, release, citation, resolution, written);
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
  listed: ListedBrief,
  release: Release,
  citation: Citation,
  resolution: Resolution,
  written: string,
): (readonly [key: string, row: SourceRow])[] {
  const { status, entries } = resolution;
  if (status !== 'resolved') {
    const outlet = sourceNameOf(citation, resolution);
    const row = rowAsWritten(listed, outlet === '' ? (citation.id?.value ?? '') : outlet, citation, resolution);
    return [[`${status} ${row.outlet}\n${written}`, row]];
  }
  return entries.map(({ entry }) => {
    const key = `id ${entry.id.value}`;
    if (!release.isWithheld(entry)) return [key, rowOf(listed, release, entry)];
    const outlet = citation.source?.name ?? languageOf(listed.brief).words.withheld;
    return [key, rowAsWritten(listed, outlet, citation, resolution)];
  });
}

/** The row of a source that is in no registry, or not for the readers. */
function rowAsWritten({ name }: ListedBrief, outlet: string, citation: Citation, resolution: Resolution): SourceRow {
  return {
    file: name,
    outlet,
    date: formatPartialDate(resolution.dates[0]?.date),
    status: resolution.status,
    ...EMPTY_ROW,
    title: citation.title?.value ?? '',
    author: citation.author?.value ?? '',
    url: citation.url?.value ?? '',
    archive: citation.archive?.value ?? '',
  };
}

function rowOf({ name, scope }: ListedBrief, release: Release, entry: SourceEntry): SourceRow {
  const found = entry.outlet && findOutlet(scope, entry.outlet.value)?.entry;
  const outlet = release.isWithheld(found) ? undefined : found;
  return {
    file: name,
    outlet: outlet?.name.value ?? entry.outlet?.value ?? '',
    title: entry.title ?? '',
    date: formatPartialDate(entry.issued?.value),
    id: entry.id.value,
    status: 'resolved',
    rating: release.isInternal ? formatGrades(entry, scope) : '',
    cited: 0,
    archived: entry.archive !== undefined,
    singleSourced: 0,
    author: entry.authors.join('; '),
    type: entry.type ?? '',
    language: typeof entry.csl.language === 'string' ? entry.csl.language : '',
    url: entry.url?.value ?? '',
    archive: entry.archive?.value ?? '',
    sha256: entry.sha256?.value ?? '',
    tlp: release.isInternal ? (entry.tlp?.value ?? '') : '',
  };
}
