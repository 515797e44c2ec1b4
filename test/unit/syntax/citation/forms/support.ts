import { slice } from '../../../../../server/src/base/text/span.ts';
import type { Citation, SourceEntry } from '../../../../../server/src/syntax/ast.ts';
import { readInlines } from '../../../../../server/src/syntax/brief/inlines.ts';
import { formOf } from '../../../../../server/src/syntax/citation/forms/index.ts';
import { NOTHING_KNOWN } from '../../../../../server/src/syntax/knownNames.ts';
import { readRegistry } from '../../../../../server/src/syntax/registry/registry.ts';

/** What the forms of the citations in a text say about them, in order of position. */
export function describeCitations(text: string): object[] {
  return readInlines(text, NOTHING_KNOWN).citations.map((citation) => describe(citation, text));
}

function describe(citation: Citation, text: string): object {
  const form = formOf(citation);
  const idSpan = form.idSpan(citation);
  return {
    form: form.id,
    text: slice(text, citation.span),
    group: slice(text, citation.group),
    idSpan: idSpan && slice(text, idSpan),
    tokens: form.tokens(citation, text).map((token) => `${token.role} ${slice(text, token)}`),
    label: form.outlineLabel(citation, text),
  };
}

/** The first source of a registry with these fields. */
export function sourceOf(yaml: string): SourceEntry {
  return readRegistry(`references:\n  - { id: rferl-1, ${yaml} }\n`).sources[0]!;
}
