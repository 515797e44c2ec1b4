import * as l10n from '@vscode/l10n';
import { oneLine } from '../../base/text/oneLine.ts';
import { plural } from '../../base/text/plural.ts';
import { shift, slice } from '../../base/text/span.ts';
import { createLostNotes } from '../../edits/notes/addNote.ts';
import { sourceCandidatesFor } from '../../scope/resolveCitation.ts';
import type { Loss } from '../../syntax/ast.ts';
import { markerAt } from '../../syntax/brief/notes.ts';
import { formOf } from '../../syntax/citation/forms/index.ts';
import { formatDateForDisplay } from '../../syntax/date/calendar.ts';
import { type CitationInBlock, citationOfFinding, replacementFix } from '../engine/fixSupport.ts';
import type { Finding, Fix, FixContext, Rule } from '../engine/rule.ts';
import { STANDARD_URLS } from '../engine/standards.ts';
import { type SourceChoice, sourceChoices } from './sourceChoices.ts';

/** At most this many reports of one day are offered, one fix each. A longer list of quick fixes does not help. */
const MAX_CANDIDATES = 12;
/** A message shows at most this much of a date, in UTF-16 units. */
const MAX_DATE_LENGTH = 60;

/** The defect this tool exists for: `(, September 22)`, a citation that lost its source. */
export const missingSource: Rule = {
  code: 'missing-source',
  severity: { draft: 'error', release: 'error' },
  title: l10n.t('A statement has lost its source.'),
  standard: {
    name: 'ICD 206, source reference citations',
    url: STANDARD_URLS.ICD_206,
    requirement: l10n.t(
      'Every fact, judgment or estimate that rests on a source carries a reference to it, so that a reader can find and weigh it. A date alone refers to nothing.',
    ),
  },
  why: l10n.t(
    "Copying an article out of a web page drops every source whose name was a link or a bare domain and leaves `(, September 22)` behind. The statement before it can no longer be checked. Put the name of the source before the comma; the original, or the registry's reports of that day, tell which it was.",
  ),
  bad: { brief: 'The ceremony was called off (, September 11).\n' },
  good: { brief: 'The ceremony was called off (TASS, September 11).\n' },
  citation(citation, { resolve, scope, textOf }) {
    const resolution = resolve(citation);
    if (resolution.status !== 'missing' || formOf(citation).lostRule !== 'missing-source') return undefined;
    const dateText = citation.when ? textOf(citation.when.span) : '';
    const candidates = sourceCandidatesFor(resolution.dates, scope);
    return {
      span: citation.span,
      message: citation.loss
        ? describeLoss(citation.loss, textOf(citation.span))
        : formatMessage(dateText, '', candidates.length),
      data: {
        ...(!citation.loss && { date: dateText }),
        dates: resolution.dates.map(({ date }) => date),
        candidates: candidates.map(({ entry }) => entry.id.value),
      },
    };
  },
  // Seven gaps in one brief make seven different rows.
  placed(problem, wordsBefore) {
    const { date, candidates } = problem.data ?? {};
    if (typeof date !== 'string') return problem;
    return { ...problem, message: formatMessage(date, wordsBefore, Array.isArray(candidates) ? candidates.length : 0) };
  },
  fixes(finding, context) {
    const target = citationOfFinding(finding, context);
    if (!target || !context.brief) return [];
    const { loss } = target.citation;
    if (loss) return createNoteFix(loss, finding, context);
    const candidateFixes = sourceChoices(target, context.brief, context.scope, MAX_CANDIDATES)
      // Without a date and without a shared word, every report of the registry is as likely.
      .choices.filter(({ likely }) => target.citation.when || likely.score > 0)
      .map((choice) =>
        replacementFix(
          titleOf(choice, target),
          context,
          shift(choice.replacement.span, target.blockStart),
          choice.replacement.text,
        ),
      );
    const argument = newSourceArgument(target, finding, context);
    if (!argument) return candidateFixes;
    const days = target.resolution.dates.map(({ date }) => formatDateForDisplay(date)).join(', ');
    const command = { command: 'briefmark.addSource', arguments: [argument] };
    return [...candidateFixes, { title: l10n.t('Add a source for {0}…', days), command }];
  },
};

