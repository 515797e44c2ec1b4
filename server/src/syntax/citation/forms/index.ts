/** The citation forms. A new one is a file beside this one and a line in the list. */

import type { Citation } from '../../ast.ts';
import type { CitationForm } from '../citationForm.ts';
import { authorDate } from './authorDate.ts';
import { key } from './key.ts';
import { leftover } from './leftover.ts';
import { link } from './link.ts';
import { narrativeKey } from './narrativeKey.ts';
import { note } from './note.ts';
import { parenthesis } from './parenthesis.ts';
import { placeholder } from './placeholder.ts';
import { sourceLine } from './sourceLine.ts';
import { tag } from './tag.ts';

/** In the order in which the reader asks them, and in which conversions are offered. */
export const CITATION_FORMS: readonly CitationForm[] = [
  key,
  tag,
  parenthesis,
  leftover,
  placeholder,
  link,
  sourceLine,
  note,
  authorDate,
  narrativeKey,
];

const formsById = new Map(CITATION_FORMS.map((form) => [form.id, form]));

/** The form of a citation. */
export function formOf({ form }: Citation): CitationForm {
  return formsById.get(form)!;
}
