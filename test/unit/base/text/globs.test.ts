import { expect, test } from 'vitest';
import { createGlobFilter } from '../../../../server/src/base/text/globs.ts';

const FILES = [
  'a.md',
  'b.txt',
  'picture.png',
  'reports/a.md',
  'reports/2024/b.md',
  'reports/2024/c (1).txt',
  'reports/2024/d+e@f.md',
  'reports2/a.md',
];

test.each([
  ['*.md', 'a.md'],
  ['**/*.md', 'a.md reports/a.md reports/2024/b.md reports/2024/d+e@f.md reports2/a.md'],
  ['reports/*.md', 'reports/a.md'],
  ['./reports/**/*.{txt,qmd}', 'reports/2024/c (1).txt'],
  ['reports', 'reports/a.md reports/2024/b.md reports/2024/c (1).txt reports/2024/d+e@f.md'],
  ['reports/', 'reports/a.md reports/2024/b.md reports/2024/c (1).txt reports/2024/d+e@f.md'],
  ['reports/2024/c (1).txt', 'reports/2024/c (1).txt'],
  ['**/d+e@f.md', 'reports/2024/d+e@f.md'],
  ['[!b].*', 'a.md'],
  ['report?2/?.md', 'reports2/a.md'],
  ['reports?/*', 'reports2/a.md'],
  ['**', FILES.filter((name) => name !== 'picture.png').join(' ')],
  // What has a problem names nothing.
  ['../**', ''],
  ['!a.md', ''],
  ['*/*/*/*/*.md', ''],
  ['', ''],
])('%s', (glob, named) => {
  expect(FILES.filter(createGlobFilter([glob])).join(' ')).toBe(named);
});