/** What the client has to know to ask for a new source; undefined where a source without a date could not be found again. */
export function newSourceArgument(
  { citation: { loss, when }, resolution }: CitationInBlock,
  { span }: Finding,
  { uri, version }: Pick<FixContext, 'uri' | 'version'>,
) {
  if (loss || !when) return undefined;
  return { uri, span, version, dates: resolution.dates.map(({ date }) => date) };
}

/** `Insert “RFE/RL” before “September 22”: Pilots leave`. */
function titleOf({ name, likely: { report } }: SourceChoice, { text, citation: { when } }: CitationInBlock): string {
  const title = report && (report.entry.title ?? report.entry.id.value);
  const date = when && oneLine(slice(text, when.span), MAX_DATE_LENGTH);
  if (title === undefined) return l10n.t('Insert “{0}” before “{1}” (not in the registry)', name, date ?? '');
  return date === undefined
    ? l10n.t('Insert “{0}”: {1}', name, title)
    : l10n.t('Insert “{0}” before “{1}”: {2}', name, date, title);
}

/** Creates the notes that a marker points to and that do not exist. */
function createNoteFix(loss: Loss, { span }: Finding, { brief, uri, text }: FixContext): Fix[] {
  const marker = brief && (loss === 'no-note' || loss === 'no-notes') && markerAt(brief, span.start);
  const replacements = marker ? createLostNotes(brief, marker) : undefined;
  if (!marker || !replacements) return [];
  const title =
    loss === 'no-notes'
      ? l10n.t('Create the missing notes')
      : l10n.t('Create note {0}', labelIn(slice(text, marker.span)));
  return [{ title, changes: replacements.map((replacement) => ({ uri, ...replacement })) }];
}

/** The number or the name in a marker. */
function labelIn(marker: string): string {
  return marker.replace(/<\/?sup>|[^\p{L}\p{N}_.:/&+–,-]/gu, '');
}

const firstWord = /^[^\p{L}\p{N}]*[\p{L}\p{N}]\S*/u;

/** Says how a source was lost. `words`: what is left of the citation. */
function describeLoss(loss: Loss, words: string): string {
  const label = labelIn(words);
  switch (loss) {
    case 'no-note':
      return l10n.t('Note {0} does not exist. Add the note, or correct the number.', label);
    case 'no-notes':
      return l10n.t(
        'The notes of this brief are missing: {0} and the markers after it lead nowhere. Add the notes.',
        words,
      );
    case 'empty-note': {
      // Behind its number there may be words that name no source.
      const number = labelIn(firstWord.exec(words)?.[0] ?? words);
      return number === ''
        ? l10n.t('This note is empty. Write the source in it.')
        : l10n.t('Note {0} is empty. Write the source in it.', number);
    }
    case 'unclosed-marker':
      return label === ''
        ? l10n.t('This note marker is incomplete: {0}. Write the number of its note.', words)
        : l10n.t('This note marker is not closed: {0}. Close its bracket.', words);
    case 'no-words':
      return l10n.t('This link has no words, so its source is not visible. Write the source in its brackets.');
    case 'no-address':
      return l10n.t('This link has no address: {0}. Add the address of the source.', words);
  }
}

/** The message for a gap; `wordsBefore` are the last words of the statement, if there are any. */
function formatMessage(date: string, wordsBefore: string, candidates: number): string {
  const when = oneLine(date, MAX_DATE_LENGTH);
  if (when === '')
    return wordsBefore === ''
      ? l10n.t('The source of this citation is missing. Write its name here.')
      : l10n.t('The source of “{0}” is missing. Write its name here.', wordsBefore);
  const problem =
    wordsBefore === ''
      ? l10n.t('The source before “{0}” is missing.', when)
      : l10n.t('The source of “{0}” ({1}) is missing.', wordsBefore, when);
  const advice =
    candidates === 0
      ? l10n.t('Write it before the date.')
      : plural(candidates, {
          one: l10n.t('The registry has one report of that day.'),
          other: l10n.t('The registry has {0} reports of that day.', candidates),
        });
  return `${problem} ${advice}`;
}
