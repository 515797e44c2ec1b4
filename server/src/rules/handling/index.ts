/** Rules about handling. A new one is one file in this folder and one line here. */
import * as l10n from '@vscode/l10n';
import type { RuleGroup } from '../engine/rule.ts';
import { invalidTlp } from './invalidTlp.ts';
import { tlpTooLow } from './tlpTooLow.ts';

export const handling: RuleGroup = {
  title: l10n.t('Handling'),
  description: l10n.t('Who may read it: the Traffic Light Protocol.'),
  rules: [invalidTlp, tlpTooLow],
};
