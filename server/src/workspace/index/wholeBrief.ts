/**
 * The text of a closed brief in which one citation decides about others: what `ibid.` repeats, and the order of day and month in
 * figures, can change with a citation that only the registries make. Such a brief is read again where they do.
 */

import { createMemo } from '../../base/memo/memory.ts';
import { detachStrings } from '../../base/text/detach.ts';
import type { Brief, CalendarDate, NoteMarker, NoteSystem, Placed } from '../../syntax/ast.ts';
import { readBrief, withKnownNames } from '../../syntax/brief/brief.ts';
import { type PlacedCitation, recordsOf } from '../../syntax/brief/records.ts';
import type { KnownNames } from '../../syntax/knownNames.ts';
import { markersOfBlocks } from '../briefFacts.ts';

export interface WholeBrief {
  readonly text: string;
  readonly fileDate: CalendarDate | undefined;
  /** What the registries were asked. As long as they have none of it, the brief is what its text alone makes it. */
  readonly outlets: readonly string[];
  readonly places: readonly string[];
  readonly keys: readonly string[];
}

/** The brief as a whole, if the registries can change in it more than the citations they are asked about. `everything`: it with all answers. */
export function wholeBriefOf(brief: Brief, everything: Brief): WholeBrief | undefined {
  const isEntangled = recordsOf(everything).some(dependsOnOthers) || recordsOf(brief).some(dependsOnOthers);
  if (!isEntangled && haveSameMarkers(brief.notes, everything.notes)) return undefined;
  const asked = { outlets: new Set<string>(), places: new Set<string>(), keys: new Set<string>() };
  const record = (names: Set<string>) => (name: string) => !names.add(name);
  withKnownNames(brief, {
    isOutlet: record(asked.outlets),
    isNoSource: record(asked.places),
    hasSource: record(asked.keys),
  });
  const [outlets, places, keys] = [[...asked.outlets], [...asked.places], [...asked.keys]];
  if (outlets.length + places.length + keys.length === 0) return undefined;
  return detachStrings({ text: brief.text, fileDate: brief.fileDate, outlets, places, keys });
}

function dependsOnOthers({ value: { isRepeat, when } }: PlacedCitation): boolean {
  return isRepeat || (when?.dates.some(({ order }) => order === 'ambiguous') ?? false);
}

function haveSameMarkers(one: NoteSystem, other: NoteSystem): boolean {
  return one === other || describeMarkers(one) === describeMarkers(other);
}

function describeMarkers({ markers, lists }: NoteSystem): string {
  const notes = lists.flatMap((list) => list.notes.map(({ span }) => span));
  return JSON.stringify([markers.map(({ span }) => span), notes]);
}

interface Reading {
  readonly citations: readonly PlacedCitation[];
  readonly markers: readonly Placed<NoteMarker>[];
}

const readings = createMemo<WholeBrief, { readonly known: KnownNames; readonly reading: Reading | undefined }>();

/** What the brief says if the registries say `known`; undefined if that is what its text alone says. */
export function readAgain(whole: WholeBrief, known: KnownNames): Reading | undefined {
  const last = readings.get(whole);
  if (last?.known === known) return last.reading;
  const { outlets, places, keys, text, fileDate } = whole;
  const isAnswered = outlets.some(known.isOutlet) || places.some(known.isNoSource) || keys.some(known.hasSource);
  let reading: Reading | undefined;
  if (isAnswered) {
    const brief = withKnownNames({ ...readBrief(text), fileDate }, known);
    reading = detachStrings({ citations: recordsOf(brief), markers: markersOfBlocks(brief) });
  }
  readings.set(whole, { known, reading });
  return reading;
}
