/** The functions of the npm package, and that they have the types that `npm/index.d.ts` promises. */
import { expect, test } from 'vitest';
import type * as promised from '../../../npm/index.d.ts';
import manifest from '../../../package.json' with { type: 'json' };
import * as source from '../../../server/src/api.ts';

/** Fails to compile where the types promise something else. */
const api: typeof promised = source;

const SOURCES = 'references:\n  - { id: tass-1, type: report, title: T, container-title: TASS, issued: 2021-05-03 }\n';

test('findings have their rule, their severity and their place', () => {
  expect(api.check('\uFEFFOne.\n\nIt ended (, May 3).\n')).toEqual([
    {
      code: 'missing-source',
      severity: 'error',
      message: 'The source of “It ended” (May 3) is missing. Write it before the date.',
      range: { start: { line: 2, character: 10 }, end: { line: 2, character: 17 } },
      span: { start: 16, end: 23 },
    },
  ]);
});

test('registries, configuration, profile and severities apply, the later ones first', () => {
  const codes = (options: promised.TextOptions) =>
    api.check('It ended (AP, May 3). (, May 4)\n', options).map(({ code, severity }) => `${code} ${severity}`);
  expect(codes({})).toEqual(['missing-source error']);
  expect(codes({ registries: [SOURCES] })).toEqual(['unknown-source hint', 'missing-source error']);
  expect(codes({ config: 'rules: { missing-source: hint }\n' })).toEqual(['missing-source hint']);
  expect(codes({ config: 'rules: { missing-source: hint }\n', rules: { 'missing-source': 'off' } })).toEqual([]);
  expect(codes({ registries: [SOURCES], profile: 'release' })).toContain('unknown-source information');
});

test('the form of citations is corrected, and everything else stays', () => {
  expect(api.fix('\uFEFFIt ended (TASS May 3).\r\n')).toBe('\uFEFFIt ended (TASS, May 3).\r\n');
  expect(api.fix('It ended (TASS, May 3).\n', { config: 'style: { dates: 5 September }\n' })).toBe(
    'It ended (TASS, 3 May).\n',
  );
  expect(api.fix('Nothing.')).toBe('Nothing.');
});

test('citations have their entry; the date of a brief may be in the name of its file', () => {
  const checker = api.createChecker({ registries: [SOURCES] });
  const text = 'It ended (TASS, May 3).\n';
  const summary = (fileName?: string) =>
    checker.listCitations(text, fileName).map(({ id, iso, status, statement }) => ({ id, iso, status, statement }));
  expect(summary('2021-06-01 outlook.brief')).toEqual([
    { id: 'tass-1', iso: '2021-05-03', status: 'resolved', statement: 'It ended (TASS, May 3).' },
  ]);
  expect(summary()).toMatchObject([{ status: expect.any(String), statement: 'It ended (TASS, May 3).' }]);
});

test('one checker keeps nothing of a brief: its own entries do not apply to the next one', () => {
  const checker = api.createChecker({ registries: [SOURCES] });
  const own =
    '---\nreferences:\n  - { id: ap-1, type: report, title: T, container-title: AP, issued: 2021-05-03 }\n---\n\n';
  expect(checker.check(`${own}It ended (AP, May 3, 2021).\n`)).toEqual([]);
  expect(checker.check('It ended (AP, May 3, 2021).\n').map(({ code }) => code)).toEqual(['unknown-source']);
});

test('wrong options are errors', () => {
  const wrong = (options: object) => () => api.check('', options);
  expect(wrong({ profile: 'final' })).toThrow(new TypeError('There is no profile “final”.'));
  expect(wrong({ rules: { 'no-such-rule': 'off' } })).toThrow(new TypeError('There is no rule “no-such-rule”.'));
  expect(wrong({ rules: { 'missing-source': 'fatal' } })).toThrow('There is no severity “fatal”.');
  expect(() => api.check(undefined as unknown as string)).toThrow('The text of the brief has to be a string.');
});

test('rules and version', () => {
  expect(api.version).toBe(manifest.version);
  expect(api.rules.find(({ code }) => code === 'missing-source')).toEqual({
    code: 'missing-source',
    severity: { draft: 'error', release: 'error' },
    title: 'A statement has lost its source.',
    why: expect.any(String),
  });
});
