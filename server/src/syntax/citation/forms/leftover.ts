/** `【4†source】`, `citeturn0search3`: what a writing assistant leaves behind. docs/format.md, "Placeholders and leftovers". */

import type { CitationForm } from '../citationForm.ts';
import { findLeftovers, mayHoldLeftover } from '../leftovers.ts';
import { createSourcelessForm } from '../sourcelessForm.ts';

export const leftover: CitationForm = createSourcelessForm(
  'leftover',
  'assistant-leftover',
  mayHoldLeftover,
  findLeftovers,
);
