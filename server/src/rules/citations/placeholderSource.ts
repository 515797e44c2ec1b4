import * as l10n from '@vscode/l10n';
import { oneLine } from '../../base/text/oneLine.ts';
import { formOf } from '../../syntax/citation/forms/index.ts';
import type { Rule } from '../engine/rule.ts';
import { STANDARD_URLS } from '../engine/standards.ts';

/** The fields that reference managers leave have hundreds of characters. */
const MAX_SHOWN_LENGTH = 80;

/** `[citation needed]`: the author meant to name the source later. */
export const placeholderSource: Rule = {
  code: 'placeholder-source',
  severity: { draft: 'warning', release: 'error' },
  title: l10n.t('A placeholder stands where a source belongs.'),
  standard: {
    name: 'ICD 206, source reference citations',
    url: STANDARD_URLS.ICD_206,
    requirement: l10n.t('Each statement that rests on a source carries a reference to it.'),
  },
  why: l10n.t(
    'Placeholders such as `[citation needed]`, `(source: ???)` or `(TK)` remind the author to add a source. Once the brief goes out, readers see that it is missing. Replace the placeholder with the source, or delete the statement.',
  ),
  bad: { brief: 'The bridge was closed in April [citation needed].\n' },
  good: { brief: 'The bridge was closed in April (Harbour Radio, April 9).\n' },
  citation(citation, { textOf }) {
    if (formOf(citation).lostRule !== 'placeholder-source') return undefined;
    const { span } = citation;
    return {
      span,
      message: l10n.t('{0} is a placeholder. Replace it with the source.', oneLine(textOf(span), MAX_SHOWN_LENGTH)),
    };
  },
};
