import * as l10n from '@vscode/l10n';
import { type AcronymHistory, type AcronymPlace, historyOf } from '../../analysis/acronyms/acronymReport.ts';
import { MOST_CAPITALS, partsOf } from '../../analysis/acronyms/acronymUses.ts';
import { isNameOf } from '../../names/acronymDefinitions.ts';
import { ownAcronymAt } from '../../names/mentions.ts';
import { perScope } from '../../scope/perScope.ts';
import { outletKey } from '../../scope/scope.ts';
import { frontMatterOf } from '../../syntax/brief/brief.ts';
import type { BriefContext, Fix, Problem, Rule } from '../engine/rule.ts';
import { aliasFix } from './aliasFix.ts';
import { HOUSEHOLD, STRESSED } from './householdAcronyms.ts';

/** An acronym that is never spelled out, or too late, or twice, or for nothing. */
export const undefinedAcronym: Rule = {
  code: 'undefined-acronym',
  severity: { draft: 'off', release: 'information' },
  title: l10n.t('An acronym that is not spelled out at its first use, spelled out twice, or never used again.'),
  standard: {
    name: 'US GPO Style Manual, 9.4',
    says: l10n.t('Abbreviations that are not generally known are spelled out the first time they occur.'),
  },
  why: l10n.t(
    'A reader who does not know what IRGC stands for loses the thread, and may take it for something else. Write the full name at the first use with the short form in parentheses, and the short form from there on. Names and aliases in the registry, what is known everywhere (UN, NATO, GDP), and outlets the brief cites need no explanation.',
  ),
  bad: {
    brief: 'The Northern Border Guard Command (NBGC) opened the crossing.\n\nTraders returned within hours.\n',
  },
  fixed: { brief: 'The Northern Border Guard Command opened the crossing.\n\nTraders returned within hours.\n' },
  good: {
    brief: 'The Northern Border Guard Command (NBGC) opened the crossing.\n\nThe NBGC asked for patience.\n',
  },
  *brief(context) {
    const { brief } = context;
    const history = historyOf(brief);
    if (history.capitals > history.letters * MOST_CAPITALS) return;
    const isKnown = knownIn(context, history);
    for (const place of history.places) {
      const unclear = unexplained(place, context);
      const problem = unclear && !isKnown(place.acronym) ? unclear : wasted(place, history);
      if (problem) yield problem;
    }
  },
  fixes(finding, context) {
    const { data, span } = finding;
    const own = context.brief && ownAcronymAt(context.brief, span, context.scope.findNames);
    const alias = own && aliasFix(own, context);
    const fixes: Fix[] = alias ? [alias] : [];
    if (typeof data?.start !== 'number' || typeof data.text !== 'string') return fixes;
    const changes = [{ uri: context.uri, span: { start: data.start, end: span.end }, text: data.text }];
    const acronym = String(data.acronym);
    const title = data.text === '' ? l10n.t('Remove “{0}”', acronym) : l10n.t('Write “{0}” alone', acronym);
    return [{ title, changes }, ...fixes];
  },
};

/** The first use, when nothing before it, in it or around it says what it stands for. */
function unexplained({ acronym, use, definitions }: AcronymPlace, { uri }: BriefContext): Problem | undefined {
  const [definition] = definitions;
  if (!use || (definition && definition.group.start <= use.start)) return undefined;
  if (!definition) {
    return {
      span: use,
      message: l10n.t(
        '“{0}” is never spelled out, and readers who do not know it cannot tell what is meant. Write the full name here with the short form in parentheses, or add it to the aliases of its entity in the registry.',
        acronym,
      ),
    };
  }
  return {
    span: use,
    message: l10n.t(
      '“{0}” is used here before it is spelled out further down, so the reader meets it unexplained. Write the full name here, and only the short form from there on.',
      acronym,
    ),
    related: [{ uri, span: definition.group, message: l10n.t('“{0}” is spelled out here', acronym) }],
  };
}

/** A second spelling out, or one for nothing. */
function wasted({ acronym, definitions }: AcronymPlace, { countOf, isSummary }: AcronymHistory): Problem | undefined {
  const [first, second] = definitions.filter(({ words }) => words !== undefined);
  if (!first) return undefined;
  if (!HOUSEHOLD.has(acronym) && countOf(acronym) === 1) {
    return {
      span: first.group,
      message: l10n.t(
        '“{0}” is introduced here and never used again, so the reader learns it for nothing. Remove it, or use it below.',
        acronym,
      ),
      data: { acronym, start: first.wordsEnd, text: '' },
    };
  }
  if (!second || first.words !== second.words || isSummary(first.group.start)) return undefined;
  return {
    span: { start: second.start, end: second.group.end },
    message: l10n.t(
      '“{0}” is spelled out here again, so the reader wonders whether it is the same. Write only the short form from its second use on.',
      acronym,
    ),
    data: { acronym, start: second.start, text: second.tag === undefined ? acronym : `[${acronym}](${second.tag})` },
  };
}

const isNamedIn = perScope(
  (word: string, scope) => isNameOf(scope.findNames, word) || scope.sourcesByOutlet.has(outletKey(scope, word)),
);

/** Tells of an acronym whether it needs no explanation. */
function knownIn(
  { brief, scope, settings }: BriefContext,
  { isCited, isTagged }: AcronymHistory,
): (acronym: string) => boolean {
  const own = [...settings.publications, frontMatterOf(brief)?.publication?.value ?? ''];
  const isKnown = (word: string) =>
    HOUSEHOLD.has(word) ||
    STRESSED.has(word) ||
    own.some((publication) => publication === word) ||
    isNamedIn(word, scope) ||
    isTagged(word) ||
    isCited(word);
  // `IS-K` is a part of `IS`.
  return (acronym) => isKnown(acronym) || (acronym.includes('-') && partsOf(acronym).every(isKnown));
}
