import * as l10n from '@vscode/l10n';
import { shift } from '../../base/text/span.ts';
import { formOf } from '../../syntax/citation/forms/index.ts';
import { withoutTracking } from '../../syntax/citation/linkAddress.ts';
import { citationOfFinding, replacementFix } from '../engine/fixSupport.ts';
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
    'Chat assistants mark their sources with codes that work only in the chat. In a copied text they lead nowhere, and the source they stood for may not exist. Find the source, read it, and cite it; or delete the statement. A link that an assistant marked with `utm_source` still leads to its source; the fix removes the mark.',
  ),
  bad: { brief: 'The port was closed on Monday.【4†source】\n' },
  good: { brief: 'The port was closed on Monday (Harbour Radio, April 9).\n' },
  citation(citation, { textOf }) {
    const { span, url } = citation;
    if (formOf(citation).lostRule === 'assistant-leftover') {
      const message = l10n.t(
        '{0} was left by a chat assistant and leads nowhere. Find and cite the source.',
        textOf(span),
      );
      return { span, message };
    }
    if (!url || !assistantMark.test(url.value)) return undefined;
    return {
      span,
      message: l10n.t('The address of this link was marked by a chat assistant. Check that the source says this.'),
    };
  },
  fixes(finding, context) {
    const url = citationOfFinding(finding, context);
    const address = url?.citation.url;
    if (!url || !address || withoutTracking(address.value) === address.value) return [];
    const title = l10n.t('Remove the mark from the address');
    return [replacementFix(title, context, shift(address.span, url.blockStart), withoutTracking(address.value))];
  },
};

const assistantMark = /[?&]utm_source=(?:chatgpt|openai|copilot|perplexity|claude|gemini)\b/i;
