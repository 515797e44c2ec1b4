/** `[RFE/RL](https://…)`, `<https://…>`, an address in a sentence: a link to a document. docs/format.md, "Links". */

import type { Located, Span } from '../../../base/text/span.ts';
import type { Citation, Inlines } from '../../ast.ts';
import type { CitationForm } from '../citationForm.ts';
import { createCitation } from '../createCitation.ts';
import { dateOfAddress, outletOfAddress, readLinkAddress } from '../linkAddress.ts';
import { findLinkCandidates, type LinkCandidate } from '../linkCandidates.ts';

export const link: CitationForm = {
  id: 'link',
  read: { block: readLinks },
  idRole: undefined,
  lostRule: 'missing-source',
  brackets: undefined,
  conversionTitle: undefined,
  idSpan: ({ span }) => span,
  write: ({ url, outlet, title }) =>
    url && (outlet ?? title) ? `[${outlet?.value ?? title}](${url.value})` : undefined,
  tokens: ({ span, source, title }) => {
    if (!source) return [{ ...span, role: 'missing' }];
    return [{ ...(title?.span ?? span), role: 'source' }];
  },
  outlineLabel: ({ source, title, span }, text) => title?.value || (source?.name ?? text.slice(span.start, span.end)),
};

function readLinks(text: string, { atoms }: Inlines): readonly Citation[] {
  if (!mayHoldLink(text, atoms)) return NONE;
  const citations: Citation[] = [];
  for (const candidate of findLinkCandidates(text, atoms)) {
    const previous = citations.at(-1);
    if (candidate.isEmpty) {
      citations.push(createLostLink(candidate));
      continue;
    }
    const address = candidate.address && readLinkAddress(candidate.address.value);
    if (!address) continue;
    if (address.isArchive && previous && !previous.archive && isBehind(text, previous.span, candidate))
      citations[citations.length - 1] = { ...previous, archive: candidate.address };
    else if (address.isDocument || address.isArchive)
      citations.push(createLinkCitation(candidate.span, candidate.address, candidate.text));
  }
  return citations;
}

const NONE: readonly Citation[] = [];

function mayHoldLink(text: string, atoms: Inlines['atoms']): boolean {
  return atoms.some(({ kind }) => kind === 'link') || text.includes('://') || text.includes('www.');
}

function createLostLink({ span, text, address }: LinkCandidate): Citation {
  const lost = createLinkCitation(span, undefined, text);
  return address ? { ...lost, loss: 'no-words' } : lost;
}

/** `([archived](https://web.archive.org/…))` belongs to the link before it in its sentence. */
function isBehind(text: string, { end }: Span, { span }: LinkCandidate): boolean {
  return !/[.!?]["”’)]?\s/.test(text.slice(end, span.start));
}

/** The citation of an address; without an address the link has lost its source. */
export function createLinkCitation(
  span: Span,
  url: Located<string> | undefined,
  words: Located<string> | undefined,
): Citation {
  const source = url && outletOfAddress(url);
  const when = url && dateOfAddress(url);
  return createCitation({
    form: 'link',
    span,
    group: span,
    source,
    title: url && words,
    url,
    when,
    loss: url ? undefined : 'no-address',
  });
}
