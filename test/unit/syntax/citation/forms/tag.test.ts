import { expect, test } from 'vitest';
import { tag } from '../../../../../server/src/syntax/citation/forms/tag.ts';
import { describeCitations, sourceOf } from './support.ts';

test('in a parenthesis the tag with its date is an item', () => {
  expect(describeCitations('They left (see [RFE/RL](src:rferl-1), September 5).')).toEqual([
    {
      form: 'tag',
      text: 'see [RFE/RL](src:rferl-1), September 5',
      group: '(see [RFE/RL](src:rferl-1), September 5)',
      idSpan: '[RFE/RL',
      tokens: ['date September 5'],
      label: 'RFE/RL, September 5',
    },
  ]);
});

test('in running text the tag is a group of its own', () => {
  expect(describeCitations('As [RFE/RL](src:rferl-1) reported, …')).toEqual([
    {
      form: 'tag',
      text: '[RFE/RL](src:rferl-1)',
      group: '[RFE/RL](src:rferl-1)',
      idSpan: '[RFE/RL',
      tokens: [],
      label: 'RFE/RL',
    },
  ]);
});

test('a tag counts once, in any position', () => {
  expect(describeCitations('[A](src:a) (B, May 3; [C](src:c), May 4) [D](src:d) [@e]')).toMatchObject([
    { form: 'tag', text: '[A](src:a)' },
    { form: 'parenthesis', text: 'B, May 3' },
    { form: 'tag', text: '[C](src:c), May 4' },
    { form: 'tag', text: '[D](src:d)' },
    { form: 'key', text: '@e' },
  ]);
});

test('entity tags and links are no citations', () => {
  expect(describeCitations('[ISKP](group:iskp) and [RFE/RL](https://rferl.org)')).toEqual([]);
});

test('writes the outlet, else the title, an author or the id', () => {
  const brief = { year: 2021, month: 9, day: 10 };
  const write = (yaml: string) => tag.write(sourceOf(yaml), brief, '');
  expect(write('container-title: RFE/RL, issued: 2021-09-05')).toBe('[RFE/RL](src:rferl-1), September 5');
  expect(write('container-title: "[RFE]", title: Pilots leave, issued: 2020-09-05')).toBe(
    '[Pilots leave](src:rferl-1), September 5, 2020',
  );
  expect(write('author: [{ literal: M. Puri }]')).toBe('[M. Puri](src:rferl-1)');
  expect(write('type: article')).toBe('[rferl-1](src:rferl-1)');
  expect(tag.write(sourceOf('container-title: RFE/RL'), brief, ', p. 3')).toBe('[RFE/RL](src:rferl-1), p. 3');
});
