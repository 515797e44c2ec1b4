import fc from 'fast-check';
import { expect } from 'vitest';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { occurrencesOf } from '../../../../server/src/workspace/entryRef.ts';
import { createWorkspace } from '../../../../server/src/workspace/index/workspaceStore.ts';
import { isUse } from '../../../../server/src/workspace/occurrences.ts';
import { testAsyncProperty } from '../../support/arbitraries.ts';

const REGISTRIES = [
  'entities:\n  - { id: a, type: group, name: Alpha }\nreferences:\n  - { id: s, container-title: TASS, issued: 2021-05-03 }\n',
  'entities:\n  - { id: a, type: group, name: Beta }\n  - { id: b, type: group, name: Alpha }\n',
  '',
];
const BRIEFS = [
  'Alpha and Beta and Alpha (TASS, May 3, 2021).\n',
  '[them](group:a) and [them](group:b) [@s; @s]\n',
  '---\nentities:\n  - { id: a, type: group, name: Alpha }\n---\n\nAlpha [them](group:a) [@s]\n',
  '',
];
const uris = ['file:///1.brief', 'file:///2.brief', 'file:///3.brief'];

const step = fc.oneof(
  fc.record({ uri: fc.constantFrom(...uris), brief: fc.constantFrom(...BRIEFS), open: fc.boolean() }),
  fc.record({ uri: fc.constantFrom(...uris), gone: fc.constant(true) }),
  fc.record({ registry: fc.constantFrom(...REGISTRIES) }),
);

testAsyncProperty(
  'after any changes, while others count, the counts are those of the workspace',
  fc.array(fc.tuple(step, fc.boolean()), { maxLength: 12 }),
  async (steps) => {
    const workspace = createWorkspace();
    const yieldIfDue = () => Promise.resolve();
    const counts: Promise<unknown>[] = [];
    for (const [one, asks] of steps) {
      if ('registry' in one) workspace.putRegistry('file:///r.yaml', readRegistry(one.registry));
      else if ('gone' in one) workspace.remove(one.uri);
      else workspace.putBrief(one.uri, readBrief(one.brief), one.open);
      if (asks) counts.push(workspace.countAllUses(yieldIfDue));
    }
    const count = await workspace.countAllUses(yieldIfDue);
    for (const [kind, id] of [
      ['entity', 'a'],
      ['entity', 'b'],
      ['source', 's'],
    ] as const) {
      for (const uri of ['file:///r.yaml', ...uris]) {
        const places = occurrencesOf({ kind, id }, uri, workspace);
        if (!places.some((place) => place.role === 'definition' && place.uri === uri)) continue;
        const used = places.filter(isUse);
        const briefs = new Set(used.map((place) => place.uri)).size;
        expect(count(kind, id, uri)).toEqual({ uses: used.length, briefs });
      }
    }
    const places = workspace.occurrences('source', 's');
    expect(workspace.isCited('s')).toBe(places.some(({ role }) => role !== 'definition'));
    await Promise.all(counts);
  },
);
