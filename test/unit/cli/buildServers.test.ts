/** The formats of `check` for build servers. */
import { expect, test } from 'vitest';
import { checkProject } from '../../../server/src/cli/check.ts';
import { toGitlab } from '../../../server/src/cli/gitlab.ts';
import { formatJunit } from '../../../server/src/cli/junit.ts';
import { projectOf } from './project.ts';

const check = async (files: Record<string, string>) => checkProject(await projectOf(files));
const LOST = 'Grain left the port (, May 3).\n';

interface Entry {
  readonly fingerprint: string;
}
const fingerprints = async (text: string) =>
  (toGitlab(await check({ 'a.brief': text })) as Entry[]).map(({ fingerprint }) => fingerprint);

test('gitlab: an entry for each finding', async () => {
  const report = await check({ './a.brief': LOST });
  expect(toGitlab(report)).toMatchObject([
    {
      check_name: 'missing-source',
      severity: 'critical',
      location: { path: 'a.brief', lines: { begin: 1, end: 1 } },
    },
  ]);
});

test('gitlab: a finding keeps its fingerprint when lines are added above it, and equal findings differ', async () => {
  const [before] = await fingerprints(LOST);
  expect(await fingerprints(`An introduction.\n\n${LOST}`)).toEqual([before]);
  const twice = await fingerprints(`${LOST}\n${LOST}`);
  expect(new Set(twice).size).toBe(2);
  expect(twice[0]).toBe(before);
});

test('junit: a test case for each file, which fails from the threshold on', async () => {
  const report = await check({ 'a & b.brief': LOST, 'c.brief': 'Nothing.\n' });
  expect(formatJunit(report, 'warning')).toMatchInlineSnapshot(`
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="briefmark" tests="2" failures="1">
      <testsuite name="briefmark" tests="2" failures="1">
        <testcase name="a &amp; b.brief" classname="briefmark">
          <failure message="The source of “Grain left the port” (May 3) is missing. Write it before the date." type="missing-source">a &amp; b.brief:1:22 error missing-source The source of “Grain left the port” (May 3) is missing. Write it before the date.</failure>
        </testcase>
        <testcase name="c.brief" classname="briefmark"/>
      </testsuite>
    </testsuites>
  `);
  expect(formatJunit(report, 'never')).toContain('tests="2" failures="0"');
  expect(formatJunit(report, 'never')).toContain('<system-out>a &amp; b.brief:1:22 error missing-source');
});

test('junit: control characters are escaped', async () => {
  const xml = formatJunit(await check({ 'a\u0007\uFFFF.brief': LOST }), 'warning');
  expect(xml).toContain('name="a\\x07\uFFFD.brief"');
});
