import { expect, test } from 'vitest';
import type { Scale } from '../../../../server/src/analysis/language/likelihood.ts';
import { toMarkdown, toPlainText } from '../../../../server/src/features/hover/card.ts';
import { hoverBrief } from '../../../../server/src/features/hover/hover.ts';
import { briefOf } from '../../support/fixture.ts';
import { withCursor } from '../../support/world.ts';

const REGISTRY = `--- entities.yaml
entities:
  - { id: storm, type: event, name: Likely Storm }
`;

/** The card at the cursor of a brief, and the text it is about. */
function cardAt(marked: string, scale?: Scale) {
  const { text, offset } = withCursor(marked);
  const { uri, brief, workspace } = briefOf(`--- main.brief\n${text}\n${REGISTRY}`);
  const card = hoverBrief(workspace, uri, brief, offset, scale && { scale });
  return card && { words: text.slice(card.span.start, card.span.end), card };
}

/** The same in plain text. */
function hoverAt(marked: string, scale?: Scale): string {
  const found = cardAt(marked, scale);
  return found ? `[${found.words}]\n${toPlainText(found.card.lines)}\n` : 'no hover';
}

test('a term of both scales', () => {
  expect(hoverAt('It is li|kely to rain.')).toMatchInlineSnapshot(`
    [likely]
    Likely: 55–80 % (ICD 203)
    Also: probable, probably
    PHIA yardstick: 55–75 %
  `);
});

test('the same under the yardstick', () => {
  expect(hoverAt('Rain is coming.\n\nIt will probably| rain.', 'PHIA')).toMatchInlineSnapshot(`
    [probably]
    Probably: 55–75 % (PHIA yardstick)
    Also: likely, probable
    ICD 203: 55–80 %
  `);
});

test('a term the other scale does not have', () => {
  expect(hoverAt('It is |very unlikely to rain.')).toMatchInlineSnapshot(`
    [very unlikely]
    Very unlikely: 5–20 % (ICD 203)
    Also: highly improbable
    PHIA yardstick: no such term; highly unlikely (10–20 %)
  `);
});

test('a term of the other scale only', () => {
  expect(hoverAt('There is a realistic| possibility of rain.')).toMatchInlineSnapshot(`
    [a realistic possibility]
    Realistic possibility: 40–50 % (PHIA yardstick)
    It is not a term of ICD 203, which uses: unlikely (20–45 %) or roughly even chance (45–55 %).
  `);
});

test('a level of confidence', () => {
  expect(hoverAt('We have medium| confidence in this judgment.')).toMatchInlineSnapshot(`
    [medium confidence]
    Moderate confidence
    The sources are credible and the reading is plausible, but there are too few of them, or they agree too little, for more.
    It describes the basis of the judgment, not how likely the event is.
  `);
});

test('a confidence without a level', () => {
  expect(hoverAt('We are confident| that it rained.')).toMatchInlineSnapshot(`
    [We are confident that]
    Confidence
    It names no level: high, moderate or low.
    It describes the basis of the judgment, not how likely the event is.
  `);
});

test('none: a likely candidate', () => expect(hoverAt('A |likely candidate.')).toBe('no hover'));
test('none: in a quotation', () => expect(hoverAt('He said: “It is li|kely.”')).toBe('no hover'));
test('none: in a front matter', () =>
  expect(hoverAt('---\ntitle: It is li|kely to rain\n---\n\nText.')).toBe('no hover'));

test('a citation, a tag and a name win', () => {
  expect(cardAt('It rained (Lik|ely Post, May 3).')?.card.lines[0]).not.toMatchObject({ text: 'Likely: 55–80 %' });
  expect(cardAt('It is [lik|ely](event:storm).')?.words).toBe('[likely](event:storm)');
  expect(cardAt('The Lik|ely Storm came.')?.words).toBe('Likely Storm');
});

test('is escaped in Markdown', () => {
  expect(toMarkdown(cardAt('It is li|kely to rain.')!.card.lines)).toBe(
    '**Likely\\: 55–80 \\%** · ICD 203\n\nAlso: probable\\, probably\n\nPHIA yardstick: 55–75 \\%',
  );
});
