import type { Span } from '../../base/text/span.ts';
import type { Citation, CitationFormId, Inlines } from '../ast.ts';
import type { CitationForm, LostRule } from './citationForm.ts';
import { createCitation } from './createCitation.ts';

const NONE: readonly Citation[] = [];

/**
 * A form whose items say that there is, or must be, a source, and never name it. `mayHold` tells at little cost that a paragraph
 * has none: it is asked for every paragraph.
 */
export function createSourcelessForm(
  id: CitationFormId,
  lostRule: LostRule,
  mayHold: (text: string) => boolean,
  find: (text: string, skipped: readonly Span[]) => readonly Span[],
): CitationForm {
  return {
    id,
    read: {
      block: (text: string, { atoms }: Inlines) => {
        if (!mayHold(text)) return NONE;
        const skipped = atoms.filter(({ kind }) => kind === 'code' || kind === 'comment');
        return find(text, skipped).map((span) => createCitation({ form: id, span, group: span }));
      },
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
