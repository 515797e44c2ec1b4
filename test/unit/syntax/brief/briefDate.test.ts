/** The date of a brief: docs/format.md, 2.7. */
import { expect, test } from 'vitest';
import { slice } from '../../../../server/src/base/text/span.ts';
import { briefDateOf, readBrief, updateBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { formatIsoDate } from '../../../../server/src/syntax/date/isoDate.ts';

const PROSE = 'The strike at the pier went on, and no one in the yard knew when it would end.';

function dates(...texts: string[]): string {
  return texts
    .map((text) => {
      const brief = readBrief(text.includes(PROSE) ? text : `${text}\n\n${PROSE}\n`);
      const date = briefDateOf(brief);
      const shown = text.replace(PROSE, '…').replaceAll('\n', '⏎');
      return `${shown} → ${date ? `${formatIsoDate(date.value)} ${date.origin} (${slice(brief.text, date.span)})` : 'none'}`;
    })
    .join('\n');
}

test('in the front matter', () => {
  expect(
    dates(
      '---\ndate: 2022-03-04\n---',
      '---\ndate: 4 March 2022\n---',
      '---\ndate: 4 de marzo de 2022\n---',
      '---\ndate: 04.03.2022\n---',
      '---\ndate: soon\n---',
      '---\nDate: March 4, 2022\n---',
      '---\npublished: 2022-03-04T10:00:00Z\n---',
      '---\npubDate: 4 March 2022\n---',
      '---\nfecha: 2022-03-04\n---',
      '---\npublished: true\n---',
      '---\npublished: 2022-03-01\ndate: 2022-03-04\n---',
      '---\ndate: 2022-03-04\n---\n\nDate: 5 March 2022',
    ),
  ).toMatchInlineSnapshot(`
    ---⏎date: 2022-03-04⏎--- → 2022-03-04 front matter (2022-03-04)
    ---⏎date: 4 March 2022⏎--- → 2022-03-04 front matter (4 March 2022)
    ---⏎date: 4 de marzo de 2022⏎--- → 2022-03-04 front matter (4 de marzo de 2022)
    ---⏎date: 04.03.2022⏎--- → 2022-03-04 front matter (04.03.2022)
    ---⏎date: soon⏎--- → none
    ---⏎Date: March 4, 2022⏎--- → 2022-03-04 front matter (March 4, 2022)
    ---⏎published: 2022-03-04T10:00:00Z⏎--- → 2022-03-04 front matter (2022-03-04T10:00:00Z)
    ---⏎pubDate: 4 March 2022⏎--- → 2022-03-04 front matter (4 March 2022)
    ---⏎fecha: 2022-03-04⏎--- → 2022-03-04 front matter (2022-03-04)
    ---⏎published: true⏎--- → none
    ---⏎published: 2022-03-01⏎date: 2022-03-04⏎--- → 2022-03-04 front matter (2022-03-04)
    ---⏎date: 2022-03-04⏎---⏎⏎Date: 5 March 2022 → 2022-03-04 front matter (2022-03-04)
  `);
});

test('in the masthead', () => {
  expect(
    dates(
      'March 4, 2022',
      '**4 March 2022**',
      'Friday, March 4, 2022',
      '# Pier Watch\n\nMarch 4, 2022',
      '# Pier Watch, 4 March 2022',
      '# Pier Watch – March 4, 2022',
      'Pier Watch: The Strike, 4 March 2022',
      'Date: 4 March 2022',
      'Fecha: 4 de marzo de 2022',
      'Datum: 4. März 2022',
      'Date: 2022-03-04',
      'Date: 04/03/2022',
      'Week ending March 4, 2022',
      'As of 4 March 2022',
      'Dated 4 March 2022',
      'Volume 9, Number 14 — October 13, 2020',
      'Pier Watch | Issue 12 | 4 March 2022',
      'By Ada Shaw | March 4, 2022',
      'DTG: 031200ZMAR22',
      '031200Z MAR 22',
      'March 1–4, 2022',
    ),
  ).toMatchInlineSnapshot(`
    March 4, 2022 → 2022-03-04 masthead (March 4, 2022)
    **4 March 2022** → 2022-03-04 masthead (4 March 2022)
    Friday, March 4, 2022 → 2022-03-04 masthead (Friday, March 4, 2022)
    # Pier Watch⏎⏎March 4, 2022 → 2022-03-04 masthead (March 4, 2022)
    # Pier Watch, 4 March 2022 → 2022-03-04 masthead (4 March 2022)
    # Pier Watch – March 4, 2022 → 2022-03-04 masthead (March 4, 2022)
    Pier Watch: The Strike, 4 March 2022 → none
    Date: 4 March 2022 → 2022-03-04 masthead (4 March 2022)
    Fecha: 4 de marzo de 2022 → 2022-03-04 masthead (4 de marzo de 2022)
    Datum: 4. März 2022 → 2022-03-04 masthead (4. März 2022)
    Date: 2022-03-04 → 2022-03-04 masthead (2022-03-04)
    Date: 04/03/2022 → 2022-04-03 masthead (04/03/2022)
    Week ending March 4, 2022 → 2022-03-04 masthead (March 4, 2022)
    As of 4 March 2022 → 2022-03-04 masthead (4 March 2022)
    Dated 4 March 2022 → 2022-03-04 masthead (4 March 2022)
    Volume 9, Number 14 — October 13, 2020 → 2020-10-13 masthead (October 13, 2020)
    Pier Watch | Issue 12 | 4 March 2022 → 2022-03-04 masthead (4 March 2022)
    By Ada Shaw | March 4, 2022 → 2022-03-04 masthead (March 4, 2022)
    DTG: 031200ZMAR22 → 2022-03-03 masthead (031200ZMAR22)
    031200Z MAR 22 → 2022-03-03 masthead (031200Z MAR 22)
    March 1–4, 2022 → 2022-03-04 masthead (March 1–4, 2022)
  `);
});

test('of several', () => {
  expect(
    dates(
      'First published: 1 March 2022\nUpdated: 4 March 2022',
      'Published: 1 March 2022\n\nLast updated: 4 March 2022',
      'Information cut-off: 2 March 2022\nDate: 4 March 2022',
      'Information cut-off: 2 March 2022\nPublished: 4 March 2022',
      'Information cut-off: 2 March 2022',
    ),
  ).toMatchInlineSnapshot(`
    First published: 1 March 2022⏎Updated: 4 March 2022 → 2022-03-04 masthead (4 March 2022)
    Published: 1 March 2022⏎⏎Last updated: 4 March 2022 → 2022-03-04 masthead (4 March 2022)
    Information cut-off: 2 March 2022⏎Date: 4 March 2022 → 2022-03-04 masthead (4 March 2022)
    Information cut-off: 2 March 2022⏎Published: 4 March 2022 → 2022-03-04 masthead (4 March 2022)
    Information cut-off: 2 March 2022 → 2022-03-02 masthead (2 March 2022)
  `);
});

test('in a dateline and at the end', () => {
  expect(
    dates(
      `KYIV, March 4, 2022 — ${PROSE}`,
      `OSTRAVA, 4 March 2022 (Pier Post) -- ${PROSE}`,
      `${PROSE}\n\nMarch 4, 2022`,
      `${PROSE}\n\nPW_March 4 2022.PDF`,
      `${PROSE}\n\nPW_March 4 2022.pdf.`,
    ),
  ).toMatchInlineSnapshot(`
    KYIV, March 4, 2022 — … → 2022-03-04 dateline (March 4, 2022)
    OSTRAVA, 4 March 2022 (Pier Post) -- … → none
    …⏎⏎March 4, 2022 → 2022-03-04 footer (March 4, 2022)
    …⏎⏎PW_March 4 2022.PDF → 2022-03-04 footer (March 4 2022)
    …⏎⏎PW_March 4 2022.pdf. → 2022-03-04 footer (March 4 2022)
  `);
});

test('days that date no brief', () => {
  expect(
    dates(
      '# The Siege of 5 March 2015',
      'The Siege of 5 March 2015',
      '# What Happened on March 4, 2022',
      'Photo: the pier on March 4, 2022',
      'The pier on March 4, 2022 (Photo: Ada Shaw)',
      'Next issue: 11 March 2022',
      'Next edition: 11 March 2022',
      'Declassified 4 March 2022',
      'Declassify on: 4 March 2032',
      'Valid until 4 March 2022',
      'Born: 4 March 1962',
      'Period covered: March 2022',
      `${PROSE}\n\nIt all began on March 4, 2022.`,
      `${PROSE}\n\nSource: Pier Post, 4 March 2022`,
      `${PROSE} It began on March 4, 2022 — a Friday.`,
    ),
  ).toMatchInlineSnapshot(`
    # The Siege of 5 March 2015 → none
    The Siege of 5 March 2015 → none
    # What Happened on March 4, 2022 → none
    Photo: the pier on March 4, 2022 → none
    The pier on March 4, 2022 (Photo: Ada Shaw) → none
    Next issue: 11 March 2022 → none
    Next edition: 11 March 2022 → none
    Declassified 4 March 2022 → none
    Declassify on: 4 March 2032 → none
    Valid until 4 March 2022 → none
    Born: 4 March 1962 → none
    Period covered: March 2022 → none
    …⏎⏎It all began on March 4, 2022. → none
    …⏎⏎Source: Pier Post, 4 March 2022 → none
    … It began on March 4, 2022 — a Friday. → none
  `);
});

test('in the name of the file, where the text has none', () => {
  const dateIn = (text: string, file: string) => briefDateOf(readBrief(text, file));
  expect(dateIn(PROSE, 'file:///briefs/2022-03-04-pier.brief.md')).toMatchObject({
    value: { year: 2022, month: 3, day: 4 },
    origin: 'file name',
  });
  expect(dateIn(PROSE, 'file:///2022-03-04/pier.brief')).toBeUndefined();
  expect(dateIn(`Date: 5 March 2022\n\n${PROSE}`, '2022-03-04-pier.brief')).toMatchObject({ origin: 'masthead' });
  const brief = readBrief(PROSE, '2022-03-04-pier.brief');
  const edited = updateBrief(brief, `${PROSE}x`, { start: PROSE.length, end: PROSE.length, newLength: 1 });
  expect(edited).toEqual(readBrief(`${PROSE}x`, '2022-03-04-pier.brief'));
});
