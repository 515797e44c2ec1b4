/**
 * A walk through the mentions of a brief as a value: what is asked, what was answered, what comes next. Each function returns the
 * walk after a step; the text is touched only at the end.
 */
import type {
  AcceptedMention,
  AnnotationCandidate,
  AnnotationEntity,
  ServerCommands,
} from '../../../server/src/protocol/commands';

export type Answer = { readonly kind: 'tag'; readonly id: string } | { readonly kind: 'skip' };

export interface Walk {
  /** Of the text for which the candidates were computed. */
  readonly version: number;
  readonly candidates: readonly AnnotationCandidate[];
  readonly entities: ReadonlyMap<string, AnnotationEntity>;
  /** All types that an entity may have. */
  readonly types: readonly string[];
  /** The candidate that is asked, by index; the number of candidates once all are answered. */
  readonly at: number;
  /** By the index of the candidate. */
  readonly answers: ReadonlyMap<number, Answer>;
  /** The candidates that each step has answered, the last step at the end. */
  readonly steps: readonly (readonly number[])[];
  /** The types that were changed, by the id of the new entity. */
  readonly changedTypes: ReadonlyMap<string, string>;
}

export type Annotations = ServerCommands['briefmark.server.annotate']['result'];

/** A walk at its first candidate. */
export function startWalk({ version, candidates, entities, types }: Annotations): Walk {
  return {
    version,
    candidates,
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    types,
    at: 0,
    answers: new Map(),
    steps: [],
    changedTypes: new Map(),
  };
}

/** The candidate that is asked; undefined once all are answered. */
export function currentOf({ candidates, at }: Walk): AnnotationCandidate | undefined {
  return candidates[at];
}

/** The entities that a candidate may name, with the types that were changed. */
export function choicesOf(walk: Walk, { entities: ids }: AnnotationCandidate): AnnotationEntity[] {
  return ids.flatMap((id) => {
    const entity = walk.entities.get(id);
    return entity ? [{ ...entity, type: walk.changedTypes.get(id) ?? entity.type }] : [];
  });
}

/** The current mention is accepted as this entity. */
export function accept(walk: Walk, id: string): Walk {
  return answer(walk, [walk.at], { kind: 'tag', id });
}

export function skip(walk: Walk): Walk {
  return answer(walk, [walk.at], { kind: 'skip' });
}

/** The current mention and all like it that are not answered are accepted as this entity. */
export function acceptAll(walk: Walk, id: string): Walk {
  return answer(walk, likeCurrent(walk, id), { kind: 'tag', id });
}

/**
 * The current candidate, and the unanswered ones that name the same entity. One that several entities share is alike only if it is
 * written alike.
 */
export function likeCurrent(walk: Walk, id: string): number[] {
  const { candidates, answers, at } = walk;
  const text = candidates[at]?.text;
  return candidates.flatMap((candidate, index) => {
    const isAlike = candidate.entities.includes(id) && (candidate.entities.length === 1 || candidate.text === text);
    return index === at || (isAlike && !answers.has(index)) ? [index] : [];
  });
}

/** The type of a new entity is changed, wherever it is mentioned; that of a registered one stays. */
export function changeType(walk: Walk, id: string, type: string): Walk {
  if (!walk.entities.get(id)?.isNew || !walk.types.includes(type)) return walk;
  return { ...walk, changedTypes: new Map([...walk.changedTypes, [id, type]]) };
}

/** The last step is taken back, and asked again. */
export function goBack(walk: Walk): Walk {
  const last = walk.steps.at(-1);
  if (!last) return walk;
  const answers = new Map(walk.answers);
  for (const index of last) answers.delete(index);
  return { ...walk, answers, steps: walk.steps.slice(0, -1), at: Math.min(...last) };
}

