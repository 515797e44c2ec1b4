import { expect, test } from 'vitest';
import { parenthesis } from '../../../../../server/src/syntax/citation/forms/parenthesis.ts';
import { describeCitations, sourceOf } from './support.ts';

test('each source of a parenthesis is an item', () => {
  expect(describeCitations('They left (see RFE/RL, September 5; *Dawn*, September 6, 7).')).toEqual([
    {
      form: 'parenthesis',
      text: 'see RFE/RL, September 5',
      group: '(see RFE/RL, September 5; *Dawn*, September 6, 7)',
      idSpan: 'RFE/RL',
      tokens: ['source RFE/RL', 'date September 5'],
      label: 'see RFE/RL, September 5',
    },
    {
      form: 'parenthesis',
      text: 'Dawn*, September 6, 7',
      group: '(see RFE/RL, September 5; *Dawn*, September 6, 7)',
      idSpan: 'Dawn',
      tokens: ['source Dawn', 'date September 6', 'date 7'],
      label: 'Dawn*, September 6, 7',
    },
  ]);
});

test('a citation that has lost its source is colored from its comma on', () => {
  expect(describeCitations('They left, all of them (see , September 22).')).toEqual([
    {
      form: 'parenthesis',
      text: 'see , September 22',
      group: '(see , September 22)',
      idSpan: undefined,
      tokens: ['missing , September 22'],
      label: 'see , September 22',
    },
  ]);
});

test('a further date shares the source of the item before it', () => {
  expect(describeCitations('(TASS, May 2; June 14)')).toMatchObject([
    { text: 'TASS, May 2', idSpan: 'TASS' },
    { text: 'June 14', idSpan: 'TASS' },
  ]);
});

test('writes outlet and date, if both can be written without loss', () => {
  const brief = { year: 2021, month: 9, day: 10 };
  const write = (yaml: string, suffix = '') => parenthesis.write(sourceOf(yaml), brief, suffix);
  expect(write('container-title: RFE/RL, issued: 2021-09-05')).toBe('RFE/RL, September 5');
  expect(write('container-title: RFE/RL, issued: 2021-09-11')).toBe('RFE/RL, September 11, 2021');
  expect(write('container-title: RFE/RL, issued: 2021-09')).toBe('RFE/RL, September 2021');
  expect(write('container-title: RFE/RL, issued: 2021')).toBeUndefined();
  expect(write('container-title: "[RFE]", issued: 2021-09-05')).toBeUndefined();
  expect(write('title: Pilots leave, issued: 2021-09-05')).toBeUndefined();
  expect(write('container-title: RFE/RL, issued: 2021-09-05', ', p. 3')).toBe('RFE/RL, September 5, p. 3');
});
