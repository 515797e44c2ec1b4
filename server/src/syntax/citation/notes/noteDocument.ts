/** Unpublished documents, which a note cites by their kind: letters, verdicts, images, an author's own files. docs/format.md, "Notes". */

import type { Span } from '../../../base/text/span.ts';
import { slice } from '../../../base/text/span.ts';
import type { SourceName } from '../../ast.ts';

/** `Letter dated 12 July 2022 from`, `Confidential report of an organization`, `Satellite imagery of May 13`. */
const document =
  /^(?!(?:The|This|That|These|Those|An?|In|On|At|By|As|His|Her|Its|Their|No|All|Most|Some|One|Two|When|After|Before)\s)\p{Lu}[\p{L}’'.-]*(?:\s[\p{L}’'.-]+){0,4}?(?:(?<=letter|email|report|statement|imagery|memorandum|note verbale|testimony|affidavit|indictment|verdict|judgment|complaint|transcript|communication|photograph|video|cable|chat|message|document|record|recording|correspondence|interview|interviews|minutes|e-mail|data|footage|log|manifest|invoice|contract|certificate|bill of lading|extract|register|image|speech|presentation|press conference)s?)(?=[\s,])|^(?:Letter|Email|E-mail|Report|Statement|Imagery|Memorandum|Note verbale|Testimony|Affidavit|Indictment|Verdict|Judgment|Judgement|Complaint|Transcript|Communication|Photographs?|Video|Cable|Message|Documents?|Records?|Minutes|Data|Footage|Logs?|Manifests?|Invoices?|Contracts?|Certificates?|Bills? of lading|Extracts?|Images?|Speech|Remarks|Presentation|Press conference|Decision|Order|Motion|Request|Response|Submission|Application|Petition|Opinion|Ruling|Press release)(?=[\s,])/u;
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
  const words = slice(text, span);
  if (words.length > MAX_LENGTH || !/^\p{Lu}/u.test(words) || sentence.test(words)) return undefined;
  if (unnamed.test(words)) return { ...span, name: words.replace(/\s+/g, ' ') };
  const isKept = kept.test(words);
  const kind = document.exec(words);
  if (!isKept && !(hasDate && kind && addressed.test(words.slice(kind[0].length)))) return undefined;
  const name = words.slice(0, nameEnd.exec(words)?.index ?? words.length).trimEnd();
  return { start: span.start, end: span.start + name.length, name: name.replace(/\s+/g, ' ') };
}
