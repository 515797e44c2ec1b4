/** The citations of reference managers in Word files: CSL-JSON, as Zotero and Mendeley store it, turned into keys and entries. */

import { isValidId } from '../../base/text/validId.ts';
import { proposeKey } from '../../references/model/proposeKey.ts';
import { isCslField } from '../../syntax/registry/csl.ts';
import type { ImportedEntry } from '../importer.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A source as a citation names it. */
export interface CitedItem {
  /** As in CSL-JSON. */
  readonly fields: Fields;
  /** What the reference manager calls the source, the same in each citation of it. */
  readonly uri?: string | undefined;
  readonly prefix?: string;
  readonly locator?: string;
  /** The kind of the locator in CSL, such as `page`. */
  readonly label?: string;
  readonly suffix?: string;
  readonly suppressAuthor?: boolean;
}

/** The sources that a document cites, each with one key. */
export interface References {
  /** The citation with Pandoc's keys: `[see @smith-2013, p. 4; @boer-2016]`. */
  readonly cite: (items: readonly CitedItem[]) => string;
  readonly entries: () => readonly ImportedEntry[];
}

/** Too long for a registry, or of use only to the program that wrote it. */
const UNWANTED_FIELDS: ReadonlySet<string> = new Set([
  'id',
  'abstract',
  'note',
  'citation-key',
  'citation-label',
  'source',
]);
const FIRST_FIELDS = ['type', 'title', 'author', 'container-title', 'issued', 'URL', 'DOI'];
const LOCATOR_LABELS: Readonly<Record<string, string>> = {
  page: 'p.',
  paragraph: 'para.',
  section: 'sec.',
  chapter: 'chap.',
  volume: 'vol.',
  figure: 'fig.',
  line: 'line',
  note: 'n.',
  part: 'pt.',
  verse: 'v.',
};
const NAME_PARTS = ['family', 'given', 'literal', 'dropping-particle', 'non-dropping-particle', 'suffix'];

/** `knownKey` answers the key of a source that a registry has; `isTaken` whether a key names another one. */
export function createReferences(
  knownKey: (fields: Fields) => string | undefined = () => undefined,
  isTaken: (key: string) => boolean = () => false,
): References {
  const keys = new Map<string, string>();
  const entries = new Map<string, ImportedEntry>();
  const keyOf = ({ fields, uri }: CitedItem): string => {
    const cleaned = cleanFields(fields);
    const identity = uri ?? JSON.stringify(cleaned);
    const known = keys.get(identity) ?? knownKey(cleaned);
    if (known !== undefined) return known;
    const key = unusedKey(keyFor(fields), (one) => entries.has(one) || isTaken(one));
    keys.set(identity, key);
    entries.set(key, { fields: { id: key, ...cleaned } });
    return key;
  };
  return {
    cite: (items) => `[${items.map((item) => formatItem(item, keyOf(item))).join('; ')}]`,
    entries: () => [...entries.values()],
  };
}

/** The items of a citation in the form of Zotero and Mendeley; undefined if it is none, or lacks the data of an item. */
export function readCslCitation(json: string): readonly CitedItem[] | undefined {
  const items = asFields(parseJson(json))?.citationItems;
  if (!Array.isArray(items) || items.length === 0) return undefined;
  const read = items.map((item) => readItem(asFields(item)));
  return read.every((item) => item !== undefined) ? read : undefined;
}

function readItem(item: Fields | undefined): CitedItem | undefined {
  const fields = asFields(item?.itemData);
  if (!item || !fields || Object.keys(fields).length < 2) return undefined;
  const uris = Array.isArray(item.uris) ? item.uris : [];
  return {
    fields,
    uri: asText(uris[0]),
    prefix: asText(item.prefix) ?? '',
    locator: asText(item.locator) ?? '',
    label: asText(item.label) ?? 'page',
    suffix: asText(item.suffix) ?? '',
    suppressAuthor: item['suppress-author'] === true || item['suppress-author'] === 1,
  };
}

function formatItem(
  { prefix = '', locator = '', label = 'page', suffix = '', suppressAuthor }: CitedItem,
  key: string,
) {
  const before = plain(prefix);
  const after = plain(suffix);
  const place = plain(locator);
  // “p. 12” and “para. 3” name their kind themselves.
  const placeLabel =
    /^\p{L}/u.test(place) && !/^[ivxlc]+\b/i.test(place) ? '' : `${LOCATOR_LABELS[label] ?? `${label}`} `;
  return [
    before && `${before} `,
    `${suppressAuthor ? '-' : ''}@${key}`,
    place && `, ${placeLabel}${place}`,
    after && (/^[,.:]/.test(after) ? after : ` ${after}`),
  ].join('');
}

/** One line without tags, and without what would end the citation. */
function plain(text: string): string {
  return text
    .replace(/<\/?\w[^<>]{0,40}>/g, '')
    .replace(/[[\]@;]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The citation key of the reference manager, or one made from the fields. */
function keyFor(fields: Fields): string {
  const given = asText(fields['citation-key']);
  return given !== undefined && isValidId(given) ? given : proposeKey(fields);
}

function unusedKey(key: string, isTaken: (key: string) => boolean): string {
  let [unused, suffix] = [key, 2];
  while (isTaken(unused)) unused = `${key}-${suffix++}`;
  return unused;
}

/** The fields of CSL that hold something, the main ones first, in the form that a registry has. */
function cleanFields(fields: Fields): Fields {
  const names = [...FIRST_FIELDS, ...Object.keys(fields).filter((name) => !FIRST_FIELDS.includes(name))];
  const kept = names.flatMap((name) => {
    if (!isCslField(name) || UNWANTED_FIELDS.has(name)) return [];
    const value = cleanValue(fields[name]);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(kept);
}

function cleanValue(value: unknown): unknown {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return value.replace(/<\/?(?:i|b|su[pb]|span)\b[^<>]{0,60}>/g, '').trim() || undefined;
  const object = asFields(value);
  if (object)
    return object['date-parts'] === undefined ? (asText(object.literal) ?? asText(object.raw)) : formatDate(object);
  if (!Array.isArray(value)) return undefined;
  const names = value.flatMap((name) => cleanName(name) ?? []);
  return names.length > 0 ? names : undefined;
}

function cleanName(name: unknown): unknown {
  if (typeof name === 'string') return name.trim() || undefined;
  const parts = NAME_PARTS.flatMap((part) => {
    const text = asText(asFields(name)?.[part]);
    return text === undefined ? [] : [[part, text] as const];
  });
  return parts.length > 0 ? Object.fromEntries(parts) : undefined;
}

/** A number, also one that is written as a text; anything else is none. */
function asNumber(value: unknown): number {
  return typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN;
}

/** One day, month or year as in ISO 8601; a range stays as it is. */
function formatDate({ 'date-parts': parts }: Fields): unknown {
  if (!Array.isArray(parts) || !parts.every(Array.isArray)) return undefined;
  const numbers = parts.map((part: unknown[]) =>
    part.map(asNumber).filter((one) => Number.isInteger(one) && one !== 0),
  );
  const [first] = numbers;
  if (!first || first.length === 0) return undefined;
  if (numbers.length > 1) return { 'date-parts': numbers };
  const [year, month, day] = first;
  if (year! < 1000 || year! > 9999) return { 'date-parts': numbers };
  return [String(year), ...[month, day].flatMap((one) => (one === undefined ? [] : String(one).padStart(2, '0')))].join(
    '-',
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function asFields(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

/** A text or number that is not empty. */
function asText(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return text || undefined;
}
