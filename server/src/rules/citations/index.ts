/** Rules about citations. A new one is one file in this folder and one line here. */
import * as l10n from '@vscode/l10n';
import type { RuleGroup } from '../engine/rule.ts';
import { ambiguousSource } from './ambiguousSource.ts';
import { assistantLeftover } from './assistantLeftover.ts';
import { futureDate } from './futureDate.ts';
import { impossibleDate } from './impossibleDate.ts';
import { malformedCitation } from './malformedCitation.ts';
import { missingSource } from './missingSource.ts';
import { placeholderSource } from './placeholderSource.ts';
import { staleYear } from './staleYear.ts';
import { unknownSource } from './unknownSource.ts';
import { unusedNote } from './unusedNote.ts';

export const citations: RuleGroup = {
  title: l10n.t('Citations'),
  description: l10n.t('How citations are written, and whether they lead to a source.'),
  rules: [
    missingSource,
    placeholderSource,
    assistantLeftover,
    unknownSource,
    ambiguousSource,
    impossibleDate,
    futureDate,
    staleYear,
    malformedCitation,
    unusedNote,
  ],
};
