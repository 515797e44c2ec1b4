import * as l10n from '@vscode/l10n';
import { type AcronymRecord, type AcronymReport, acronymReportOf } from '../../analysis/acronyms/acronymReport.ts';
import { compoundParts, MAX_CAPITALS_SHARE } from '../../analysis/acronyms/acronymUses.ts';
import { COMMON_ACRONYMS, EMPHASIZED_WORDS } from '../../analysis/acronyms/householdAcronyms.ts';
import { isKnownName } from '../../names/acronymDefinitions.ts';
import { acronymDefinedAt } from '../../names/briefNames.ts';
import { perScope } from '../../scope/perScope.ts';
import { outletKey } from '../../scope/scope.ts';
import { frontMatterOf } from '../../syntax/brief/brief.ts';
import type { BriefContext, Fix, Problem, Rule } from '../engine/rule.ts';
import { STANDARD_URLS } from '../engine/standards.ts';
import { aliasFix } from './aliasFix.ts';

/** An acronym that is never spelled out, or spelled out late or twice. */
export const undefinedAcronym: Rule = {
  code: 'undefined-acronym',
  severity: { draft: 'off', release: 'information' },
  title: l10n.t('An acronym is not spelled out at its first use, or is spelled out twice.'),
  standard: {
    name: 'US GPO Style Manual, 9.4',
    url: STANDARD_URLS.GPO_STYLE_MANUAL,
    requirement: l10n.t('Abbreviations that are not generally known are spelled out the first time they occur.'),
  },
  why: l10n.t(
    'Readers who do not know what IRGC stands for lose the thread, or take it for something else. At the first use, write the full name with the short form in parentheses; after that, the short form. Names and aliases in the registry, acronyms known everywhere (UN, NATO, GDP) and outlets that the brief cites need no explanation.',
  ),
  bad: {
    brief:
      'The Northern Border Guard Command (NBGC) opened the crossing.\n\nThen the Northern Border Guard Command (NBGC) closed it.\n',
  },
  fixed: {
    brief: 'The Northern Border Guard Command (NBGC) opened the crossing.\n\nThen the NBGC closed it.\n',
  },
  good: {
    brief: 'The Northern Border Guard Command (NBGC) opened the crossing.\n\nThe NBGC asked for patience.\n',
  },
  *brief(context) {
    const { brief } = context;
    const report = acronymReportOf(brief);
    if (report.capitals > report.letters * MAX_CAPITALS_SHARE) return;
    const isKnown = createIsKnown(context, report);
    for (const record of report.acronyms) {
      const useProblem = unexplainedUse(record, context);
      const problem = useProblem && !isKnown(record.acronym) ? useProblem : repeatedDefinition(record, report);
      if (problem) yield problem;
    }
  },
  fixes(finding, context) {
    const { data, span } = finding;
    const briefAcronym = context.brief && acronymDefinedAt(context.brief, span, context.scope.findNames);
    const alias = briefAcronym && aliasFix(briefAcronym, context);
    const fixes: Fix[] = alias ? [alias] : [];
    if (typeof data?.start !== 'number' || typeof data.text !== 'string') return fixes;
    const changes = [{ uri: context.uri, span: { start: data.start, end: span.end }, text: data.text }];
    const acronym = String(data.acronym);
    return [{ title: l10n.t('Write “{0}” alone', acronym), changes }, ...fixes];
  },
};

/** The problem of a first use that nothing before or around it explains. */
function unexplainedUse(
  { acronym, unexplainedUse: use, definitions }: AcronymRecord,
  { uri }: BriefContext,
): Problem | undefined {
  const [definition] = definitions;
  if (!use || (definition && definition.group.start <= use.start)) return undefined;
  if (!definition) {
    return {
      span: use,
      message: l10n.t(
        '“{0}” is not spelled out. Write Full Name ({0}) here, or add it to the aliases of its entity.',
        acronym,
      ),
    };
  }
  return {
    span: use,
    message: l10n.t('“{0}” is used here before it is spelled out. Move the full name here.', acronym),
    related: [{ uri, span: definition.group, message: l10n.t('“{0}” is spelled out here', acronym) }],
  };
}

/** The problem of a repeated definition. */
function repeatedDefinition(
  { acronym, definitions }: AcronymRecord,
  { isSummary }: AcronymReport,
): Problem | undefined {
  const [first, second] = definitions.filter(({ expansion: words }) => words !== undefined);
  if (!first || !second || first.expansion !== second.expansion || isSummary(first.group.start)) return undefined;
  return {
    span: { start: second.start, end: second.group.end },
    message: l10n.t('“{0}” is spelled out a second time. Write only the short form.', acronym),
    data: { acronym, start: second.start, text: second.tag === undefined ? acronym : `[${acronym}](${second.tag})` },
  };
}

const isNamedIn = perScope(
  (word: string, scope) => isKnownName(scope.findNames, word) || scope.sourcesByOutlet.has(outletKey(scope, word)),
);

/** Returns a predicate that tells whether an acronym needs no explanation. */
function createIsKnown(
  { brief, scope, settings }: BriefContext,
  { isCited, isTagged }: AcronymReport,
): (acronym: string) => boolean {
  const ownPublications = [...settings.publications, frontMatterOf(brief)?.publication?.value ?? ''];
  const isKnown = (word: string) =>
    COMMON_ACRONYMS.has(word) ||
    EMPHASIZED_WORDS.has(word) ||
    ownPublications.some((publication) => publication === word) ||
    isNamedIn(word, scope) ||
    isTagged(word) ||
    isCited(word);
  // The parts of a compound such as `IS-K` may be known.
  return (acronym) => isKnown(acronym) || (acronym.includes('-') && compoundParts(acronym).every(isKnown));
}
