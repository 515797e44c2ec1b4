/** Adds entries and aliases to registries, and checks that nothing else changes. */
import { expect } from 'vitest';
import { addAlias } from '../../../../server/src/edits/registry/addAlias.ts';
import { addEntries, type EntryKind, type NewEntry } from '../../../../server/src/edits/registry/addEntries.ts';
import type { Registry } from '../../../../server/src/syntax/ast.ts';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { apply } from '../../support/world.ts';

export const REPORT: NewEntry = {
  id: 'b',
  type: 'article-newspaper',
  'container-title': 'RFE/RL',
  issued: '2021-09-22',
};

/** The registry in a file: the whole file, or the front matter of a brief. */
function read(text: string, isBrief: boolean): Registry {
  return isBrief ? readBrief(text).blocks[0]!.frontMatter!.registry : readRegistry(text);
}

/** The definitions of a registry without their spans. */
export function valuesOf({ entities, sources, types, problems }: Registry) {
  return {
    entities: entities.map(({ id, name, type, aliases, description }) => ({
      id: id.value,
      name: name.value,
      type: type.value,
      aliases: aliases.map(({ value }) => value),
      description,
    })),
    sources: sources.map(({ id, outlet, issued, title }) => ({
      id: id.value,
      outlet: outlet?.value,
      issued: issued?.value,
      title,
    })),
    types: types.map(({ id, name }) => ({ id: id.value, name })),
    problems: problems.map(({ message }) => message),
  };
}

/** The text with the alias; undefined if it cannot be added. Checks that the edit is an insertion and adds nothing else. */
export function withAlias(text: string, id = 'a', alias = 'NEW'): string | undefined {
  const isBrief = text.startsWith('---\n');
  const before = read(text, isBrief);
  const change = addAlias('r', text, before.entities.find((entry) => entry.id.value === id)!, alias);
  if (!change) return undefined;
  expect(change.span.start).toBe(change.span.end);
  const after = apply(text, [change]);
  const expected = valuesOf(before);
  for (const entity of expected.entities) if (entity.id === id) entity.aliases.push(alias);
  expect(valuesOf(read(after, isBrief))).toEqual(expected);
  return after;
}

/** The text with the entry; undefined if it cannot be added. Checks that the edit is an insertion and adds nothing else. */
export function withEntry(
  text: string,
  kind: EntryKind = 'source',
  entry = REPORT,
  isBrief = false,
): string | undefined {
  const change = addEntries({ uri: 'r', text, isBrief }, kind, [entry]);
  if (!change || 'create' in change) return undefined;
  expect(change.span.start).toBe(change.span.end);
  const after = apply(text, [change]);
  const [old, now] = [valuesOf(read(text, isBrief)), valuesOf(read(after, isBrief))];
  expect(now.problems).toEqual(
    old.problems.filter(
      (problem) => !problem.includes('so nothing is read from it') && !problem.startsWith('Nothing is read'),
    ),
  );
  const list = ({ source: 'sources', entity: 'entities', type: 'types' } as const)[kind];
  expect(now[list].map(({ id }) => id)).toEqual([...old[list].map(({ id }) => id), entry.id]);
  expect({ ...now, [list]: now[list].slice(0, -1), problems: [] }).toEqual({ ...old, problems: [] });
  return after;
}
