/** What holds of every form in the list. */
import { describe, expect, test } from 'vitest';
import type { Citation } from '../../../../../server/src/syntax/ast.ts';
import { readInlines } from '../../../../../server/src/syntax/brief/inlines.ts';
import { CITATION_FORMS, formOf } from '../../../../../server/src/syntax/citation/forms/index.ts';
import { NOTHING_KNOWN } from '../../../../../server/src/syntax/knownNames.ts';
import { sourceOf } from './support.ts';

test('ids are unique', () => {
  expect(new Set(CITATION_FORMS.map(({ id }) => id)).size).toBe(CITATION_FORMS.length);
});

const written = CITATION_FORMS.flatMap((form) => (form.brackets ? { ...form, brackets: form.brackets } : []));

describe.each(written)('$id', (form) => {
  const written = form.write(sourceOf('container-title: RFE/RL, issued: 2021-09-05'), undefined, '')!;

  test('reads what it writes, in its brackets', () => {
    const text = form.brackets[0] + written + form.brackets[1];
    const { citations } = readInlines(text, NOTHING_KNOWN);
    expect(citations.map(formOf)).toEqual([formOf({ form: form.id } as Citation)]);
    expect(citations[0]).toMatchObject({ form: form.id, group: { start: 0, end: text.length } });
  });

  test('names an id if and only if it says so', () => {
    const [citation] = readInlines(form.brackets[0] + written + form.brackets[1], NOTHING_KNOWN).citations;
    expect(citation!.id !== undefined).toBe(form.idRole !== undefined);
  });
});

test('all citations have the same fields in the same order', () => {
  const { citations } = readInlines('(TASS, May 3; , May 4; [A](src:a), May 5) [B](src:b) [@c, p. 3]', NOTHING_KNOWN);
  expect(citations).toHaveLength(5);
  for (const citation of citations) expect(Object.keys(citation)).toEqual(Object.keys(citations[0]!));
});
