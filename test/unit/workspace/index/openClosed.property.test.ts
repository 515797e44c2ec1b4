/** A brief says the same of itself whether it is open, closed, or closed before the registries were read. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { resolveMeaning } from '../../../../server/src/scope/resolveCitation.ts';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { createWorkspace, type WorkspaceStore } from '../../../../server/src/workspace/index/workspaceStore.ts';
import { briefText, notedText, testAsyncProperty } from '../../support/arbitraries.ts';
import { withoutPatterns } from '../../support/patterns.ts';

const URI = 'file:///2021-09-24-pier.brief';
const OTHER = 'file:///other.brief';

const OUTLETS = `entities:
  - { id: cats, type: media, name: cats }
  - { id: quay, type: media, name: quay }
  - { id: tass, type: media, name: TASS }
`;
const CATS = 'entities:\n  - { id: cats, type: media, name: cats }\n';
const PLACES = `entities:
  - { id: pier, type: place, name: Pier Post }
  - { id: kabul, type: place, name: Kabul, aliases: [Radio Ozodi] }
`;
const SOURCES = `references:
  - { id: k, title: K, container-title: TASS, issued: 2021-05-03 }
  - { id: cats-4, title: C, container-title: cats, issued: 2021-05-04 }
  - { id: quay-5, title: Q, container-title: quay, issued: 2021-05-05 }
  - { id: post-6, title: P, container-title: Pier Post, issued: 2021-05-06 }
  - { id: days, title: D, container-title: TASS, issued: 2022-03-11 }
  - { id: vale, title: V, author: [{ family: Vale, given: Ann }], issued: 2009 }
  - { id: page, title: W, URL: "https://pier.example/a", issued: 2021-05-07 }
`;
const registries = [[OUTLETS], [PLACES], [SOURCES], [OUTLETS, SOURCES], [PLACES, SOURCES], [CATS, SOURCES], []];
const IDS = ['k', 'cats-4', 'quay-5', 'post-6', 'days', 'vale', 'page', 'own', 'rferl-1', 'tass-1'];

/** Every form, those that the registries decide about, and what refers to them. */
const pieces = [
  ...['It left (TASS, May 3). ', 'It left (cats, May 4). ', 'It left (quay, May 5). ', 'It left (Pier Post, May 6). '],
  ...[
    'It left (cats, May 4; quay, May 5). ',
    'It left (cats, May 4; TASS, May 3). ',
    'It left (cats, May 4;, May 5). ',
  ],
  ...[
    'It stayed (ibid.). ',
    'It stayed (ibid., p. 4). ',
    'It left (TASS, 11/03/2022). ',
    'It left (cats, 24/03/2022). ',
  ],
  ...['See @k [p. 3]. ', 'See @nobody [p. 3]. ', 'So he says [-@k]. ', 'It left [@k; see @cats-4, p. 2]. '],
  ...[
    'It left ([TASS](src:k), May 3). ',
    'It left (see [cats](media:cats), May 4). ',
    'As [one](https://pier.example/a) says. ',
  ],
  ...[
    'It left.[^1] ',
    'It left.[^2] ',
    'It left.[^2][^3] ',
    'It left.[1] ',
    'It left.[2] ',
    'It left.¹ ',
    'It left.^[cats, May 4] ',
  ],
  ...[
    'It grew (Vale 2009; Shaw and Holm, 2015, p. 2; Vale 2010a). ',
    'It grew [citation needed]. ',
    'It grew (TASS May 3). ',
  ],
  ...[
    '\n\n',
    '\n\n',
    '\n\n[^1]: cats, May 4, 2021.\n\n',
    '\n\n[^2]: Ibid.\n\n',
    '\n\n[^3]: TASS, May 3, 2021; Ibid., p. 4.\n\n',
  ],
  ...[
    '\n\n[^1]: Pier Post, May 6, 2021.\n\n',
    '\n\n[^2]: @k; cats, May 4, 2021\n\n',
    '\n\n[^3]: (TASS, May 3, 2021).\n\n',
  ],
  ...['\n\n## Notes\n\n1. TASS, May 3, 2021.\n2. Ibid.\n\n', '\n\n[1] cats, May 4, 2021.\n[2] Ibid., p. 2.\n\n'],
  ...['It left [TASS, May 3]. ', 'It left [cats, May 4]. ', 'It left. — TASS, May 3\n', 'It left. — cats, May 4\n\n'],
  ...[
    '\n\nSource:\n\n- TASS, 3 May 2021\n\n',
    '\n\nSource: TASS, 3 May 2021\n\n',
    '\n\nSource: cats, 4 May 2021\n\n',
    '\n\n# Kabul\n\n',
    '\n\n<!-- brief-ignore missing-source -->\n',
  ],
];
const ownText = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((all) => all.join(''));
const matter = fc.constantFrom(
  '',
  '',
  '',
  '---\ndate: 2021-09-24\n---\n\n',
  `---\n${SOURCES}  - { id: own, title: O, container-title: TASS, issued: 2021-05-03 }\n---\n\n`,
);
const texts = fc
  .tuple(matter, fc.oneof({ weight: 4, arbitrary: ownText }, briefText(), notedText()))
  .map(([a, b]) => a + b);

