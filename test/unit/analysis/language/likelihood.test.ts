import { describe, expect, test } from 'vitest';
import {
  explainsTerms,
  findOnScale,
  formatStepsBetween,
  likelihoodTermsIn,
} from '../../../../server/src/analysis/language/likelihood.ts';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';

/** Marks the terms of a paragraph by braces: `It is {likely} to rain.` */
function check(marked: string): void {
  const text = marked.replace(/[{}]/g, '');
  let shown = text;
  for (const { start, end } of [...likelihoodTermsIn(readBrief(text).blocks[0]!, text)].reverse())
    shown = `${shown.slice(0, start)}{${shown.slice(start, end)}}${shown.slice(end)}`;
  expect(shown).toBe(marked);
}

describe('terms of likelihood', () => {
  test.each([
    'It is {likely} that the truce holds.',
    'The group {likely} fled north.',
    'It is {very unlikely}; in May it was {highly improbable}.',
    '{Probably} the convoy turned back; it {probably} never left.',
    'A second strike is {almost certain}. It will {almost certainly} hit the port.',
    'Talks are {unlikely}\nto resume.',
    'There is {almost no chance} of a deal, and {a remote chance} of talks.',
    'The risk of a coup is {remote}.',
    'There is {a roughly even chance} that he resigns, {roughly even odds} that he stays.',
    'There is {a realistic possibility} of a strike; it is {highly likely} to fail.',
    'A thaw was seen as {unlikely} in May.',
    'It’s {likely} to last.',
    '[ISKP](group:iskp) is {likely} to [try](event:likely) again.',
    'There is only {a remote chance} of rain.',
    'The cell - {likely} of four men - fled.',
    'Rain is {nearly certain} (The Likely Post, May 3).',
    'The raid is {likely} to have been ordered in Kabul.',
  ])('%s', check);
});

describe('look-alikes', () => {
  test.each([
    'He is more likely than not to go.',
    'That is less likely now, and not likely at all.',
    'She is as likely to stay as to leave.',
    'Most likely he left; how likely is that?',
    'It isn’t likely.',
    'A likely candidate, the likely successor, Russia’s likely target.',
    'Likely voters prefer him.',
    'The likes of him speak of likelihood.',
    'The unlikely allies made an unlikely pact.',
    'Police had probable cause.',
    'Villages in remote areas; the base is remote; remote operation; the danger passed, and the valley is remote.',
    'A remote-controlled boat.',
    'The garrison had almost no chance to flee.',
    'He was certain; certainly so; a certain man.',
    '“It is likely to rain,” he said.',
    '> It is likely to rain.',
    'A `likely` span and <!-- likely --> a comment.',
    'It was reported early (Likely Times, May 2).',
    'The only realistic possibility is to wait; there is no realistic possibility of help.',
    'Improbably, the bridge still stands.',
    'A likely-looking site; an all-too-likely end.',
    'He is more than likely gone.',
    'Extremely likely, quite likely, fairly probable: of no scale.',
  ])('none in: %s', check);
});

test('positions on the scales', () => {
  expect(findOnScale('probably', 'ICD203')).toMatchObject({ step: { from: 55, to: 80 }, row: 1 });
  expect(findOnScale('probably', 'PHIA')).toMatchObject({ step: { from: 55, to: 75 }, row: 0 });
  expect(findOnScale('remote chance', 'ICD203')).toMatchObject({ step: { from: 1 }, row: 1 });
  expect(findOnScale('highly likely', 'ICD203')).toBeUndefined();
  expect(findOnScale('very likely', 'PHIA')).toBeUndefined();
});

test('the steps that overlap a range', () => {
  expect(formatStepsBetween(20, 80, 'ICD203')).toBe(
    'unlikely (20–45 %), roughly even chance (45–55 %) or likely (55–80 %)',
  );
  expect(formatStepsBetween(95, 100, 'PHIA')).toBe('almost certain (95–100 %)');
});

test('blocks that explain the terms', () => {
  const explains = (text: string) => explainsTerms(readBrief(text).blocks[0]!, text);
  expect(explains('Terms of likelihood follow ICD 203.')).toBe(true);
  expect(explains('The words “likely” and “probably” mean the same here.')).toBe(true);
  expect(explains('| unlikely | 20–45 % |\n| likely | 55–80 % |\n| very likely | 80–95 % |')).toBe(true);
  expect(explains('It is likely that 40 % of them will probably leave.')).toBe(false);
  expect(explains('On those terms a deal is likely.')).toBe(false);
});
