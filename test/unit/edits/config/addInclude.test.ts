import { expect, test } from 'vitest';
import { addInclude } from '../../../../server/src/edits/config/addInclude.ts';
import { readConfig } from '../../../../server/src/rules/config/config.ts';

test.each([
  ['', 'include:\n  - a b.md\n'],
  ['# Ours.\n', '# Ours.\ninclude:\n  - a b.md\n'],
  ['profile: draft', 'profile: draft\ninclude:\n  - a b.md\n'],
  ['profile: draft\r\n', 'profile: draft\r\ninclude:\r\n  - a b.md\r\n'],
  ['include:\nprofile: draft\n', 'include: [a b.md]\nprofile: draft\n'],
  ['include: [] # none\n', 'include: [a b.md] # none\n'],
  ['include: ["*.md"]\n', 'include: ["*.md", a b.md]\n'],
  ['include:\n- x.md # one\nprofile: draft\n', 'include:\n- x.md # one\n- a b.md\nprofile: draft\n'],
  ['include: x/*.{md,txt} # all\n', 'include:\n  - x/*.{md,txt}\n  - a b.md # all\n'],
])('%j', (before, after) => {
  expect(addInclude(before, 'a b.md')).toBe(after);
  const patterns = readConfig(before).include;
  expect(readConfig(after).include).toEqual([...patterns, 'a b.md']);
});

test.each(['include: { a: b }\n', '- a\n', 'text\n', 'a: 1\n---\nb: 2\n'])('not in %j', (text) => {
  expect(addInclude(text, 'a.md')).toBeUndefined();
});
