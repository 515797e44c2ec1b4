import { describe, expect, test } from 'vitest';
import { DATED } from '../../support/world.ts';
import { completionsAt } from './support.ts';

const NOTED = `${DATED}They left.[^1] They came.[^2]\n\n`;

describe('in a note', () => {
  test('an empty one: whole citations, then outlets', () => {
    expect(completionsAt(`${NOTED}[^1]: |`)).toMatchInlineSnapshot(`
      * TASS, September 22 · One
      - TASS, September 22 · Two
      - RFE/RL, September 5 · Pilots leave
      - Nikkei, August 31 · Markets
      - RFE/RL, May 1, 2019 · Elections
      - Nikkei, October 31, 2021 · Too late
      - Nikkei · 2 reports
      - RFE/RL · Radio Free Europe/Radio Liberty
      - TASS · 2 reports
      - Times of India · 0 reports
      > [^1]: [TASS](src:tass-a), September 22
    `);
  });
  test('behind its number without a space', () => {
    expect(completionsAt(`${NOTED}[^1]:|`)).toMatchInlineSnapshot(`
      * TASS, September 22 · One
      - TASS, September 22 · Two
      - RFE/RL, September 5 · Pilots leave
      - Nikkei, August 31 · Markets
      - RFE/RL, May 1, 2019 · Elections
      - Nikkei, October 31, 2021 · Too late
      - Nikkei · 2 reports
      - RFE/RL · Radio Free Europe/Radio Liberty
      - TASS · 2 reports
      - Times of India · 0 reports
      > [^1]: [TASS](src:tass-a), September 22
    `);
  });
  test('words that are begun, behind a semicolon and a lead-in', () => {
    expect(completionsAt(`${NOTED}[^1]: Reuters, May 3, 2021; see also RF|`)).toMatchInlineSnapshot(`
      * RFE/RL, September 5 · Pilots leave
      - RFE/RL, May 1, 2019 · Elections
      - RFE/RL · Radio Free Europe/Radio Liberty
      > [^1]: Reuters, May 3, 2021; see also RFE/RL, September 5
    `);
  });
  test('the dates of an outlet', () => {
    expect(completionsAt(`${NOTED}[^1]: TASS, |`)).toMatchInlineSnapshot(`
      * September 22 · One
      - September 22 · Two
      > [^1]: TASS, September 22
    `);
  });
  test('a source that was lost: the outlets with reports of that day come first', () => {
    expect(completionsAt(`${NOTED}[^1]: |, September 5, 2021`)).toMatchInlineSnapshot(`
      * RFE/RL · RFE/RL, September 5, 2021: Pilots leave
      - Nikkei · 2 reports
      - TASS · 2 reports
      - Times of India · 0 reports
      > [^1]: RFE/RL, September 5, 2021
    `);
  });
  test('notes of other forms', () => {
    expect(
      completionsAt('They left.[1] They came.[2]\n\n# Notes\n\n1. RFE|\n2. TASS, May 3, 2021.'),
    ).toMatchInlineSnapshot(`
      * RFE/RL, September 5, 2021 · Pilots leave
      - RFE/RL, May 1, 2019 · Elections
      - RFE/RL · Radio Free Europe/Radio Liberty
      > 1. RFE/RL, September 5, 2021
    `);
  });
  test('not below the note', () => {
    expect(completionsAt(`${NOTED}[^1]: Reuters, May 3, 2021.\n\nRF|`)).toMatchInlineSnapshot(`nothing`);
  });
});

describe('labels of notes', () => {
  const NOTES = '\n\n[^1]: RFE/RL, September 5, 2021.\n[^smith]: Smith, *Book*, 2020.\n';
  test('with the text of the note', () => {
    expect(completionsAt(`They left.[^|${NOTES}`)).toMatchInlineSnapshot(`
      * 1 · RFE/RL, September 5, 2021.
      - smith · Smith, *Book*, 2020.
      > They left.[^1]
    `);
  });
  test('begun, before the bracket', () => {
    expect(completionsAt(`They left.[^s|m] It is.${NOTES}`)).toMatchInlineSnapshot(`
      * smith · Smith, *Book*, 2020.
      - 1 · RFE/RL, September 5, 2021.
      > They left.[^smith] It is.
    `);
  });
  test('found by the text of the note', () => {
    expect(completionsAt(`They left.[^book|${NOTES}`)).toMatchInlineSnapshot(`
      * smith · Smith, *Book*, 2020.
      > They left.[^smith]
    `);
  });
  test('none without notes', () => {
    expect(completionsAt('They left.[^|')).toMatchInlineSnapshot(`nothing`);
  });
});
