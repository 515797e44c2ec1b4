import * as l10n from '@vscode/l10n';
import { oneLine } from '../../base/text/oneLine.ts';
import { shift } from '../../base/text/span.ts';
import { fixFormErrors } from '../../edits/citation/formErrors.ts';
import { knownNamesOf } from '../../scope/knownNames.ts';
import type { Citation, FormError } from '../../syntax/ast.ts';
import type { KnownNames } from '../../syntax/knownNames.ts';

import { citationOfFinding } from '../engine/fixSupport.ts';
import type { Rule } from '../engine/rule.ts';

/** What a slip is, as a clause: for what is the habit of a house. */
export const HABIT_TEXTS: Readonly<Record<FormError['kind'], string>> = {
  'no-comma': l10n.t('there is no comma between source and date'),
  'no-space': l10n.t('there is no space after the comma'),
  'space-before-comma': l10n.t('there is a space before the comma'),
  'extra-comma': l10n.t('there is more than one comma between source and date'),
  'stray-stop': l10n.t('there is a full stop after the date'),
  'no-date': l10n.t('there is no date'),
  'unread-date': l10n.t('the date cannot be read'),
  'misspelled-month': l10n.t('the month is misspelled'),
  'date-first': l10n.t('the date stands before the source'),
  unclosed: l10n.t('a parenthesis is not closed'),
  semicolon: l10n.t('a comma and a semicolon are confused'),
};

const FORM_ERROR_TEXTS: Readonly<Record<FormError['kind'], string>> = {
  'no-comma': l10n.t('A comma is missing after the source.'),
  'no-space': l10n.t('A space is missing after the comma.'),
  'space-before-comma': l10n.t('There is a space before the comma.'),
  'extra-comma': l10n.t('There is more than one comma after the source.'),
  'stray-stop': l10n.t('There is a period after the date.'),
  'no-date': l10n.t('The date is missing.'),
  'unread-date': l10n.t('The date cannot be read.'),
  'misspelled-month': l10n.t('The month is misspelled.'),
  'date-first': l10n.t('The date stands before the source.'),
  unclosed: l10n.t('The parenthesis is not closed.'),
  semicolon: l10n.t('A comma and a semicolon are confused.'),
};

const FIX_TITLES: Readonly<Record<FormError['kind'], (corrected: string) => string>> = {
  'no-comma': (corrected) => l10n.t('Insert the comma: ({0})', corrected),
  'no-space': (corrected) => l10n.t('Insert the space: ({0})', corrected),
  'space-before-comma': (corrected) => l10n.t('Remove the space: ({0})', corrected),
  'extra-comma': (corrected) => l10n.t('Remove the extra comma: ({0})', corrected),
  'stray-stop': (corrected) => l10n.t('Remove the period: ({0})', corrected),
  'no-date': (corrected) => l10n.t('Write ({0})', corrected),
  'unread-date': (corrected) => l10n.t('Write ({0})', corrected),
  'misspelled-month': (corrected) => l10n.t('Correct the month: ({0})', corrected),
  'date-first': (corrected) => l10n.t('Put the source first: ({0})', corrected),
  unclosed: (corrected) => l10n.t('Close the parenthesis: ({0})', corrected),
  semicolon: (corrected) => l10n.t('Correct the separator: ({0})', corrected),
};

/** Messages and titles show at most this much of a citation, in UTF-16 units. */
const MAX_SHOWN_LENGTH = 80;

/** A citation that is recognizable but malformed. */
export const malformedCitation: Rule = {
  code: 'malformed-citation',
  severity: { draft: 'information', release: 'warning' },
  title: l10n.t('A citation is understood but not in the standard form.'),
  standard: {
    name: 'Briefmark format, section 2',
    requirement: l10n.t('A citation in words is the name of its source, a comma, a space and a date.'),
  },
  why: l10n.t(
    'Readers and tools recognize a source by its form, `(Source, Month Day)`: a comma and a space before the date, nothing after it. A small error here is often what remains of a larger one.',
  ),
  bad: { brief: 'Talks were held (Eurasianet May 9).\n' },
  fixed: { brief: 'Talks were held (Eurasianet, May 9).\n' },
  good: { brief: 'Talks were held (Eurasianet, May 9).\n' },
  citation(citation, { textOf, scope }) {
    const { span, formErrors } = citation;
    if (formErrors.length === 0) return undefined;
    const problem = formErrors.map(({ kind }) => FORM_ERROR_TEXTS[kind]).join(' ');
    const known = knownNamesOf(scope);
    const written = textOf({ start: 0, end: endOf(citation) });
    const advice =
      fixFormErrors(written, citation, known).length === 0
        ? l10n.t('Write (Source, Month Day).')
        : l10n.t('Write ({0}).', correctedText(written, citation, known));
    return {
      span,
      message: `${problem} ${advice}`,
      data: { formErrors: formErrors.map(({ kind }) => kind) },
    };
  },
  isFormOnly: true,
  fixes(finding, context) {
    const target = citationOfFinding(finding, context);
    if (!target) return [];
    const { citation, blockStart } = target;
    const text = context.text.slice(blockStart, blockStart + endOf(citation));
    const known = knownNamesOf(context.scope);
    const replacements = fixFormErrors(text, citation, known);
    if (replacements.length === 0) return [];
    const changes = replacements.map(({ span, text }) => ({ uri: context.uri, span: shift(span, blockStart), text }));
    const corrected = correctedText(text, citation, known);
    const [error, ...others] = citation.formErrors;
    const title = error && others.length === 0 ? FIX_TITLES[error.kind](corrected) : l10n.t('Write ({0})', corrected);
    // On save only form is put right, never a word.
    const isWording = citation.formErrors.some(({ kind }) => kind === 'misspelled-month');
    return [{ title, ...(!isWording && { isPreferred: true }), changes }];
  },
};

/** A correction may reach to the end of the parenthesis. */
function endOf({ group, span }: Citation): number {
  return Math.max(group.end, span.end);
}

/** The text of a citation after the fix, on one line. */
function correctedText(text: string, citation: Citation, known: KnownNames): string {
  let corrected = '';
  let position = citation.span.start;
  for (const { span, text: replacement } of fixFormErrors(text, citation, known)) {
    // The parenthesis that is closed is not part of the citation.
    if (span.start >= citation.span.end) break;
    corrected += text.slice(position, span.start) + replacement;
    position = span.end;
  }
  return oneLine(corrected + text.slice(position, citation.span.end), MAX_SHOWN_LENGTH);
}
