/** The sources of the registries in the order in which a brief is likely to cite them. */
import { sayDate } from '../../model/calendar.ts';
import { type Defined, outletKey, outletOf, type Scope } from '../../model/scope.ts';
import { type Brief, dateOf } from '../../syntax/brief.ts';
import type { CalendarDate } from '../../syntax/dates.ts';
import type { SourceEntry } from '../../syntax/registryTypes.ts';

/** What the brief shows of its habits: its date, and under which name it cites which outlet. */
export interface Habits {
  readonly date: CalendarDate | undefined;
  /** By the key of the outlet. */
  readonly writtenAs: ReadonlyMap<string, string>;
}

const MILLISECONDS_A_DAY = 86_400_000;
/** Reports within a month of the brief, within a year, older ones and later ones, undated ones. */
const [MONTH, YEAR] = [31, 366];

export function habitsOf(brief: Brief, scope: Scope): Habits {
  const names = new Set<string>();
  for (const block of brief.blocks) {
    for (const { source } of block.citations) if (source) names.add(source.name);
  }
  const writtenAs = new Map<string, string>();
  for (const name of names) {
    const key = outletKey(scope, name);
    if (!writtenAs.has(key)) writtenAs.set(key, name);
  }
  return { date: dateOf(brief)?.value, writtenAs };
}

/** Reports near the date of the brief first; among those, reports of outlets it cites already. */
export function inLikelyOrder(
  sources: Iterable<Defined<SourceEntry>>,
  scope: Scope,
  { date, writtenAs }: Habits,
): Defined<SourceEntry>[] {
  return [...sources]
    .map((source) => {
      const { issued, outlet } = source.entry;
      const days = daysApart(issued?.value, date);
      const isCited = outlet !== undefined && writtenAs.has(outletKey(scope, outlet.value));
      return { source, days, age: days <= MONTH ? 0 : days <= YEAR ? 1 : 2, cited: isCited ? 0 : 1 };
    })
    .sort((a, b) => a.age - b.age || a.cited - b.cited || a.days - b.days)
    .map(({ source }) => source);
}

/** What an entry may be found by, besides the words it is cited with. */
export function namesOfSource({ entry }: Defined<SourceEntry>, scope: Scope): string[] {
  const outlet = entry.outlet && outletOf(scope, entry.outlet.value)?.entry;
  const names = [entry.outlet?.value, ...(outlet?.aliases.map(({ value }) => value) ?? []), outlet?.name.value];
  return [...names, entry.title, entry.id.value].flatMap((name) => name ?? []);
}

/** `RFE/RL, September 5, 2021: Pilots leave`. */
export function describeSource({ entry }: Defined<SourceEntry>): string {
  const when = [entry.outlet?.value, entry.issued && sayDate(entry.issued.value)].filter(Boolean).join(', ');
  return [when, entry.title].filter(Boolean).join(': ');
}

/** A report from after the brief, and one without date, is as far away as can be. Without a date of the brief the latest is nearest. */
function daysApart(date: CalendarDate | undefined, brief: CalendarDate | undefined): number {
  const day = date && dayNumber(date);
  if (day === undefined) return Number.MAX_SAFE_INTEGER;
  const today = brief && dayNumber(brief);
  if (today === undefined) return 2 * YEAR + Math.max(0, 1_000_000 - day);
  return day > today ? 1_000_000 + day - today : today - day;
}

function dayNumber({ year, month, day }: CalendarDate): number | undefined {
  return year === undefined ? undefined : Math.round(Date.UTC(year, (month ?? 1) - 1, day ?? 1) / MILLISECONDS_A_DAY);
}
