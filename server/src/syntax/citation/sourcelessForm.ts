import type { Span } from '../../base/text/span.ts';
import type { CitationFormId, Inlines } from '../ast.ts';
import type { CitationForm, LostRule } from './citationForm.ts';
import { createCitation } from './createCitation.ts';

/** A form whose items say that there is, or must be, a source, and never name it. */
export function createSourcelessForm(
  id: CitationFormId,
  lostRule: LostRule,
  find: (text: string, skipped: readonly Span[]) => readonly Span[],
): CitationForm {
  return {
    id,
    read: {
      block: (text: string, { atoms }: Inlines) =>
        find(
          text,
          atoms.filter(({ kind }) => kind === 'code' || kind === 'comment'),
        ).map((span) => createCitation({ form: id, span, group: span })),
    },
    idRole: undefined,
    lostRule,
    brackets: undefined,
    conversionTitle: undefined,
    idSpan: () => undefined,
    write: () => undefined,
    tokens: ({ span }) => [{ ...span, role: 'missing' }],
    outlineLabel: ({ span }, text) => text.slice(span.start, span.end),
  };
}
