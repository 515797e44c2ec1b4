import { expect, test } from 'vitest';
import { toPlainText } from '../../../../server/src/features/hover/card.ts';
import { keyCardAt } from '../../../../server/src/features/hover/keyCard.ts';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { withCursor } from '../../support/world.ts';

/** The card of the field at the cursor, below its name. */
function cardAt(marked: string, { isBrief = false, isConfig = false, isReview = false } = {}): string {
  const { text, offset } = withCursor(marked);
  const card = keyCardAt({ text, offset, isConfig, isReview, ...(isBrief && { brief: readBrief(text) }) });
  return card ? `[${text.slice(card.span.start, card.span.end)}]\n${toPlainText(card.lines)}\n` : 'no hover';
}

test('a field whose values a standard defines', () => {
  expect(cardAt('references:\n  - id: a\n    custom:\n      reli|ability: B\n')).toMatchInlineSnapshot(`
    [reliability]
    reliability (field of a source)
    A to F; overrides the reliability of the outlet for this source.
    A: completely reliable
    B: usually reliable
    C: fairly reliable
    D: not usually reliable
    E: unreliable
    F: reliability cannot be judged
    Standard: Admiralty code (NATO AJP-2.1)
  `);
});

test('a field of CSL, in braces and below a bare dash', () => {
  expect(cardAt('references:\n  - { id: a, iss|ued: 2021-09-05 }\n')).toMatchInlineSnapshot(`
    [issued]
    issued (field of a source)
    Date of publication: YYYY-MM-DD, or CSL date-parts.
    Standard: CSL 1.0.2, ISO 8601
    Standard page: https://github.com/citation-style-language/schema
  `);
  expect(cardAt('references:\n  -\n    container-|title: TASS\n')).toContain('CSL 1.0.2');
});

test('a field of an entity, of a configuration, of front matter', () => {
  expect(cardAt('entities:\n  - id: a\n    |tlp: AMBER\n')).toContain('Traffic Light Protocol 2.0');
  expect(cardAt('pro|file: draft\n', { isConfig: true })).toMatchInlineSnapshot(`
    [profile]
    profile (field)
    The profile of briefs whose front matter does not set one: draft or release.
  `);
  expect(cardAt('---\nda|te: 2021-09-24\n---\n\nx', { isBrief: true })).toContain('ISO 8601');
});

test.each([
  ['a value', 'entities:\n  - id: a\n    tlp: AM|BER\n'],
  ['a field that is not ours', 'entities:\n  - id: a\n    note|s: x\n'],
  ['a comment', 'entities:\n  # the ali|ases: x\n  - id: a\n'],
  ['a text with a colon', 'entities:\n  - id: a\n    description: its al|iases: many\n'],
])('none for %s', (_, marked) => expect(cardAt(marked)).toBe('no hover'));

test('none for prose', () =>
  expect(cardAt('---\ndate: 2021-09-24\n---\n\nda|te: x', { isBrief: true })).toBe('no hover'));

test('fields of a review', () => {
  expect(cardAt('comments:\n  - text: a\n    quote:\n      ex|act: b\n', { isReview: true })).toMatchInlineSnapshot(`
    [exact]
    exact (field)
    The words that the comment is about, as they were.
  `);
});
