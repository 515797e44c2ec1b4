/** The names of CSL 1.0.2 (https://docs.citationstyles.org/en/stable/specification.html), and what is often written instead. */

import { closestMatch, isAnagram } from '../../base/text/didYouMean.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const CSL_TYPES = words(`
  article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document entry
  entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map motion_picture
  musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog regulation report
  review review-book software song speech standard thesis treaty webpage`);

export const CSL_DATE_FIELDS: ReadonlySet<string> = new Set(
  words('accessed available-date event-date issued original-date submitted'),
);
export const CSL_NAME_FIELDS: ReadonlySet<string> = new Set(
  words(`
  author chair collection-editor compiler composer container-author contributor curator director editor editor-translator
  editorial-director executive-producer guest host illustrator interviewer narrator organizer original-author performer producer
  recipient reviewed-author script-writer series-creator translator`),
);

/** The variables of CSL, and the fields that Pandoc and Zotero add to them. */
const CSL_FIELDS: ReadonlySet<string> = new Set([
  ...words(`
  id type custom categories language abstract annote archive archive-place archive_collection archive_location authority
  call-number citation-key citation-label citation-number collection-title container-title container-title-short title-short
  dimensions division DOI edition event event-title event-place first-reference-note-number genre ISBN ISSN journalAbbreviation
  jurisdiction keyword locator medium note number number-of-pages number-of-volumes original-publisher original-publisher-place
  original-title page page-first part-number part-title PMCID PMID printing-number publisher publisher-place references
  reviewed-genre reviewed-title scale section shortTitle source status supplement-number title URL version volume volume-title
  volume-title-short year-suffix chapter-number collection-number issue`),
  ...CSL_DATE_FIELDS,
  ...CSL_NAME_FIELDS,
]);

/** The CSL fields that identify a source or tell where to find it. */
export const DESCRIPTIVE_FIELDS = words(
  'type title container-title publisher author editor issued event-date accessed URL DOI',
);

/** What people write for a field, and the field. */
const FIELD_SYNONYMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    date: 'issued',
    published: 'issued',
    pubdate: 'issued',
    'pub-date': 'issued',
    'publication-date': 'issued',
    'published-date': 'issued',
    'date-published': 'issued',
    'issue-date': 'issued',
    'issued-date': 'issued',
    year: 'issued',
    outlet: 'container-title',
    newspaper: 'container-title',
    journal: 'container-title',
    magazine: 'container-title',
    website: 'container-title',
    periodical: 'container-title',
    publication: 'container-title',
    'publication-title': 'container-title',
    container: 'container-title',
    headline: 'title',
    authors: 'author',
    editors: 'editor',
    link: 'URL',
    uri: 'URL',
    retrieved: 'accessed',
    'access-date': 'accessed',
    'accessed-date': 'accessed',
    'accessed-on': 'accessed',
    'date-accessed': 'accessed',
    'retrieved-date': 'accessed',
    accessdate: 'accessed',
  }),
);

const TYPE_SYNONYMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    newspaper: 'article-newspaper',
    news: 'article-newspaper',
    magazine: 'article-magazine',
    journal: 'article-journal',
    website: 'webpage',
    web: 'webpage',
    online: 'webpage',
    blog: 'post-weblog',
    tweet: 'post',
    telegram: 'post',
    video: 'motion_picture',
    film: 'motion_picture',
    law: 'legislation',
  }),
);

export function isCslField(key: string): boolean {
  return CSL_FIELDS.has(key);
}

/** The fields of CSL in an entry, without `custom`. */
export function cslFieldsOf(entry: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(entry ?? {}).filter(([key]) => key !== 'custom' && CSL_FIELDS.has(key)));
}

/** The field that a key which CSL does not have stands for, if case, a hyphen, a synonym or a typo explains it. */
export function intendedCslField(key: string): string | undefined {
  const folded = key.toLowerCase().replaceAll('_', '-');
  for (const field of CSL_FIELDS) if (field.toLowerCase() === folded) return field;
  const synonym = FIELD_SYNONYMS.get(folded);
  if (synonym) return synonym;
  // Nearly every source has these, so a slip of the fingers means one of them.
  const common = [...DESCRIPTIVE_FIELDS];
  const found = common.find((field) => isAnagram(folded, field)) ?? closestMatch(key, common, 1);
  return found ?? (key.length > 4 ? closestMatch(key, CSL_FIELDS) : undefined);
}

/** The type that a word which is no CSL type stands for. */
export function intendedCslType(type: string): string | undefined {
  const folded = type.toLowerCase().replace(/[\s_]+/g, '-');
  const same = CSL_TYPES.find((one) => one.replaceAll('_', '-') === folded);
  return same ?? TYPE_SYNONYMS.get(folded) ?? closestMatch(type, CSL_TYPES);
}
