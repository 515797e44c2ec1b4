/** How rules speak: short, with what distinguishes a row, and titles that say what they change. */
import { describe, expect, test } from 'vitest';
import { actionsAt } from '../../../server/src/features/codeActions/codeActions.ts';
import { RULES } from '../../../server/src/rules/index.ts';
import { createScene, fixesIn } from '../support/actions.ts';
import { exampleOptions, findingsInExample, fixtureOf } from '../support/examples.ts';
import { findingsIn } from '../support/fixture.ts';

/** Three: “Did you mean …?” may stand between the fact and what to do. */
const MAX_SENTENCES = 3;
const MAX_LENGTH = 190;

describe.each(RULES.map((rule) => [rule.code, rule] as const))('%s', (_, rule) => {
  const options = exampleOptions(rule, rule.bad);
  const [finding] = findingsInExample(rule.bad, options);

  test('says it in one or two short sentences', () => {
    const { message } = finding!;
    expect(message.length).toBeLessThanOrEqual(MAX_LENGTH);
    expect(message.split(/(?<=[.?])\s+(?=\p{Lu})/u).length).toBeLessThanOrEqual(MAX_SENTENCES);
    expect(message).not.toMatch(/\b(?:nobody|anybody|so that|judgement)\b/);
  });

  test('no title of a fix stands twice, and each names a word of the finding or of its change', async () => {
    const { open, targets, context } = await createScene(fixtureOf(rule.bad), options);
    const { uri, span } = finding!;
    const titles = actionsAt(open(uri), span, ['quickfix'], targets, context).map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    const own = titles.filter((title) => !title.startsWith('Ignore '));
    expect(own.filter((title) => !/[“(…:,\d]|TLP|sources\.yaml/.test(title))).toEqual([]);
  });
});

const rows = (fixture: string) =>
  findingsIn(fixture, { settings: { profile: 'release' } }).map(({ message }) => message);

test('seven missing sources make seven rows that differ, also those of one day', () => {
  const missing = rows(`
    It rained (, May 3). The bridge fell (, May 3). Traders left the town (, May 3) and came back
    later (, May 4). (, May 5) (Reuters, May 1;, May 6;, May 7).
  `).filter((row) => row.includes('missing'));
  expect(missing).toMatchInlineSnapshot(`
    [
      The source of “It rained” (May 3) is missing. Write it before the comma.,
      The source of “The bridge fell” (May 3) is missing. Write it before the comma.,
      The source of “Traders left the town” (May 3) is missing. Write it before the comma.,
      The source of “and came back later” (May 4) is missing. Write it before the comma.,
      The source of “came back later (, May 4).” (May 5) is missing. Write it before the comma.,
      The source of “(, May 4). (, May 5)” (May 6) is missing. Write it before the comma.,
      The source of “(, May 4). (, May 5)” (May 7) is missing. Write it before the comma.,
    ]
  `);
  expect(new Set(missing).size).toBe(7);
});

test('a source is called by its title, and by its id only where nothing else tells it from another', () => {
  const two = (first: string, second: string) =>
    rows(`
      --- main.brief
      It left (TASS, May 3, 2021).
      --- sources.yaml
      references:
        - { id: a-1, container-title: TASS, issued: 2021-05-03${first} }
        - { id: b-2, container-title: TASS, issued: 2021-05-03${second} }
    `)[0];
  expect(two(', title: One', ', title: Two')).toMatchInlineSnapshot(`Two reports match: “One” and “Two”. Choose one.`);
  expect(two('', '')).toMatchInlineSnapshot(
    `Two reports match: TASS, May 3, 2021 (a-1) and TASS, May 3, 2021 (b-2). Choose one.`,
  );
});

test('the fixes of the place come first; a fix that two findings share is offered once', async () => {
  const fixture = `
    --- main.brief
    It left (TASS May 3; Reuters , May 4; Reuters , May 4).
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ x
  `;
  expect(await fixesIn(fixture)).toMatchInlineSnapshot(`
    [
      * Insert the comma: (TASS, May 3),
      Ignore malformed-citation here,
      * Remove the space: (Reuters, May 4),
      Remove “Reuters , May 4”,
      Ignore duplicate-citation here,
    ]
  `);
});

test('what the registry has of an outlet, and what not', () => {
  const of = (citation: string) =>
    rows(`
      --- main.brief
      It left (${citation}).
      --- sources.yaml
      references:
        - { id: a, title: T, container-title: TASS, issued: 2021-09-06, custom: { archive: x } }
        - { id: b, title: T, container-title: RIA, issued: 2021-09-06 }
        - { id: c, title: T, container-title: RIA, issued: 2021-09-09 }
      entities:
        - { id: rferl, type: media, name: RFE/RL }
    `)[0];
  expect(of('TASS, September 6, 7, 2021')).toMatchInlineSnapshot(
    `The registry has TASS of September 6, 2021, but not of September 7, 2021. Correct the date, or add the report.`,
  );
  expect(of('TASS, September 8, 2021')).toMatchInlineSnapshot(
    `The registry has one report of TASS, but not of September 8, 2021. Correct the date, or add the report.`,
  );
  expect(of('RIA, September 8, 2021')).toMatchInlineSnapshot(
    `The registry has 2 reports of RIA, but none of September 8, 2021. Correct the date, or add the report.`,
  );
  expect(of('RFE/RL, September 8, 2021')).toMatchInlineSnapshot(
    `The registry has no report of RFE/RL. Add the one of September 8, 2021.`,
  );
  expect(of('Tasnim, September 8, 2021')).toMatchInlineSnapshot(
    `The registry has no outlet “Tasnim”. Correct the name, or add the report of September 8, 2021.`,
  );
});
