import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { checkProject, shouldFail, summarize, toJson } from '../../../server/src/cli/check.ts';
import { formatGithub } from '../../../server/src/cli/github.ts';
import { toSarif } from '../../../server/src/cli/sarif.ts';
import { formatText } from '../../../server/src/cli/text.ts';
import { RULES } from '../../../server/src/rules/index.ts';
import { projectOf } from './project.ts';

const lost = '🎈 It ended\n(, May 3).\n';
const registry = `entities:
  - { id: kabul, type: place, name: Kabul }
  - { id: kabul, type: place, name: Herat }
`;
const check = async (files: Record<string, string>) => checkProject(await projectOf(files));
const plain = { color: false, columns: 80 };

test('text: position, severity, code, message, the line, the underline and a summary', async () => {
  const [header, line, underline, ...rest] = formatText(await check({ 'a.brief': lost }), plain).split('\n');
  expect(header).toMatch(/^a\.brief:2:2 error missing-source The source of “🎈 It ended” \(May 3\) is missing/);
  expect([line, underline]).toEqual(['  (, May 3).', '   ^~~~~~~']);
  expect(rest).toEqual(['', '1 error in 1 of 1 file.', '']);
});

test('text: the color option adds colors and changes nothing else', async () => {
  const report = await check({ 'a.brief': lost });
  const painted = formatText(report, { ...plain, color: true });
  expect(formatText(report, plain)).not.toContain('\x1b');
  expect(painted).toContain('\x1b[31merror\x1b[0m');
  expect(stripVTControlCharacters(painted)).toBe(formatText(report, plain));
});

test('text: related positions are notes', async () => {
  const text = formatText(await check({ 'entities.yaml': registry }), plain);
  expect(text).toMatch(/^entities\.yaml:3:11 error duplicate-id /);
  expect(text).toContain('\n  note: entities.yaml:2:11 The definition that counts\n');
});

test('text: control characters in names and briefs are escaped', async () => {
  const text = formatText(
    await check({ 'a\x1b]0;x\x07.brief': `\x1b[2J\u202e\x9b ${lost.replace('\n', ' ')}` }),
    plain,
  );
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
  expect(text).toContain('a\\x1b]0;x\\x07.brief:1:');
});

test('the summary counts', async () => {
  expect(summarize(await check({ 'a.brief': 'Nothing.\n', 'b.brief': '' }))).toBe(
    'No findings in 2 files. 2 briefs have no citations to check.',
  );
  const mixed = { 'a.brief': `${lost}\n(TASS,May 9)\n\n(, May 3)\n`, 'b.brief': 'Nothing.\n' };
  expect(summarize(await check(mixed))).toBe('2 errors and 1 information in 1 of 2 files.');
});

test('json: zero-based lines and UTF-16 columns, and the span in the file', async () => {
  expect(toJson(await check({ 'a.brief': lost }))).toEqual([
    {
      file: 'a.brief',
      code: 'missing-source',
      severity: 'error',
      message: expect.stringContaining('missing'),
      range: { start: { line: 1, character: 1 }, end: { line: 1, character: 8 } },
      span: { start: 13, end: 20 },
    },
  ]);
});

test('the threshold decides whether a check fails', async () => {
  const slip = await check({ 'a.brief': 'It ended (TASS,May 9).\n' });
  expect(['hint', 'information', 'warning', 'error', 'never'].map((at) => shouldFail(slip, at as 'never'))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(shouldFail(await check({ 'a.brief': '' }), 'hint')).toBe(false);
});

test('github: one escaped command per finding', async () => {
  const output = formatGithub(await check({ './to do/50%, a:b.brief': lost }));
  expect(output).toMatch(
    /^::error file=to do\/50%25%2C a%3Ab\.brief,line=2,col=2,endColumn=9,title=missing-source::The source of/,
  );
  expect(output.split('\n')).toHaveLength(2);
});

test('github: nothing in a name or message moves the cursor or reorders the line', async () => {
  const output = formatGithub(await check({ 'a\x1b[31m\u200f\u061c.brief': 'It ended (Ta\u202ess\x1b[0m May 3).\n' }));
  expect(output).toContain('file=a\\x1b[31m\\u200f\\u061c.brief,');
  expect(output).not.toMatch(/(?!\n)\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e]/u);
});

test('github: a span over two lines has no columns; notes are lines of the message', async () => {
  const output = formatGithub(await check({ 'a.brief': 'It ended (,\nMay 3).\n', 'entities.yaml': registry }));
  expect(output).toContain('::error file=a.brief,line=1,endLine=2,title=missing-source::');
  expect(output).toContain('%0AThe definition that counts: entities.yaml:2:11\n');
});

test('sarif: every rule is described; results refer to their rules and locations', async () => {
  const log = toSarif(await check({ './to do/50%.brief': lost, 'entities.yaml': registry }), '1.2.3');
  expect(log).toMatchObject({
    version: '2.1.0',
    runs: [
      {
        columnKind: 'utf16CodeUnits',
        tool: { driver: { name: 'Briefmark', semanticVersion: '1.2.3' } },
        results: [
          {
            ruleId: 'missing-source',
            level: 'error',
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'to%20do/50%25.brief', uriBaseId: '%SRCROOT%' },
                  region: { startLine: 2, startColumn: 2, endLine: 2, endColumn: 9 },
                },
              },
            ],
          },
          { ruleId: 'duplicate-id', relatedLocations: [{ id: 0 }] },
        ],
      },
    ],
  });
  const { runs } = JSON.parse(JSON.stringify(log));
  expect(runs[0].tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual(RULES.map(({ code }) => code));
  for (const { ruleId, ruleIndex } of runs[0].results) expect(RULES[ruleIndex]?.code).toBe(ruleId);
});

test('sarif: files outside the folder have absolute URIs; links and placeholders in messages are escaped', async () => {
  const elsewhere = JSON.stringify(toSarif(await check({ '../a.brief': lost, '/b.brief': lost }), '1.0.0'));
  expect(elsewhere).toContain('"artifactLocation":{"uri":"file:///work/../a.brief"}');
  expect(elsewhere).toContain('"artifactLocation":{"uri":"file:///work//b.brief"}');
  const two = `references:
  - { id: a, type: report, title: '{0} [x](1)', container-title: TASS, issued: 2021-05-03 }
  - { id: b, type: report, title: B, container-title: TASS, issued: 2021-05-03 }
`;
  const files = { 'a.brief': 'It ended (TASS, May 3, 2021).\n', 'sources.yaml': two };
  expect(JSON.stringify(toSarif(await check(files), '1.0.0'))).toContain('"text":"{{0}} [x\\\\](1)"');
});
