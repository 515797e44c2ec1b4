import fc from 'fast-check';
import { expect } from 'vitest';
import { toMarkdown } from '../../../../server/src/features/hover/card.ts';
import { testProperty } from '../../support/arbitraries.ts';

/** All of ASCII, and a few other characters that names may have. */
const character = fc.oneof(
  fc.integer({ min: 0, max: 127 }).map((code) => String.fromCharCode(code)),
  fc.constantFrom('é', '环', '🛰️', '\u2028', '\ud800'),
);

testProperty('no text puts an unescaped mark into the Markdown', fc.string({ unit: character }), (text) => {
  const markdown = toMarkdown([{ kind: 'text', text }]);
  expect(markdown.replace(/\\[!-/:-@[-`{-~]|&amp;|&lt;/g, '')).not.toMatch(/[!-/:-@[-`{-~\n]/);
});
