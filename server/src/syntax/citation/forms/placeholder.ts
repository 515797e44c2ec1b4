/** `[citation needed]`, `(source: ???)`: the text asks for a source. docs/format.md, "Placeholders and leftovers". */

import type { CitationForm } from '../citationForm.ts';
import { findPlaceholders, mayHoldPlaceholder } from '../placeholders.ts';
import { findRemains, mayHoldRemains } from '../remains.ts';
import { createSourcelessForm } from '../sourcelessForm.ts';

export const placeholder: CitationForm = createSourcelessForm(
  'placeholder',
  'placeholder-source',
  (text) => mayHoldPlaceholder(text) || mayHoldRemains(text),
  (text, skipped) => [...findPlaceholders(text, skipped), ...(mayHoldRemains(text) ? findRemains(text, skipped) : [])],
);
