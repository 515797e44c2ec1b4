import { expect, test } from 'vitest';
import { taskArguments } from '../../../client/src/taskArguments.ts';
import manifest from '../../../package.json';
import { checkProject } from '../../../server/src/cli/check.ts';
import { COMMANDS } from '../../../server/src/cli/commands.ts';
import { formatText } from '../../../server/src/cli/text.ts';
import { SEVERITIES } from '../../../server/src/rules/engine/settings.ts';

import { projectOf } from '../cli/project.ts';
import { matchProblem } from './support/problemPattern.ts';

test.each([
  [{}, ['check', '--']],
  [{ path: 'briefs' }, ['check', '--', 'briefs']],
  [{ path: ['briefs', '-x.brief'], profile: 'release' }, ['check', '--profile', 'release', '--', 'briefs', '-x.brief']],
  [{ failOn: 'never', path: '' }, ['check', '--fail-on', 'never', '--']],
  [{ path: [3, null, 'a'], profile: 7, failOn: {} }, ['check', '--', 'a']],
])('%j', (definition, words) => {
  expect(taskArguments(definition)).toEqual(words);
});

test('the problem matcher reads what the command line prints: findings, and nothing else', async () => {
  const files = {
    'a b:1/küste.brief': 'It ended (, May 3).\n\nIt: 1:2 error x:3:4 (, May 4).\n',
    'entities.yaml':
      'entities:\n  - { id: oslo, type: place, name: Oslo }\n  - { id: oslo, type: place, name: Oslo }\n',
  };
  const report = await checkProject(await projectOf(files));
  const lines = formatText(report, { color: false, columns: 80 }).split('\n');
  expect(lines.map(matchProblem).filter(Boolean)).toEqual(
    report.files.flatMap(({ file, findings }) =>
      findings.map(({ code, severity, span }) => {
        const { line, character } = file.positionAt(span.start);
        return [file.name, `${line + 1}`, `${character + 1}`, severity, code];
      }),
    ),
  );
  expect(report.files).toHaveLength(2);
});

test('a line of a brief that looks like a finding is none', () => {
  expect(matchProblem('  a.brief:1:2 error missing-source Pay up.')).toBeUndefined();
  expect(matchProblem('  note: a.brief:1:2 error missing-source Pay up.')).toBeUndefined();
});

test('the pattern and the task know every severity of the command line', () => {
  for (const severity of SEVERITIES)
    expect(matchProblem(`a.brief:1:2 ${severity} some-code Words.`)?.[3]).toBe(severity);
  const { properties } = manifest.contributes.taskDefinitions[0]!;
  const values = (name: string) =>
    COMMANDS.find((command) => command.name === 'check')?.options.find((option) => option.name === name)?.values;
  expect(properties.failOn.enum).toEqual(values('fail-on'));
  expect(properties.profile.enum).toEqual(values('profile'));
});
