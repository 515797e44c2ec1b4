import { expect, test } from 'vitest';
import { assistantToolFeature } from '../../../../server/src/features/assistants/assistantTool.ts';
import { parseFixture } from '../../support/fixture.ts';
import { createContext } from '../../support/world.ts';

const FIXTURE = `--- reports/a.brief
---
date: 2021-09-24
---

A police officer was killed in Khyber Pakhtunkhwa (, September 22). Talks began (Dawn, September 20).
--- sources.yaml
references:
  - { id: dawn-20, title: Talks begin, container-title: Dawn, issued: 2021-09-20 }
  - { id: dawn-22, title: Officer killed in Khyber Pakhtunkhwa, container-title: Dawn, issued: 2021-09-22 }
`;

async function call(name: string, input: Record<string, unknown>) {
  const { files } = parseFixture(FIXTURE);
  const answer = (await assistantToolFeature.answer({ name, input }, createContext({ files })))!;
  return 'refused' in answer ? answer.refused : JSON.parse(answer.content);
}

test.each([
  'reports/a.brief',
  './reports/a.brief',
  'reports\\a.brief',
  '/reports/a.brief',
  'file:///reports/%61.brief',
])('a brief of the workspace by its path %s', async (path) => {
  expect(await call('check_brief', { path })).toMatchObject({
    citations: 2,
    findings: [{ code: 'missing-source', severity: 'error', line: 5, column: 52, words: ', September 22' }],
  });
});

test.each([
  '../a.brief',
  '/etc/hostname',
  'file:///etc/hostname',
  'b.brief',
  'reports/../../a.brief',
  'sources.yaml',
  '',
  '%ZZ',
])('no other file: %j', async (path) => {
  expect(await call('check_brief', { path })).toBe(`“${path}” is not a brief of the workspace.`);
});

test('a text, to which the registries and its own front matter apply', async () => {
  const text = 'Talks began (Dawn, September 20, 2021). They ended (Tide, May 3, 2022).';
  const statuses = async (front: string) =>
    (await call('list_citations', { text: front + text })).citations.map(({ status }: { status: string }) => status);
  expect(await statuses('')).toEqual(['resolved', 'unknown']);
  const own = '---\nsources:\n  - { id: tide, title: End, container-title: Tide, issued: 2022-05-03 }\n---\n\n';
  expect(await statuses(own)).toEqual(['resolved', 'resolved']);
});

test('the profile can be chosen', async () => {
  const severity = async (profile: string) =>
    (await call('check_brief', { text: 'It left [citation needed].', profile })).findings[0].severity;
  expect([await severity('draft'), await severity('release')]).toEqual(['warning', 'error']);
});

test('the other tools', async () => {
  expect(await call('find_source', { words: 'TALKS' })).toMatchObject({ total: 1, sources: [{ id: 'dawn-20' }] });
  expect((await call('explain_rule', { code: 'missing-source' })).explanation).toContain('ICD 206');
  expect(await call('explain_rule', { code: 'missing-sources' })).toMatch(/“missing-sources”.*“missing-source”/);
  const { gaps } = await call('suggest_candidates', { path: 'reports/a.brief' });
  expect(gaps).toMatchObject([{ citation: '(, September 22)', candidates: [{ id: 'dawn-22' }] }]);
});

test.each([
  ['write_brief', {}, 'There is no tool “write_brief”.'],
  ['check_brief', {}, 'Give either “path” or “text”.'],
  ['check_brief', { path: 'a', text: 'b' }, 'Give either “path” or “text”.'],
  ['check_brief', { path: 1 }, 'The argument “path” is no text.'],
  ['check_brief', { pat: 'a' }, 'There is no argument “pat”.'],
  ['check_brief', { text: 'a', profile: 'strict' }, 'The argument “profile” is one of draft, release.'],
  ['find_source', { date: 'May' }, 'The argument “date” does not fit'],
  ['explain_rule', {}, 'The argument “code” is missing.'],
  ['check_brief', { text: 'A. '.repeat(400_000) }, 'The text has 1200000 characters'],
])('%s %j is refused', async (name, input, words) => {
  expect(await call(name, input)).toContain(words);
});
