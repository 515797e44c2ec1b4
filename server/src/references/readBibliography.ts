/** Reads a bibliography: as a registry for the workspace, or as references to be written in another format. */

import { getOrInsert } from '../base/memo/maps.ts';
import type { Steps } from '../base/memo/steps.ts';
import { type Span, shift } from '../base/text/span.ts';
import {
  EMPTY_REGISTRY,
  type ParsedEntry,
  type Registry,
  type RegistryProblem,
  type SourceEntry,
} from '../syntax/ast.ts';
import { rebaseEntry } from '../syntax/registry/entryPlaces.ts';
import type { CutBibliography, Piece, Reference } from './model/reference.ts';
import { toSource } from './toSource.ts';

/** At most this many problems are reported of one file. */
const MAX_PROBLEMS = 200;

/** By text and context of the piece, the entries that were read from it, in text order. */
type ReadEntries = ReadonlyMap<string, readonly ParsedEntry[]>;

const entriesByRegistry = new WeakMap<Registry, ReadEntries>();

/** A bibliography that was read. */
export interface ReadBibliography {
  readonly sources: readonly SourceEntry[];
  /**
   * The registry. Entries whose text is the same as in the previous one remain the same objects, and **their spans are moved in
   * place**: the registry before must not be used afterwards.
   */
  readonly finish: () => Registry;
}

/** Reads a bibliography, one entry a step. Entries whose text is the same as in `previous` are not read again. */
export function* readBibliography(text: string, cut: CutBibliography, previous?: Registry): Steps<ReadBibliography> {
  const { pieces, problems } = yield* cut(text);
  const before = (previous && entriesByRegistry.get(previous)) ?? new Map<string, readonly ParsedEntry[]>();
  const taken = new Map<string, number>();
  const entries = new Map<string, ParsedEntry[]>();
  const parsed: ParsedEntry[] = [];
  for (const piece of pieces) {
    const key = `${text.slice(piece.start, piece.end)}\n${piece.context ?? ''}`;
    const count = taken.get(key) ?? 0;
    taken.set(key, count + 1);
    let entry = before.get(key)?.[count];
    if (!entry) {
      entry = parsePiece(piece);
      yield;
    }
    getOrInsert(entries, key, () => []).push(entry);
    parsed.push(entry);
  }
  const sources = parsed.flatMap((entry) => entry.sources);
  return { sources, finish: () => finish(sources, parsed, entries, pieces, problems) };
}

function finish(
  sources: readonly SourceEntry[],
  parsed: readonly ParsedEntry[],
  entries: ReadEntries,
  pieces: readonly Piece[],
  problems: readonly RegistryProblem[],
): Registry {
  for (const [index, entry] of parsed.entries()) rebaseEntry(entry, pieces[index]!.start);
  const all = [...problems, ...parsed.flatMap((entry) => entry.problems)].sort((a, b) => a.span.start - b.span.start);
  const registry: Registry = {
    ...EMPTY_REGISTRY,
    sources,
    declaresSources: true,
    isBibliography: true,
    problems: all.slice(0, MAX_PROBLEMS),
  };
  entriesByRegistry.set(registry, entries);
  return registry;
}

function parsePiece(piece: Piece): ParsedEntry {
  const { reference, problems } = piece.read();
  const own = problems.map((problem): RegistryProblem => ({ ...problem, span: { ...problem.span } }));
  return { baseOffset: 0, types: [], entities: [], sources: reference ? [toSource(reference)] : [], problems: own };
}

/** The references in a bibliography with all their fields, one a step, and what is wrong. Spans are those of the file. */
export function* readReferences(
  text: string,
  cut: CutBibliography,
): Steps<{ readonly references: readonly Reference[]; readonly problems: readonly RegistryProblem[] }> {
  const { pieces, problems } = yield* cut(text);
  const references: Reference[] = [];
  const found = [...problems];
  for (const piece of pieces) {
    const { reference, problems: own } = piece.read();
    const move = (span: Span) => shift(span, piece.start);
    if (reference) references.push(moveReference(reference, move));
    for (const problem of own) found.push({ ...problem, span: move(problem.span) });
    yield;
  }
  return { references, problems: found.sort((a, b) => a.span.start - b.span.start) };
}

function moveReference({ id, span, fields, places }: Reference, move: (span: Span) => Span): Reference {
  return {
    id: { value: id.value, span: move(id.span) },
    span: move(span),
    fields,
    places: Object.fromEntries(Object.entries(places).map(([name, place]) => [name, move(place)])),
  };
}
