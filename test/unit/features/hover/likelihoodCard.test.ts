import { expect, test } from 'vitest';
import type { Scale } from '../../../../server/src/analysis/language/likelihood.ts';
import { toMarkdown, toPlainText } from '../../../../server/src/features/hover/card.ts';
import { hoverBrief } from '../../../../server/src/features/hover/hover.ts';
import { parseFixture, workspaceOf } from '../../support/fixture.ts';

const REGISTRY = `--- entities.yaml
entities:
  - { id: storm, type: event, name: Likely Storm }
`;

/** The card at `|`. */
function cardAt(brief: string, scale?: Scale) {
  const offset = brief.indexOf('|');
  const fixture = parseFixture(`--- main.brief\n${brief.replace('|', '')}\n${REGISTRY}`);
  const workspace = workspaceOf(fixture);
  const { uri, text } = fixture.files[0]!;
  const card = hoverBrief(workspace, uri, workspace.brief(uri)!, offset, scale && { scale });
  return card && { words: text.slice(card.span.start, card.span.end), card };
}

function check(name: string, brief: string, expected: string | undefined, scale?: Scale): void {
  test(name, () => {
    const found = cardAt(brief, scale);
    expect(found && `[${found.words}]\n${toPlainText(found.card.lines)}\n`).toBe(
      expected?.replace(/^ {6}/gm, '').trimStart(),
    );
  });
}

check(
  'a term of both scales',
  'It is li|kely to rain.',
  `
      [likely]
      Likely: 55–80 % (ICD 203)
      Also: probable, probably
      PHIA yardstick: 55–75 %
`,
);
check(
  'the same under the yardstick',
  'Rain is coming.\n\nIt will probably| rain.',
  `
      [probably]
      Probably: 55–75 % (PHIA yardstick)
      Also: likely, probable
      ICD 203: 55–80 %
`,
  'PHIA',
);
check(
  'a term the other scale does not have',
  'It is |very unlikely to rain.',
  `
      [very unlikely]
      Very unlikely: 5–20 % (ICD 203)
      Also: highly improbable
      PHIA yardstick: no such term; highly unlikely (10–20 %)
`,
);
check(
  'a term of the other scale only',
  'There is a realistic| possibility of rain.',
  `
      [a realistic possibility]
      Realistic possibility: 40–50 % (PHIA yardstick)
      It is no term of ICD 203, which says: unlikely (20–45 %) or roughly even chance (45–55 %).
`,
);
check(
  'a level of confidence',
  'We have medium| confidence in this judgment.',
  `
      [medium confidence]
      Moderate confidence
      The sources are credible and the reading is plausible, but there are too few of them, or they agree too little, for more.
      It is about the ground a judgment stands on, not about how likely the event is.
`,
);
check(
  'a confidence without a level',
  'We are confident| that it rained.',
  `
      [We are confident that]
      Confidence
      It names no level: high, moderate or low.
      It is about the ground a judgment stands on, not about how likely the event is.
`,
);
check('none: a likely candidate', 'A |likely candidate.', undefined);
check('none: in a quotation', 'He said: “It is li|kely.”', undefined);
check('none: in a front matter', '---\ntitle: It is li|kely to rain\n---\n\nText.', undefined);

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
