import * as l10n from '@vscode/l10n';
import { slice } from '../../base/text/span.ts';
import { removeLeftover } from '../../edits/citation/assistantMarks.ts';
import { formOf } from '../../syntax/citation/forms/index.ts';
import type { Rule } from '../engine/rule.ts';
import { STANDARD_URLS } from '../engine/standards.ts';

/** What remains of a reference when the answer of a chat assistant is copied: `【4†source】`. */
export const assistantLeftover: Rule = {
  code: 'assistant-leftover',
  severity: { draft: 'error', release: 'error' },
  title: l10n.t('A reference of a chat assistant leads nowhere.'),
  standard: {
    name: 'ICD 206, source reference citations',
    url: STANDARD_URLS.ICD_206,
    requirement: l10n.t('A source reference identifies its source well enough to be found again.'),
  },
  why: l10n.t(
    'Chat assistants mark their sources with codes that work only in the chat. In a copied text they lead nowhere, and the source behind them may not exist. Find the source, read it and cite it, or delete the statement.',
  ),
  bad: { brief: 'The port was closed on Monday.【4†source】\n' },
  fixed: { brief: 'The port was closed on Monday.\n' },
  good: { brief: 'The port was closed on Monday (Harbour Radio, April 9).\n' },
  citation(citation, { textOf }) {
    if (formOf(citation).lostRule !== 'assistant-leftover') return undefined;
    const { span } = citation;
    const message = l10n.t(
      '{0} was left by a chat assistant and leads nowhere. Find and cite the source.',
      textOf(span),
    );
    return { span, message };
  },
  fixes({ span }, context) {
    const removals = removeLeftover(context.text, span);
    const title = l10n.t('Delete “{0}”', slice(context.text, span));
    return [{ title, changes: removals.map((removal) => ({ uri: context.uri, span: removal, text: '' })) }];
  },
};
