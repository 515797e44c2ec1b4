import { expect, test } from 'vitest';
import { firstPlace, howToBegin } from '../../scripts/start/firstPlace.mjs';

const finding = (file: string, code: string, line: number) => ({
  file,
  code,
  range: { start: { line, character: 4 } },
});

test('the first finding in a brief is shown, beside the view that lists it', () => {
  const findings = [finding('/w/a.sources.yaml', 'bad-url', 0), finding('/w/b.md', 'missing-source', 6)];
  const output = `briefmark: “x.brief” cannot be read.\n${JSON.stringify(findings)}\n`;
  expect(firstPlace(output)).toEqual({ file: '/w/b.md', line: 7, column: 5, view: 'sources' });
  expect(firstPlace(JSON.stringify(findings.slice(0, 1)))?.view).toBe('briefs');
  expect(firstPlace('[]\n')).toBeUndefined();
});

test('a folder without briefs is told of include', () => {
  expect(howToBegin('/w/reports', true)).toContain('reports/.briefmark.yaml lists them');
  expect(howToBegin('/w/reports', false)).toContain('no findings');
});
