/** A text whose names may be tagged, and walks through it. */
import { type Annotations, startWalk, type TextChange } from '../../../../client/src/annotate/walk';

const ENTITIES = {
  Holm: ['ida-holm'],
  Oslo: ['oslo'],
  Georgia: ['georgia-country', 'georgia-state'],
} as const;

/** What the server says of a text: every `Holm`, `Oslo` and `Georgia` in it. `ida-holm` is new. */
export function annotationsOf(text: string, version = 1): Annotations {
  return {
    version,
    candidates: [...text.matchAll(/Holm|Oslo|Georgia/g)].map(({ 0: name, index }) => ({
      span: { start: index, end: index + name.length },
      text: name,
      sentence: text,
      entities: ENTITIES[name as keyof typeof ENTITIES],
    })),
    entities: [
      { id: 'ida-holm', name: 'Ida Holm', type: 'person', isNew: true, reason: 'a title' },
      { id: 'oslo', name: 'Oslo', type: 'place', isNew: false, reason: '' },
      { id: 'georgia-country', name: 'Georgia', type: 'place', isNew: false, reason: '' },
      { id: 'georgia-state', name: 'Georgia', type: 'place', isNew: false, reason: '' },
    ],
    types: ['person', 'org', 'place'],
  };
}

export const TEXT = 'Holm left Oslo. Holm saw Georgia; in Oslo Georgia was news to Holm.';
export const begin = () => startWalk(annotationsOf(TEXT));

/** The text after changes that are made at once. */
export function applied(text: string, changes: readonly TextChange[]): string {
  return [...changes]
    .sort((a, b) => b.rangeOffset - a.rangeOffset)
    .reduce(
      (after, one) => after.slice(0, one.rangeOffset) + one.text + after.slice(one.rangeOffset + one.rangeLength),
      text,
    );
}
