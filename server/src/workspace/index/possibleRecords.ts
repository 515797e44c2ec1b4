/**
 * The citations that a brief may have, whatever the registries say: of a closed brief no text is kept, so that it must be possible to
 * answer the questions of its blocks later.
 */

import { getOrInsert } from '../../base/memo/maps.ts';
import { detachStrings } from '../../base/text/detach.ts';
import type { Brief, Citation } from '../../syntax/ast.ts';
import { withKnownNames } from '../../syntax/brief/brief.ts';
import { type PlacedCitation, recordsOf } from '../../syntax/brief/records.ts';
import { isAsideOf } from '../../syntax/brief/registryAnswers.ts';
import { isKnownOutlet } from '../../syntax/citation/agencies.ts';
import { EVERYTHING_KNOWN, type KnownNames } from '../../syntax/knownNames.ts';
import { type WholeBrief, wholeBriefOf } from './wholeBrief.ts';

/** Names of outlets that the registries must have; empty for a citation that names an id, which they must have. */
export type Condition = readonly string[];

export interface PossibleRecords {
  /** In order of position; some overlap. */
  readonly records: readonly PlacedCitation[];
  /** By index, the conditions of the records that a brief has only with a registry. */
  readonly conditions: ReadonlyMap<number, Condition>;
  /** The brief, if the records depend on each other, so that it has to be read again; then there are no conditions. */
  readonly whole: WholeBrief | undefined;
}

const NO_CONDITIONS: ReadonlyMap<number, Condition> = new Map();

/** The possible citations of a brief that was read without registries. */
export function possibleRecordsOf(brief: Brief): PossibleRecords {
  const certain = recordsOf(brief);
  const everything = brief.hasQuestions ? withKnownNames(brief, EVERYTHING_KNOWN) : brief;
  const whole = wholeBriefOf(brief, everything);
  if (whole || !brief.hasQuestions) return { records: certain, conditions: NO_CONDITIONS, whole };
  const keys = new Set(certain.map(keyOf));
  const added = recordsOf(everything).filter((record) => !keys.has(keyOf(record)));
  if (added.length === 0) return { records: certain, conditions: NO_CONDITIONS, whole };
  const namesByGroup = new Map<number, string[]>();
  for (const { at, value } of added)
    if (value.source && !isKnownOutlet(value.source.name))
      getOrInsert(namesByGroup, at + value.group.start, () => []).push(value.source.name);
  const conditionOf = ({ at, value: { id, source, group } }: PlacedCitation): Condition | undefined => {
    if (id) return [];
    return source && !isKnownOutlet(source.name) ? [source.name] : namesByGroup.get(at + group.start);
  };
  const isAdded = new Set(added);
  const records = [...certain, ...added].sort((a, b) => a.at + a.value.span.start - b.at - b.value.span.start);
  const conditions = new Map<number, Condition>();
  const kept = records.filter((record) => !isAdded.has(record) || conditionOf(record));
  for (const [index, record] of kept.entries())
    if (isAdded.has(record)) conditions.set(index, detachStrings([...conditionOf(record)!]));
  return { records: kept, conditions, whole };
}

function keyOf({ at, value: { span, source, id } }: PlacedCitation): string {
  return `${at + span.start} ${at + span.end} ${source?.name ?? ''} ${id?.value ?? ''}`;
}

/** Whether a possible citation is one if the registries say `known`. */
export function isCitationWith(citation: Citation, condition: Condition | undefined, known: KnownNames): boolean {
  if (!condition) return !isAsideOf(citation, known);
  return citation.id ? known.hasSource(citation.id.value) : condition.every(known.isOutlet);
}
