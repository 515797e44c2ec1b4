/** Writes a source into a citation that has lost its own. What is proposed has been read again and means that source. */

import { type Span, slice } from '../../base/text/span.ts';
import { knownNamesOf } from '../../scope/knownNames.ts';
import { resolveCitation } from '../../scope/resolveCitation.ts';
import type { DefinedEntry, Scope } from '../../scope/scope.ts';
import type { CalendarDate, Citation, SourceEntry } from '../../syntax/ast.ts';
import { readCitations } from '../../syntax/brief/registryAnswers.ts';
import { parenthesis } from '../../syntax/citation/forms/parenthesis.ts';
import { tag } from '../../syntax/citation/forms/tag.ts';
import { isSourceMissing } from '../../syntax/citation/missing.ts';
import { formatSourceTag, inParentheses, insertSource, type Replacement, reparseCitation } from './replaceSource.ts';

/** A citation without a source. Spans count from the start of `text`, which reaches at least to the end of its group. */
export interface OpenCitation {
  readonly citation: Citation;
  /** All citations of its group, itself included. */
  readonly items: readonly Citation[];
  readonly text: string;
  readonly briefDate: CalendarDate | undefined;
}

/**
 * Names a report: the outlet in words, or a source tag if the words alone would not resolve to this report, because the outlet
 * has another one of that day, or because its name is not valid in a citation. Undefined if neither does.
 */
export function citeReport(
  source: DefinedEntry<SourceEntry>,
  open: OpenCitation,
  scope: Scope,
): Replacement | undefined {
  if (!open.citation.when) return writeReport(source, open, scope);
  const change = insertReport(source, open, scope);
  return change && inParentheses(open.text, open.citation, change, knownNamesOf(scope));
}

/** Names an outlet that no registry has. Undefined if its name cannot be written there. */
export function citeOutlet(name: string, { text, citation }: OpenCitation, scope: Scope): Replacement | undefined {
  const known = knownNamesOf(scope);
  const change = insertSource(text, citation, name, known);
  return change && inParentheses(text, citation, change, known);
}

/** The name by which a report is inserted. */
export function citedName({ outlet, title, id }: SourceEntry): string {
  return outlet?.value ?? title ?? id.value;
}

/** Inserts the source before the date. */
function insertReport(
  { uri, entry }: DefinedEntry<SourceEntry>,
  { citation, text, briefDate }: OpenCitation,
  scope: Scope,
): Replacement | undefined {
  const name = citedName(entry);
  const known = knownNamesOf(scope);
  const sourceTag = formatSourceTag(name, entry.id.value);
  const plain = entry.outlet && insertSource(text, citation, name, known);
  const reparsed = plain && reparseCitation(text, citation, plain, known);
  const resolution = reparsed && resolveCitation(reparsed, scope, briefDate);
  // Of several dates the registry may lack some.
  const isPartly = resolution?.status === 'unknown' && (citation.when?.dates.length ?? 0) > 1;
  const isRight =
    resolution?.status === 'resolved' && resolution.entries.some((one) => one.uri === uri && one.entry === entry);
  if (isRight || isPartly) return plain;
  return sourceTag === undefined ? undefined : insertSource(text, citation, sourceTag, known);
}

/** Writes source and date where nothing is left of them: `()`, `(, )`, `(see , para. 14)`. */
function writeReport(
  { uri, entry }: DefinedEntry<SourceEntry>,
  { citation, items, text, briefDate }: OpenCitation,
  scope: Scope,
): Replacement | undefined {
  const { group } = citation;
  const index = items.indexOf(citation);
  const missing = items.filter((one) => one !== citation && isSourceMissing(one)).length;
  const isRight = ({ span, text: words }: Replacement) => {
    const after = text.slice(group.start, span.start) + words + text.slice(span.end, group.end);
    const citations = readCitations(after, knownNamesOf(scope));
    const written = citations[index];
    const isWhole = citations.length === items.length && citations.every((one) => one.group.end === after.length);
    if (!isWhole || !written || written.locator?.value !== citation.locator?.value) return false;
    if (citations.filter((one) => one !== written && isSourceMissing(one)).length !== missing) return false;
    const { status, entries } = resolveCitation(written, scope, briefDate);
    return status === 'resolved' && entries.length === 1 && entries[0]!.uri === uri && entries[0]!.entry === entry;
  };
  for (const words of [parenthesis.write(entry, briefDate, ''), tag.write(entry, briefDate, '')]) {
    const found = words === undefined ? undefined : placesFor(words, citation, items, text).find(isRight);
    if (found) return found;
  }
  return undefined;
}

/** Where the words can go: for the whole group, before its first semicolon, for what is left of the item, or before its comma. */
function placesFor(words: string, { group, span }: Citation, items: readonly Citation[], text: string): Replacement[] {
  const inside: Span = { start: group.start + 1, end: group.end - 1 };
  const item = { start: Math.max(span.start, inside.start), end: Math.min(span.end, inside.end) };
  const left = text.slice(item.start, item.end);
  const lead = /^[^,]*?(?=\s*,)/.exec(left)?.[0] ?? '';
  return [
    ...(items.length === 1 && /^[\s,;.]*$/.test(slice(text, inside)) ? [{ span: inside, text: words }] : []),
    ...(left.startsWith(';') ? [{ span: { start: item.start, end: item.start }, text: words }] : []),
    { span: item, text: words },
    ...(lead === ''
      ? []
      : [{ span: { start: item.start + lead.length, end: item.start + left.indexOf(',') }, text: ` ${words}` }]),
  ];
}
