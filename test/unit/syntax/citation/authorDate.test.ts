import { describe, expect, test } from 'vitest';
import { slice } from '../../../../server/src/base/text/span.ts';
import { isEntryOf, readAuthorDates, readReferenceEntry } from '../../../../server/src/syntax/citation/authorDate.ts';

function check(text: string, expected: string): void {
  test(text, () => {
    const items = readAuthorDates(text, { start: 0, end: text.length });
    const shown = items?.map(
      ({ author, year, locator, isDistinctive, span }) =>
        `${slice(text, span)} = ${author ?? 'missing'} ${year}${locator ? ` ${locator.value}` : ''}${isDistinctive ? '!' : ''}`,
    );
    expect(shown?.join(' | ') ?? 'none').toBe(expected);
  });
}

describe('references', () => {
  check('(Filiu 2009)', 'Filiu 2009 = Filiu 2009');
  check('(Filiu 2009, 2010a)', 'Filiu 2009, 2010a = Filiu 2009 | 2010a = Filiu 2010a!');
  check('(Marchal and Sheikh, 2015)', 'Marchal and Sheikh, 2015 = Marchal and Sheikh 2015!');
  check('(Melly, 2016, p. 7)', 'Melly, 2016, p. 7 = Melly 2016 p. 7!');
  check(
    '(Ministry of Defence, undated; UNHCR, n.d.)',
    'Ministry of Defence, undated = Ministry of Defence undated! | UNHCR, n.d. = UNHCR n.d.!',
  );
  check('(BBC 2016; BBC4 2015)', 'BBC 2016 = BBC 2016 | BBC4 2015 = BBC4 2015');
  check('(van der Berg et al. 2012)', 'van der Berg et al. 2012 = van der Berg et al. 2012!');
});

describe('three authors', () => {
  check('(Marchal, Sheikh, and Vale, 2015)', 'Marchal, Sheikh, and Vale, 2015 = Marchal, Sheikh, and Vale 2015!');
  check('(Marchal, Sheikh & Vale 2015)', 'Marchal, Sheikh & Vale 2015 = Marchal, Sheikh & Vale 2015!');
  check('(Paris, London and Rome, 1998)', 'none');
  check('(Springfield, Illinois, 1998)', 'none');
});

describe('a further year behind a semicolon', () => {
  check('(Vale 2022a; 2022b)', 'Vale 2022a = Vale 2022a! | 2022b = Vale 2022b!');
  check('(Vale 2022; 2023)', 'none');
});

describe('an author that was lost', () => {
  check('(, 2015)', ', 2015 = missing 2015');
  check('(; 2016, p. 12)', '2016, p. 12 = missing 2016 p. 12!');
  check('(Marchal, 2015; , 2016)', 'Marchal, 2015 = Marchal 2015 | , 2016 = missing 2016');
  check('(& Sheikh, 2015)', '& Sheikh, 2015 = missing 2015');
  check('(et al., 2015)', 'et al., 2015 = missing 2015');
});

describe('no references', () => {
  check('(revised in 2013)', 'none');
  check('(born in 1955)', 'none');
  check('(west of the river)', 'none');
  check('(May 3)', 'none');
});

test('an entry of a reference list', () => {
  const text = 'Filiu, Jean-Pierre, “The Local and Global,” Middle East Journal, Vol. 63, No. 2, 2009.';
  const entry = readReferenceEntry(text, { start: 0, end: text.length })!;
  expect(entry.year).toBe('2009');
  expect(isEntryOf({ author: 'Filiu', year: '2009' }, entry)).toBe(true);
  expect(isEntryOf({ author: 'Filiu', year: '2010' }, entry)).toBe(false);
  expect(isEntryOf({ author: 'Melly', year: '2009' }, entry)).toBe(false);
});