/** What the server is to tag. */
export function acceptedIn(walk: Walk): AcceptedMention[] {
  return [...walk.answers].flatMap(([index, given]) => {
    const candidate = walk.candidates[index];
    if (given.kind !== 'tag' || !candidate) return [];
    const type = walk.changedTypes.get(given.id) ?? walk.entities.get(given.id)?.type ?? '';
    return [{ ...candidate.span, id: given.id, type }];
  });
}

function answer(walk: Walk, indexes: readonly number[], given: Answer): Walk {
  if (walk.at >= walk.candidates.length) return walk;
  const answers = new Map(walk.answers);
  for (const index of indexes) answers.set(index, given);
  const next = firstUnanswered({ ...walk, answers }, walk.at + 1);
  // The one that is asked again when the step is taken back comes first.
  return { ...walk, answers, steps: [...walk.steps, [...indexes].sort((a, b) => a - b)], at: next };
}

function firstUnanswered({ candidates, answers }: Pick<Walk, 'candidates' | 'answers'>, from: number): number {
  let at = from;
  while (at < candidates.length && answers.has(at)) at++;
  return at;
}

/** An answer that outlives its walk: where its words are now. */
export interface KeptAnswer {
  readonly start: number;
  readonly text: string;
  readonly answer: Answer;
}

/** What is kept of a walk that was left. */
export interface KeptWalk {
  readonly answers: readonly KeptAnswer[];
  readonly changedTypes: ReadonlyMap<string, string>;
  /** How many accepted mentions are gone, because their words were changed. */
  readonly lost: number;
}

/** What is kept of a walk, in the order of its steps. */
export function keepWalk({ candidates, answers, steps, changedTypes }: Walk): KeptWalk {
  const kept = steps.flat().flatMap((index): KeptAnswer[] => {
    const [candidate, given] = [candidates[index], answers.get(index)];
    return candidate && given ? [{ start: candidate.span.start, text: candidate.text, answer: given }] : [];
  });
  return { answers: kept, changedTypes, lost: 0 };
}

/** A change of the text, in UTF-16 offsets of the text before it. */
export interface TextChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/** The walk after changes of the text that were made at once: answers move with their words, and are lost with them. */
export function moveAnswers(walk: KeptWalk, changes: readonly TextChange[]): KeptWalk {
  let { answers, lost } = walk;
  // From the end of the text, so that no change moves another one.
  for (const { rangeOffset: from, rangeLength, text } of [...changes].sort((a, b) => b.rangeOffset - a.rangeOffset)) {
    const end = from + rangeLength;
    answers = answers.flatMap((one): KeptAnswer[] => {
      const { start } = one;
      if (start + one.text.length <= from) return [one];
      if (start >= end) return [{ ...one, start: start + text.length - rangeLength }];
      if (one.answer.kind === 'tag') lost++;
      return [];
    });
  }
  return { ...walk, answers, lost };
}

/** The walk goes on in the text as it is now. Answers without a candidate are lost: `lost` counts the accepted ones. */
export function resumeWalk(kept: KeptWalk, annotations: Annotations): { readonly walk: Walk; readonly lost: number } {
  const fresh = startWalk(annotations);
  const indexes = new Map(fresh.candidates.map(({ span }, index) => [span.start, index]));
  const answers = new Map<number, Answer>();
  let { lost } = kept;
  for (const { start, text, answer: given } of kept.answers) {
    const index = indexes.get(start);
    const candidate = index === undefined ? undefined : fresh.candidates[index];
    const isThere = candidate?.text === text && (given.kind === 'skip' || candidate.entities.includes(given.id));
    if (isThere) answers.set(index!, given);
    else if (given.kind === 'tag') lost++;
  }
  const changedTypes = new Map([...kept.changedTypes].filter(([id]) => fresh.entities.get(id)?.isNew));
  const walk = { ...fresh, answers, changedTypes, steps: [...answers.keys()].map((index) => [index]) };
  return { walk: { ...walk, at: firstUnanswered(walk, 0) }, lost };
}
