/** Bibliographies that other programs wrote, where they are: every entry is read, or a finding says what was not understood. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const FOLDER = fileURLToPath(new URL('../../../shared/data/bibliographies/', import.meta.url));
const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => /\.(?:bib|json|xml)$/.test(name)) : [];

/** The keys in a file, and how often a date is written in it. */
function whatIsIn(name: string): { keys: string[]; dates: number } {
  const text = readFileSync(FOLDER + name, 'utf8');
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found ?? '');
  if (name.endsWith('.bib')) {
    const keys = all(/^@(?!comment|string|preamble)\w+\{([^,\s]+),/gim);
    return { keys, dates: all(/^\s*(?:date|year)\s*=\s*(\S)/gim).length };
  }
  if (name.endsWith('.json'))
    return { keys: all(/^ {4}"id": "([^"]+)"/gm), dates: all(/^ {4}"issued": (\{)/gm).length };
  return { keys: all(/<rec-number>\s*(\d+)/g), dates: all(/<(dates)>/g).length };
}

test.skipIf(files.length === 0)('every key, title and date of real files is read, or reported', async () => {
  const args = [CLI, 'convert', 'sources', ...files.map((name) => FOLDER + name), '--to', 'csl-json'];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 26 });
  const items: { id: string; title?: string; issued?: { literal?: string } }[] = JSON.parse(stdout);
  const written = files.map(whatIsIn);
  expect(items.map(({ id }) => id)).toEqual(written.flatMap(({ keys }) => keys));
  expect(items.filter(({ title }) => !title)).toEqual([]);
  const dated = items.filter(({ issued }) => issued);
  expect(dated.length).toBe(written.reduce((sum, { dates }) => sum + dates, 0));
  for (const { issued } of dated) if (issued?.literal) expect(stderr).toContain(issued.literal);
});
