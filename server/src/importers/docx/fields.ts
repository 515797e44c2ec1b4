/** The fields of a Word file that matter to a brief: links, cross-references to notes, citations of reference managers. */

import { type CitedItem, readCslCitation } from '../references/cslCitation.ts';
import { readEndNoteCitation } from '../references/endNote.ts';

export type FieldMeaning =
  | { readonly kind: 'link'; readonly address: string }
  | { readonly kind: 'citation'; readonly items: readonly CitedItem[] }
  /** A citation whose data is not in the file. */
  | { readonly kind: 'citation-without-data' }
  | { readonly kind: 'note-reference'; readonly bookmark: string }
  | { readonly kind: 'contents' }
  | { readonly kind: 'other' };

/** The meaning of a field by its instruction (ECMA-376, part 1, 17.16.5). `data` is what EndNote stores beside it. */
export function readField(instruction: string, data: string): FieldMeaning {
  const [, name = '', rest = ''] = /^\s*(\S+)([\s\S]*)$/.exec(instruction) ?? [];
  switch (name.toUpperCase()) {
    case 'HYPERLINK':
      return readHyperlink(rest);
    case 'NOTEREF':
      return { kind: 'note-reference', bookmark: /^\s*"?([^\s"]+)/.exec(rest)?.[1] ?? '' };
    case 'TOC':
    case 'INDEX':
      return { kind: 'contents' };
    case 'ADDIN':
      return readAddIn(rest, data);
    default:
      return { kind: 'other' };
  }
}

/** `"https://…" \l "place" \t "frame"`. Only `\l` is part of the address. */
function readHyperlink(rest: string): FieldMeaning {
  const place = /\\l\s+(?:"([^"]*)"|(\S+))/.exec(rest);
  const address = /^\s*(?:"([^"]*)"|([^\s\\]\S*))/.exec(rest);
  const target = address?.[1] ?? address?.[2];
  if (target === undefined) return { kind: 'other' };
  const fragment = place?.[1] ?? place?.[2];
  return { kind: 'link', address: fragment ? `${target}#${fragment}` : target };
}

function readAddIn(rest: string, data: string): FieldMeaning {
  const json = /^\s*(?:ZOTERO_ITEM\s+)?CSL_CITATION\s*(\{[\s\S]*\})\s*$/.exec(rest)?.[1];
  const isEndNote = /^\s*EN\.CITE\b(?!\.DATA)/.test(rest);
  const items = json !== undefined ? readCslCitation(json) : isEndNote ? readEndNoteCitation(rest + data) : undefined;
  if (items) return { kind: 'citation', items };
  return /^\s*(?:ZOTERO_ITEM|CSL_CITATION|EN\.CITE\b(?!\.DATA))/.test(rest)
    ? { kind: 'citation-without-data' }
    : { kind: 'other' };
}

/** The text that EndNote stores in base64 in `w:fldData`; empty if it is none. */
export function decodeFieldData(base64: string): string {
  try {
    const binary = atob(base64.replace(/\s+/g, ''));
    return new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0))).replaceAll('\0', '');
  } catch {
    return '';
  }
}
