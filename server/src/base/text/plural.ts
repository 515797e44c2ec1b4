import { LANGUAGE } from '../language.ts';

const rules = new Intl.PluralRules(LANGUAGE);

/**
 * The form of a message for a number. Write both forms as texts of their own, `plural(n, { one: l10n.t('1 report'),
 * other: l10n.t('{0} reports', n) })`: the texts for translation know no plurals. A language with further forms, such
 * as `few`, uses `other`, so its translation has to fit all of them.
 */
export function plural(count: number, forms: { readonly one: string; readonly other: string }): string {
  return rules.select(count) === 'one' ? forms.one : forms.other;
}
