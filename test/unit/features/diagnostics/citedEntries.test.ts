import { expect, test } from 'vitest';
import { hashCitedEntries, hashNamedEntities } from '../../../../server/src/features/diagnostics/citedEntries.ts';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { readRegistry, updateRegistryTo } from '../../../../server/src/syntax/registry/registry.ts';
import { createWorkspace } from '../../../../server/src/workspace/index/workspaceStore.ts';

const REGISTRY = `entities:
  - { id: unhcr, type: org, name: UNHCR }
  - { id: paho, type: org, name: PAHO }
references:
  - { id: tass-1, container-title: TASS, issued: 2021-05-03, title: A bridge }
  - { id: tass-2, container-title: TASS, issued: 2021-05-04, title: A road }
  - { id: efe-1, container-title: Efe, issued: 2021-06-01, title: A port }
`;

/** Whether the number for a brief is another one when the registry above is changed from `before` to `after`. */
function isConcerned(text: string, before: string, after: string, hashEntries = hashCitedEntries): boolean {
  const [uri, registryUri] = ['file:///a.brief', 'file:///sources.yaml'];
  const workspace = createWorkspace();
  const registry = readRegistry(REGISTRY);
  workspace.putRegistry(registryUri, registry);
  workspace.putBrief(uri, readBrief(text), false);
  const hash = () => hashEntries(workspace.factsOf(uri)!, workspace.scopeOf(uri));
  const first = hash();
  workspace.putRegistry(registryUri, updateRegistryTo(registry, REGISTRY.replace(before, after))!);
  return hash() !== first;
}

const RESOLVED = 'They left (TASS, May 3, 2021).';
const UNKNOWN = 'They left (TASS, May 9, 2021).';
const MISSING = 'They left (, May 3, 2021).';
const TAGGED = 'The [agency](org:unhcr) left.';
const ALL = [RESOLVED, UNKNOWN, MISSING, TAGGED];

test.each<[string, string, string, readonly string[]]>([
  ['nothing', 'TASS', 'TASS', []],
  ['the title of a report', 'A bridge', 'A new bridge', [RESOLVED, MISSING]],
  ['the date of a report', '2021-05-03', '2021-05-02', [RESOLVED, MISSING]],
  ['another report of the outlet', '2021-05-04', '2021-05-09', [UNKNOWN]],
  ['one report less', '  - { id: tass-2, container-title: TASS, issued: 2021-05-04, title: A road }\n', '', [UNKNOWN]],
  ['another outlet', 'A port', 'A ship', []],
  ['the id of an entity', 'id: unhcr', 'id: hcr', [TAGGED]],
  ['the name of an entity', 'name: UNHCR', 'name: HCR', [TAGGED]],
  ['another entity', 'name: PAHO', 'name: WHO', []],
])('%s concerns the briefs that lead to it', (_, before, after, concerned) => {
  expect(ALL.filter((text) => isConcerned(text, before, after))).toEqual(concerned);
});

test.each<[string, string, boolean]>([
  ['id: unhcr', 'id: hcr', true],
  ['name: UNHCR', 'name: UNHCR, aliases: [HCR]', true],
  ['name: PAHO', 'name: WHO', false],
  ['A bridge', 'A new bridge', false],
])('%s → %s concerns the briefs that name the entity', (before, after, expected) => {
  expect(isConcerned('They asked UNHCR.', before, after, hashNamedEntities)).toBe(expected);
});

test('a new name concerns the briefs that misspelled the old one', () => {
  const hashMisspelled: typeof hashCitedEntries = (facts, scope) => hashNamedEntities(facts, scope, ['paho']);
  expect(isConcerned('They asked PAHOO.', 'name: PAHO', 'name: WHO', hashMisspelled)).toBe(true);
  expect(isConcerned('They asked PAHOO.', 'name: UNHCR', 'name: HCR', hashMisspelled)).toBe(false);
});
