/** Records of sources that were copied as text: BibTeX, RIS, or a DOI alone, as what CSL-JSON says. */

import { runSync } from '../../base/memo/steps.ts';
import { BIBLIOGRAPHY_FORMATS } from '../../references/formats.ts';
import type { CslFields, Piece } from '../../references/model/reference.ts';

/** A longer text is a bibliography and no record that somebody copied. */
const MAX_LENGTH = 2 ** 18;
const doi = /^(?:(?:https?:\/\/)?(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/[^\s"<>]+?)\.?$/i;

/** The sources in a text that is nothing but records; undefined for any other text. */
export async function readRecords(text: string): Promise<readonly CslFields[] | undefined> {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > MAX_LENGTH) return undefined;
  if (trimmed.startsWith('@')) return readAll(trimmed, 'bibtex');
  if (/^TY {1,2}- /.test(trimmed)) return readAll(trimmed, 'ris');
  const name = trimmed.length < 300 ? doi.exec(trimmed)?.[1] : undefined;
  return name === undefined ? undefined : [{ type: 'document', DOI: name, URL: `https://doi.org/${name}` }];
}

/** The records, if there is nothing else in the text, and nothing in it is broken. */
async function readAll(text: string, formatId: string): Promise<readonly CslFields[] | undefined> {
  const format = BIBLIOGRAPHY_FORMATS.find(({ id }) => id === formatId)!;
  const { pieces, problems } = runSync((await format.load())(text));
  if (problems.length > 0 || !fillText(text, pieces)) return undefined;
  const records: CslFields[] = [];
  for (const piece of pieces) {
    const { reference, problems: broken } = piece.read();
    if (!reference || broken.some(({ isLesser }) => !isLesser)) return undefined;
    // The ids of RIS are numbers of the database that wrote it.
    records.push({ ...(formatId === 'bibtex' && { 'citation-key': reference.id.value }), ...reference.fields });
  }
  return records;
}

/** Whether there is only white space between the pieces: otherwise it is a text in which somebody quotes one. */
function fillText(text: string, pieces: readonly Piece[]): boolean {
  let at = 0;
  for (const { start, end } of pieces) {
    if (text.slice(at, start).trim() !== '') return false;
    at = end;
  }
  return pieces.length > 0 && text.slice(at).trim() === '';
}
