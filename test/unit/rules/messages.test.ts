/** How rules speak: short, with what distinguishes a row, and titles that say what they change. */
import { describe, expect, test } from 'vitest';
import { actionsAt } from '../../../server/src/features/codeActions/codeActions.ts';
import { REFACTORINGS } from '../../../server/src/features/codeActions/refactorings/index.ts';
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

/** Words that a title has whatever it is about. */
const GENERAL = new Set('a an and as before brief for from in its keep of own tag the this to with words'.split(' '));

/** Whether a title has a word of the text it changes, or says that it changes the whole brief. */
function isNamed(title: string, text: string): boolean {
  const words: string[] = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const own = words.slice(1).filter((word) => !GENERAL.has(word));
  return own.some((word) => text.toLowerCase().includes(word)) || /\b(?:the|this) brief\b/.test(title);
}

test.each(RULES.map((rule) => [rule.code, rule] as const))('%s: each title names what it changes', async (_, rule) => {
  const options = exampleOptions(rule, rule.bad);
  const { open, targets, context, files } = await createScene(fixtureOf(rule.bad), options);
  for (const { uri, span } of findingsInExample(rule.bad, options)) {
    const words = files.find((file) => file.uri === uri)!.text.slice(span.start, span.end);
    const titles = actionsAt(open(uri), span, ['quickfix'], targets, context).map(({ title }) => title);
    const own = titles.filter((title) => !title.startsWith('Ignore '));
    expect(own.filter((title) => !isNamed(title, words))).toEqual([]);
  }
});

describe('refactorings', () => {
  const fixture = (brief: string) => `
    --- main.brief
    ---
    date: 2021-05-20
    ---

    ${brief}
    --- sources.yaml
    references:
      - { id: tass-1, title: One, container-title: TASS, issued: 2021-05-03 }
    --- entities.yaml
    entities:
      - { id: kabul, type: place, name: Kabul }
      - { id: iskp, type: group, name: Islamic State in Khorasan Province }
  `;
  const briefs = [
    'It left ([TASS](src:tass-1), May 3), and [Kabul](place:kabul) or Kabul.',
    'It left (TASS, May 3).',
    'It left [@tass-1], too.',
    'It left.[^1]\n\n    [^1]: TASS, May 3.',
    'See [his words](https://a.example/?utm_source=chatgpt.com).',
    'It left (AFP, May 3), then returned (RFI, May 4).',
    'The Islamic State in Khorasan Province (ISKP) left Kabul. Kabul is quiet.',
    'The cranes re\u00ADturned to the port.',
  ];
  const seen = new Set<unknown>();
  test.each(briefs)('%s: each title names what it changes, and none stands twice', async (brief) => {
    const { open, context, targets, files } = await createScene(fixture(brief));
    const { uri, text } = files.find(({ name }) => name === 'main.brief')!;
    const { scope, isIndexed } = context.revisionOf(uri);
    const file = open(uri);
    if (file.kind !== 'brief') throw new Error('It is no brief.');
    const start = text.indexOf('\n\n') + 2;
    const cursors = Array.from(text.slice(start), (_, index) => ({ start: start + index, end: start + index }));
    // The first word in lower case, which is no name.
    const { 0: word, index: at } = /(?<= )\p{Ll}{3,}/u.exec(text.slice(start))!;
    for (const selection of [...cursors, { start: start + at, end: start + at + word.length }]) {
      const titles: string[] = [];
      for (const refactoring of REFACTORINGS) {
        const { workspace } = context;
        const { addAlias, addEntries } = targets;
        const actions = refactoring({
          uri,
          brief: file.value,
          selection,
          scope,
          workspace,
          addAlias,
          addEntries,
          isIndexed,
        });
        if (actions.length > 0) seen.add(refactoring);
        titles.push(...actions.map(({ title }) => title));
      }
      expect(titles.filter((title) => !isNamed(title, text.slice(start)))).toEqual([]);
      expect(new Set(titles).size).toBe(titles.length);
    }
  });
  test('all of them have been tried', () => {
    expect(REFACTORINGS.filter((refactoring) => !seen.has(refactoring))).toEqual([]);
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
      The source of “It rained” (May 3) is missing. Write it before the date.,
      The source of “The bridge fell” (May 3) is missing. Write it before the date.,
      The source of “Traders left the town” (May 3) is missing. Write it before the date.,
      The source of “and came back later” (May 4) is missing. Write it before the date.,
      The source of “came back later (, May 4).” (May 5) is missing. Write it before the date.,
      The source of “(, May 4). (, May 5)” (May 6) is missing. Write it before the date.,
      The source of “(, May 4). (, May 5)” (May 7) is missing. Write it before the date.,
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
