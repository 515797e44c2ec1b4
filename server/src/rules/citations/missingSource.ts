import * as l10n from '@vscode/l10n';
import { shift } from '../../base/text/span.ts';
import { citationAfter, putSource, type Replacement, sourceTag } from '../../edits/citation/replaceSource.ts';
import { candidatesFor, resolve } from '../../scope/resolveCitation.ts';
import type { Defined } from '../../scope/scope.ts';
import type { SourceEntry } from '../../syntax/ast.ts';
import { compare, sayDate } from '../../syntax/date/calendar.ts';
import { type CitedPlace, citationOf, replacing } from '../engine/fixSupport.ts';
import type { Fix, FixContext, Rule } from '../engine/rule.ts';

/** More reports of one day than this are not offered one by one: a list that long is no help. */
const MOST_CANDIDATES = 12;

/** The defect the tool exists for: `(, September 22)`, a citation whose source was lost on the way. */
export const missingSource: Rule = {
  code: 'missing-source',
  severity: { draft: 'error', release: 'error' },
  title: l10n.t('A citation has a date but no source.'),
  standard: {
    name: 'ICD 206, source reference citations',
    says: l10n.t(
      'Every fact, judgement or estimate that rests on a source carries a reference to it, so that a reader can find and weigh it. A date alone refers to nothing.',
    ),
  },
  why: l10n.t(
    "Copying an article out of a web page drops every source whose name was a link or a bare domain and leaves `(, September 22)` behind. The statement before it can no longer be checked. Put the name of the source before the comma; the original, or the registry's reports of that day, tell which it was.",
  ),
  bad: { brief: 'The ceremony was called off (, September 11).\n' },
  good: { brief: 'The ceremony was called off (TASS, September 11).\n' },
  citation(citation, { resolve, scope, text }) {
    const resolution = resolve(citation);
    if (resolution.status !== 'missing') return undefined;
    const written = citation.when ? text(citation.when.span) : '';
    const candidates = candidatesFor(resolution.dates, scope);
    const message = l10n.t(
      'The source of this citation is missing: only its date, {0}, is left, so nobody can check the statement. Put the source’s name before the comma.',
      written,
    );
    const day = resolution.dates[0] ? sayDate(resolution.dates[0].date) : written;
    const hint =
      candidates.length === 1
        ? l10n.t('The registry has one report of {0}.', day)
        : l10n.t('The registry has {0} reports of {1}.', candidates.length, day);
    return {
      span: citation.span,
      message: candidates.length > 0 ? `${message} ${hint}` : message,
      data: {
        dates: resolution.dates.map(({ date }) => date),
        candidates: candidates.map(({ entry }) => entry.id.value),
      },
    };
  },
  fixes(finding, context) {
    const place = citationOf(finding, context);
    if (!place) return [];
    const { dates } = place.resolution;
    const found = candidatesFor(dates, context.scope).sort((a, b) => byNearness(a.entry, b.entry));
    const known = found.slice(0, MOST_CANDIDATES).flatMap((candidate) => putCandidate(candidate, place, context) ?? []);
    const days = dates.map(({ date }) => sayDate(date)).join(', ');
    const argument = {
      uri: context.uri,
      span: finding.span,
      version: context.version,
      dates: dates.map(({ date }) => date),
    };
    const command = { command: 'briefmark.addSource', arguments: [argument] };
    return [...known, { title: l10n.t('Add a source for {0}…', days), command }];
  },
};

/** Reports of a known day come before those of a month, later ones before earlier ones; else the order stays. */
function byNearness(a: SourceEntry, b: SourceEntry): number {
  const [left, right] = [a.issued?.value ?? {}, b.issued?.value ?? {}];
  return Number(left.day === undefined) - Number(right.day === undefined) || compare(right, left);
}

/**
 * The outlet's name put into the gap, or a source tag where the name alone would not lead to this report: because the
 * outlet has another one of that day, or its name cannot stand in a citation.
 */
function putCandidate({ uri, entry }: Defined<SourceEntry>, place: CitedPlace, context: FixContext): Fix | undefined {
  const name = entry.outlet?.value ?? entry.title ?? entry.id.value;
  const tag = sourceTag(name, entry.id.value);
  const leads = (put: Replacement | undefined) => {
    const after = put && citationAfter(place.text, place.citation, put);
    const { status, entries } = after
      ? resolve(after, context.scope, place.briefDate)
      : { status: 'missing', entries: [] };
    const found = entries.some((one) => one.uri === uri && one.entry === entry);
    return status === 'resolved' ? found : status === 'unknown' && place.resolution.dates.length > 1;
  };
  const inWords = entry.outlet && putSource(place.text, place.citation, name);
  const put = leads(inWords) ? inWords : tag && putSource(place.text, place.citation, tag);
  if (!put) return undefined;
  const title = entry.title
    ? l10n.t('Put “{0}”: {1}', name, entry.title)
    : l10n.t('Put “{0}” ({1})', name, entry.id.value);
  return replacing(title, context, shift(put.span, place.at), put.text);
}
