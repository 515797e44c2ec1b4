/** Unpublished documents, which a note cites by their kind: letters, verdicts, images, an author's own files. docs/format.md, "Notes". */

import { words } from '../../../base/text/phrases.ts';
import type { Span } from '../../../base/text/span.ts';
import { slice } from '../../../base/text/span.ts';
import type { SourceName } from '../../ast.ts';

const KINDS = [
  ...words`letter email e-mail report statement imagery memorandum testimony affidavit indictment verdict judgment judgement complaint transcript communication
    photograph video cable chat message document record recording correspondence interview minutes data footage log manifest invoice contract certificate
    extract register image speech remarks presentation decision order motion request response submission application petition opinion ruling`,
  'note verbale',
  'bills? of lading',
  'press conference',
  'press release',
];
/** `Letter dated 12 July 2022 from`, `Confidential report of an organization`, `Satellite imagery of May 13`. */
const document = new RegExp(
  String.raw`^(?!(?:The|This|That|These|Those|An?|In|On|At|By|As|His|Her|Its|Their|No|All|Most|Some|One|Two|When|After|Before)\s)\p{Lu}[\p{L}’'.-]*(?:\s[\p{L}’'.-]+){0,4}?(?<=(?:${KINDS.join('|')})s?)(?=[\s,])|^(?:${KINDS.map((kind) => kind[0]!.toUpperCase() + kind.slice(1)).join('|')})s?(?=[\s,])`,
  'u',
);
/** `Member State information`, `Confidential sources`: who said so stays unnamed. */
const unnamed =
  /^(?:(?:confidential|anonymous|diplomatic|intelligence|industry|humanitarian|military|security|local|official) sources?|(?:(?:an?|one|two|three|several|multiple|other) )?member states?(?: (?:information|reporting|reports?|submissions?|assessments?))?|information (?:from|provided by|received from|shared by|supplied by) [^.]{2,60}|panel (?:information|sources?|database|interviews?))$/iu;
/** What follows the kind of a document: to whom, from whom, of when. */
const addressed =
  /^(?:,|\s(?:dated|from|to|of|by|on|in|with|addressed|sent|received|provided|obtained|seen|between)\b)/u;
/** `on file with the author`, `seen by Crisis Group` */
const kept =
  /[,;(]\s?(?:copy )?(?:on file|held by|in the possession of|obtained by|seen by|reviewed by|provided to|shared with|made available to|received by)\b/iu;
/** A verb makes it a sentence about a document. */
const sentence =
  /\s(?:was|were|is|are|has|have|had|said|says|did|does|called|stated|claimed|shows?|showed|denied|which|that|who|will|would|may|can|could)\s/u;
const nameEnd = /\s(?:dated|on file|of \p{Lu}?\p{Ll}+ \d|of \d)|,|;|\(/u;
const MAX_LENGTH = 300;

/** The document that is all of `span`, by what it is; undefined for anything else. `hasDate`: whether the note dates it. */
export function documentName(text: string, span: Span, hasDate: boolean): SourceName | undefined {
  const written = slice(text, span);
  if (written.length > MAX_LENGTH || !/^\p{Lu}/u.test(written) || sentence.test(written)) return undefined;
  if (unnamed.test(written)) return { ...span, name: written.replace(/\s+/g, ' ') };
  const isKept = kept.test(written);
  const kind = document.exec(written);
  if (!isKept && !(hasDate && kind && addressed.test(written.slice(kind[0].length)))) return undefined;
  const name = written.slice(0, nameEnd.exec(written)?.index ?? written.length).trimEnd();
  return { start: span.start, end: span.start + name.length, name: name.replace(/\s+/g, ' ') };
}
