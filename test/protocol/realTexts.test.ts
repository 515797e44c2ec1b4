/** The command line on real texts, which are not ours to publish: they lie beside the project where that is developed, and in no clone. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, runCli, runJson } from './commandLine.ts';

const article = '../shared/seeds/000_d33b63744b05b3e2.txt';

const isHere = existsSync(join(ROOT, article));

if (isHere)
  describe('the real article', () => {
    test('has lost exactly seven sources', async () => {
      const { code, stdout, stderr } = await runCli(['check', article], { cwd: ROOT });
      expect([code, stderr]).toEqual([1, '']);
      expect(stdout).toMatch(/\n7 errors in 1 of 1 file\.\n$/);
      const findings = await runJson(['check', article]);
      expect(findings.map(({ code: rule }) => rule)).toEqual(Array(7).fill('missing-source'));
      expect(new Set(findings.map(({ file }) => file))).toEqual(new Set([article]));
    });

    test('has 18 citation items in 17 groups, all of 2021', async () => {
      const rows = await runJson(['list', 'citations', article]);
      expect(rows).toHaveLength(18);
      expect(new Set(rows.map(({ group }) => JSON.stringify(group))).size).toBe(17);
      expect(rows.filter(({ status }) => status === 'missing')).toHaveLength(7);
      expect(rows.every(({ iso }) => String(iso).startsWith('2021-'))).toBe(true);
    });

    test('has two sections', async () => {
      const lines = readFileSync(join(ROOT, article), 'utf8').split('\n');
      const rows = await runJson(['list', 'outline', article]);
      expect(rows.map(({ title }) => lines.indexOf(String(title)) + 1)).toEqual([5, 16]);
    });
  });

const texts = join(ROOT, '../shared/data/real');
if (existsSync(texts))
  test('real texts of other houses have no findings; whatever they cite, no source is missing', async () => {
    const paths = readdirSync(texts).map((name) => join(texts, name));
    expect(paths).toHaveLength(32);
    expect(await runJson(['check', ...paths])).toEqual([]);
    const rows = await runJson(['list', 'citations', ...paths]);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ status }) => status === 'missing')).toEqual([]);
  });
