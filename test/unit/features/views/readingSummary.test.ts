import { expect, test } from 'vitest';
import { readingSummary } from '../../../../server/src/features/views/readingSummary.ts';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';

const summaryOf = (text: string) => readingSummary(readBrief(text));

test('where the date comes from', () => {
  expect(summaryOf('---\ndate: 2022-03-04\n---\n\nIt slept.\n')).toMatchInlineSnapshot(
    `Date of the brief: March 4, 2022 (front matter)`,
  );
  expect(summaryOf('Date: March 4, 2022\n\nIt slept all day long.\n')).toMatchInlineSnapshot(
    `Date of the brief: March 4, 2022 (above the text)`,
  );
  expect(summaryOf('KYIV, March 4, 2022 — It slept all day long.\n')).toMatchInlineSnapshot(
    `Date of the brief: March 4, 2022 (dateline)`,
  );
  expect(summaryOf('It slept all day long.\n\nTM_March 4 2022.PDF\n')).toMatchInlineSnapshot(
    `Date of the brief: March 4, 2022 (last line)`,
  );
  expect(summaryOf('It slept.\n')).toMatchInlineSnapshot(`The brief has no date`);
});

test('the order of day and month, if it matters', () => {
  expect(summaryOf('It slept (TASS, 11/03/2022). It woke (TASS, 24/03/2022).\n')).toMatchInlineSnapshot(
    `The brief has no date · language: not set (“lang” in the front matter) · dates in figures are read day first`,
  );
  expect(summaryOf('It slept (TASS, 11/03/2022). It woke (TASS, 03/24/2022).\n')).toMatchInlineSnapshot(
    `The brief has no date · language: not set (“lang” in the front matter) · dates in figures are read month first`,
  );
});

test('what most citations share; notes', () => {
  expect(
    summaryOf('A (TASS May 3). B (Reuters May 4). C (AFP May 5). D (Interfax May 6).[^1]\n\n[^1]: It is so.\n'),
  ).toMatchInlineSnapshot(`The brief has no date · house style: there is no comma between source and date · 1 note`);
});

test('the language, where it is certain', () => {
  const prose = 'Le convoi est parti du port et il n’a pas été vu sur la route par les habitants de la ville.';
  expect(summaryOf(`${prose}\n`)).toMatchInlineSnapshot(`The brief has no date · language: fr (from its words)`);
  expect(summaryOf(`---\nlang: de\n---\n\n${prose}\n`)).toMatchInlineSnapshot(
    `The brief has no date · language: de (front matter)`,
  );
  expect(summaryOf('It left (TASS, 11/03/2022).\n')).toMatchInlineSnapshot(
    `The brief has no date · language: not set (“lang” in the front matter) · dates in figures are read month first`,
  );
});
