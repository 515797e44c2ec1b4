/** Objects of STIX 2.1 (https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html): ids and times that follow from the briefs alone. */

import { v5 } from 'uuid';
import type { CalendarDate } from '../../syntax/ast.ts';

export interface StixObject {
  readonly type: string;
  readonly id: string;
  readonly [property: string]: unknown;
}

/** Names are unique within it. The one of the specification is for cyber observables only. */
const NAMESPACE = '0f6d1f5e-4f0b-4c58-9d7b-6a3a1a1c5e21';
/** Of objects whose first version has no date. */
export const UNDATED = '1970-01-01T00:00:00.000Z';

/** The same for the same type and key, on every machine. */
export function stixId(type: string, key: string): string {
  return `${type}--${v5(`${type}\n${key}`, NAMESPACE)}`;
}

/** The first moment of a day, month or year in UTC; undefined without a year. */
export function timestampOf({ year, month = 1, day = 1 }: CalendarDate): string | undefined {
  if (year === undefined) return undefined;
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T00:00:00.000Z`;
}
