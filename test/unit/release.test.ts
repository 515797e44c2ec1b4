import { expect, test } from 'vitest';
import { nextVersion, sectionOf, unreleased } from '../../scripts/release.mjs';

test.each([
  ['entries under headings', '# Changelog\n\n## Unreleased\n\n### Added\n\n- One.\n\n## 0.1.0\n\n- Old.\n', '- One.'],
  ['headings without entries', '# Changelog\n\n## Unreleased\n\n### Added\n\n## 0.1.0\n\n- Old.\n', ''],
  ['no other section', '## Unreleased\n\n- One.\n- Two.\n', '- One.\n- Two.'],
  ['no such section', '# Changelog\n\n## 0.1.0\n\n- Old.\n', ''],
])('the unreleased entries of a changelog with %s', (_, changelog, expected) => {
  expect(unreleased(changelog)).toBe(expected);
});

test('the entries of a version, with or without a date', () => {
  const changelog = '# Changelog\n\n## 0.10.0 (2026-11-30)\n\n- New.\n\n## 0.1.0\n\n- Old.\n';
  expect(['0.10.0', '0.1.0', '0.1'].map((version) => sectionOf(changelog, version))).toEqual([
    '- New.',
    '- Old.',
    undefined,
  ]);
});

test('the next version is a step, or later than the current one', () => {
  expect(['patch', 'minor', 'major', '0.9.9', '0.9.10'].map((wanted) => nextVersion('0.9.9', wanted))).toEqual([
    '0.9.10',
    '0.10.0',
    '1.0.0',
    '0.9.9',
    '0.9.10',
  ]);
  expect(() => nextVersion('0.9.9', '0.9.8')).toThrow('0.9.8 is earlier than 0.9.9.');
  expect(() => nextVersion('0.9.9', 'next')).toThrow('“next” is no version.');
});