testAsyncProperty('open and closed', texts, fc.constantFrom(...registries), async (text, files) => {
  const expected = await answersOf(worldOf(text, files, 'open'));
  expect(await answersOf(worldOf(text, files, 'closed'))).toEqual(expected);
  expect(await answersOf(worldOf(text, files, 'read before the registries'))).toEqual(expected);
});

function worldOf(text: string, files: readonly string[], how: string): WorkspaceStore {
  const workspace = createWorkspace();
  const putRegistries = () => {
    for (const [index, file] of files.entries()) workspace.putRegistry(`file:///${index}.yaml`, readRegistry(file));
  };
  if (how !== 'read before the registries') putRegistries();
  workspace.putBrief(URI, readBrief(text, URI), how === 'open');
  workspace.putBrief(OTHER, readBrief('It left (TASS, May 3, 2021). [@k]'), false);
  if (how !== 'read before the registries') return workspace;
  for (const id of IDS) workspace.isCited(id);
  putRegistries();
  // As the server does: closed briefs are read again when the names have changed.
  for (const uri of [...workspace.outdatedBriefs().values()].flat())
    workspace.putBrief(uri, readBrief(uri === URI ? text : 'It left (TASS, May 3, 2021). [@k]', uri), false);
  return workspace;
}

/** Everything that a workspace says of the brief. */
async function answersOf(workspace: WorkspaceStore) {
  const { finder: _, ignored, ...facts } = workspace.factsOf(URI)!;
  const scope = workspace.scopeOf(URI);
  const count = await workspace.countAllUses(() => undefined);
  return withoutSlips({
    ...withoutPatterns(facts),
    ignored: [...ignored],
    statuses: facts.citations.map(({ value }) => {
      const { status, entries } = resolveMeaning(value, scope, facts.date);
      return `${status} ${entries.map(({ entry }) => entry.id.value)}`;
    }),
    symbols: IDS.map((id) => ({
      id,
      places: workspace
        .occurrences('source', id)
        .map((one) => JSON.stringify(one))
        .sort(),
      isCited: workspace.isCited(id),
      counts: Object.fromEntries(workspace.usageCounts('source', id)),
      uses: count('source', id, URI),
      shared: count('source', id, 'file:///0.yaml'),
    })),
    entities: ['cats', 'tass', 'kabul'].map((id) => [
      workspace
        .occurrences('entity', id)
        .map((one) => JSON.stringify(one))
        .sort(),
      Object.fromEntries(workspace.usageCounts('entity', id)),
    ]),
  });
}

/** Slips of form are reported where the text is; no answer about a closed brief depends on them. */
function withoutSlips<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, (key, one: unknown) => (key === 'formErrors' ? undefined : one))) as T;
}
