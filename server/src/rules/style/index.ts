/** Rules about house style. A new one is one file in this folder and one line here. */
import * as l10n from '@vscode/l10n';
import type { RuleGroup } from '../engine/rule.ts';
import { citationDateStyle } from './citationDateStyle.ts';
import { citationOrder } from './citationOrder.ts';

export const style: RuleGroup = {
  title: l10n.t('House style'),
  description: l10n.t('Consistency across a house. These rules report nothing until the settings state a style.'),
  rules: [citationDateStyle, citationOrder],
};
