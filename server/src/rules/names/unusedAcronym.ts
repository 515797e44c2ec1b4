import * as l10n from '@vscode/l10n';
import { acronymReportOf } from '../../analysis/acronyms/acronymReport.ts';
import { MAX_CAPITALS_SHARE } from '../../analysis/acronyms/acronymUses.ts';
import { COMMON_ACRONYMS } from '../../analysis/acronyms/householdAcronyms.ts';
import { acronymDefinedAt } from '../../names/briefNames.ts';
import type { Rule } from '../engine/rule.ts';
import { STANDARD_URLS } from '../engine/standards.ts';
import { aliasFix } from './aliasFix.ts';

/** An acronym that is defined and not used again. */
export const unusedAcronym: Rule = {
  code: 'unused-acronym',
  severity: { draft: 'off', release: 'off' },
  title: l10n.t('An acronym is defined but not used again.'),
  standard: {
    name: 'US GPO Style Manual, 9.4',
    url: STANDARD_URLS.GPO_STYLE_MANUAL,
    requirement: l10n.t('Abbreviations that are not generally known are spelled out the first time they occur.'),
  },
  why: l10n.t(
    'A short form that is not used again is one more thing to remember, for no benefit. Many houses give it anyway, because readers search for it. The rule is therefore off unless you set a severity for it.',
  ),
  bad: {
    brief: 'The Northern Border Guard Command (NBGC) opened the crossing.\n\nTraders returned within hours.\n',
  },
  fixed: { brief: 'The Northern Border Guard Command opened the crossing.\n\nTraders returned within hours.\n' },
  good: {
    brief: 'The Northern Border Guard Command (NBGC) opened the crossing.\n\nThe NBGC asked for patience.\n',
  },
  *brief({ brief }) {
    const { acronyms, countOf, letters, capitals } = acronymReportOf(brief);
    if (capitals > letters * MAX_CAPITALS_SHARE) return;
    for (const { acronym, unexplainedUse, definitions } of acronyms) {
      const first = definitions.find(({ expansion }) => expansion !== undefined);
      if (!first || unexplainedUse || COMMON_ACRONYMS.has(acronym) || countOf(acronym) > 1) continue;
      yield {
        span: first.group,
        message: l10n.t('“{0}” is defined here but not used again. Remove it, or use it below.', acronym),
        data: { acronym, start: first.wordsEnd },
      };
    }
  },
  fixes(finding, context) {
    const { data, span } = finding;
    const briefAcronym = context.brief && acronymDefinedAt(context.brief, span, context.scope.findNames);
    const alias = briefAcronym && aliasFix(briefAcronym, context);
    const changes =
      typeof data?.start === 'number'
        ? [{ uri: context.uri, span: { start: data.start, end: span.end }, text: '' }]
        : [];
    return [{ title: l10n.t('Remove “{0}”', String(data?.acronym)), changes }, ...(alias ? [alias] : [])];
  },
};
