/** `[RFE/RL](src:rferl-2021-09-05)`: a source tag, in a parenthesis or in running text. docs/format.md, section 1. */

import * as l10n from '@vscode/l10n';
import type { Citation, Inline } from '../../ast.ts';
import type { CitationForm } from '../citationForm.ts';
import { formatCitedDate } from '../citedDate.ts';
import { createTagCitation, isSourceTag } from '../tagItem.ts';

const invalidInSurface = /[[\]\\\r\n]/;

export const tag: CitationForm = {
  id: 'tag',
  read: { atom: readTagInProse },
  idRole: 'tag',
  lostRule: 'missing-source',
  brackets: '()',
  conversionTitle: l10n.t('Convert to outlet and date, with source tags'),
  idSpan: ({ source }) => source && { start: source.start - 1, end: source.end },
  write(entry, briefDate, suffix) {
    const id = entry.id.value;
    const surfaces = [entry.outlet?.value, entry.title, ...entry.authors, id];
    const surface = surfaces.find((name) => name !== undefined && name.trim() !== '' && !invalidInSurface.test(name));
    const date = entry.issued && formatCitedDate(entry.issued.value, briefDate);
    return `[${surface ?? id}](src:${id})${date ? `, ${date}` : ''}${suffix}`;
  },
  tokens: ({ when }) => (when?.dates ?? []).map(({ span }) => ({ ...span, role: 'date' })),
  outlineLabel: ({ source, when }, text) =>
    [source?.name, when && text.slice(when.span.start, when.span.end)].filter(Boolean).join(', '),
};

/** A source tag outside parentheses is a group of its own. */
function readTagInProse(atom: Inline): Citation | undefined {
  if (!isSourceTag(atom)) return undefined;
  const span = { start: atom.start, end: atom.end };
  return createTagCitation(atom, atom.surface.value, span, span, undefined);
}
