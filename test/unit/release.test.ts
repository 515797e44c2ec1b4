import { expect, test } from 'vitest';
import { unreleased } from '../../scripts/release.mjs';

test.each([
  ['entries under headings', '# Changelog\n\n## Unreleased\n\n### Added\n\n- One.\n\n## 0.1.0\n\n- Old.\n', '- One.'],
  ['headings without entries', '# Changelog\n\n## Unreleased\n\n### Added\n\n## 0.1.0\n\n- Old.\n', ''],
  ['no other section', '## Unreleased\n\n- One.\n- Two.\n', '- One.\n- Two.'],
  ['no such section', '# Changelog\n\n## 0.1.0\n\n- Old.\n', ''],
])('the unreleased entries of a changelog with %s', (_, changelog, expected) => {
  expect(unreleased(changelog)).toBe(expected);
});
