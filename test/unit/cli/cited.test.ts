import { expect, test } from 'vitest';
import { checkProject } from '../../../server/src/cli/check.ts';
import { type ProjectOptions, projectOf } from './project.ts';

const sources = `references:
  - { id: tass-1, type: article-newspaper, title: One, container-title: TASS, issued: 2021-09-06 }
  - { id: tass-2, type: article-newspaper, title: Two, container-title: TASS, issued: 2021-09-07 }
  - { id: dawn-1, type: article-newspaper, title: Three, container-title: Dawn, issued: 2021-09-08 }
  - { id: dawn-2, type: article-newspaper, title: Four, container-title: Dawn, issued: 2021-09-09 }
`;
const files = {
  'sources.yaml': sources,
  'x.brief': 'The garrison left (TASS, September 6, 2021).\n',
  'y.brief': 'It came back [@tass-2]. The road was closed (, May 3).\n',
  'z.brief': 'The bridge fell ([Dawn](src:dawn-1), September 8, 2021).\n',
};

/** File and first words of what is found, in order. */
async function found(options: ProjectOptions = {}): Promise<string[]> {
  const checks = { rules: { 'unused-source': 'hint', 'missing-source': 'error' } } as const;
  const report = await checkProject(await projectOf(files, { checks, ...options }));
  expect(report.checked).toHaveLength(4);
  return report.files.flatMap(({ file, findings }) =>
    findings.map(({ code, span }) => `${file.name} ${code} ${file.text.slice(span.start, span.end).slice(0, 12)}`),
  );
}

test('unused sources are reported for registries in a named folder; findings are in file order', async () => {
  expect(await found()).toEqual([
    expect.stringMatching(/^sources\.yaml unused-source .*dawn-2/),
    'y.brief missing-source , May 3',
  ]);
});

test('unused sources are not reported for a registry named by itself, or if a brief cannot be read', async () => {
  expect(await found({ inFolder: false })).toEqual(['y.brief missing-source , May 3']);
  const report = await checkProject(
    await projectOf(files, { unreadable: ['x.brief'], checks: { rules: { 'unused-source': 'hint' } } }),
  );
  expect(report.files.map(({ file }) => file.name)).toEqual(['y.brief']);
});

test('the command line overrides the configuration', async () => {
  const checks = { forcedProfile: 'release', rules: { 'unused-source': 'off', 'missing-source': 'off' } } as const;
  expect(await found({ checks })).toEqual([]);
});
