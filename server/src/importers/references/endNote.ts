/** The citations of EndNote in Word files: its XML, turned into what CSL-JSON says. */

import { childrenOf, type Element, find, readXml, textOf } from '../../base/markup.ts';
import { cslOfRecord } from '../../references/endNote.ts';
import type { CitedItem } from './cslCitation.ts';

/** The items of a citation, from `<EndNote>…</EndNote>`; undefined if it is none, or lacks the data of an item. */
export function readEndNoteCitation(xml: string): readonly CitedItem[] | undefined {
  const start = xml.indexOf('<EndNote>');
  const end = xml.indexOf('</EndNote>', start);
  if (start < 0 || end < 0) return undefined;
  const root = readXml(xml.slice(start, end + '</EndNote>'.length));
  const cites = root ? childrenOf(root, 'Cite') : [];
  const items = cites.map(readCite);
  return items.length > 0 && items.every((item) => item !== undefined) ? items : undefined;
}

function readCite(cite: Element): CitedItem | undefined {
  const record = find(cite, 'record');
  if (!record) return undefined;
  const { fields } = cslOfRecord(record);
  return {
    fields,
    uri: `endnote:${textOf(find(record, 'rec-number')).trim()}:${fields.title ?? ''}`,
    prefix: textOf(find(cite, 'Prefix')),
    locator: textOf(find(cite, 'Pages')),
    suffix: textOf(find(cite, 'Suffix')),
    suppressAuthor: cite.attributes.get('ExcludeAuth') === '1',
  };
}
