import { expect, test } from 'vitest';
import { renderBrief } from '../../../server/src/render/brief.ts';
import { toDocument } from '../../../server/src/render/document.ts';
import { createScope } from '../../../server/src/scope/scope.ts';
import type { Brief } from '../../../server/src/syntax/ast.ts';
import { readBrief } from '../../../server/src/syntax/brief/brief.ts';
import { briefText, testProperty } from '../support/arbitraries.ts';
import { markupOf, textOf } from './page.ts';

const scope = createScope([]);

testProperty('every word of the prose is on the page, and no markup from the brief', briefText(), (text) => {
  const brief = readBrief(text);
  const { parts } = renderBrief(brief, scope, { fallbackTitle: 'x', includePositions: true });
  const html = parts.map((part) => part.html).join('\n');
  expect(markupOf(html).wrong).toEqual([]);
  const page = textOf(html);
  // A table has no place for cells beyond its columns.
  for (const word of text.includes('|') ? [] : wordsOf(brief)) expect(page).toContain(word);
  const document = toDocument({ title: text, language: text, parts: [] });
  expect(markupOf(document.slice(document.indexOf('<body>') + 6, document.indexOf('</body>'))).wrong).toEqual([]);
});

/** The words of the prose: not of comments, addresses, ids and keys. */
function wordsOf({ text, blocks, starts }: Brief): string[] {
  const prose = blocks.map((block, index) => {
    if (block.kind === 'front-matter') return '';
    let words = '';
    let at = 0;
    const from = starts[index]!;
    for (const atom of block.atoms) {
      if (atom.start < at) continue;
      words += text.slice(from + at, from + atom.start);
      if (atom.kind === 'tag') words += ` ${atom.surface.value} `;
      if (atom.kind === 'code') words += ` ${text.slice(from + atom.start, from + atom.end)} `;
      if (atom.kind === 'link') words += ` ${text.slice(from + atom.text.start, from + atom.text.end)} `;
      words += ' ';
      at = atom.end;
    }
    return words + text.slice(from + at, from + block.length);
  });
  return prose.join('\n').match(/\p{L}+/gu) ?? [];
}

// Quadratic work would exceed the time limit.
const many = 20_000;
test.each([
  '(',
  '[',
  '*a ',
  '**',
  '_a',
  '`',
  '> ',
  '- a\n',
  '![',
  '<',
  '[a](',
  '(TASS, May 3) ',
  '[T](org:t) ',
  '[@a; @b]',
  '[^1] ',
  '[^1]: TASS\n',
  '| a ',
  '\\',
  '&',
])('%j many times is rendered in linear time', (piece) => {
  const brief = readBrief(piece.repeat(many));
  expect(renderBrief(brief, scope, { fallbackTitle: 'x' }).parts.length).toBeGreaterThan(0);
});
