import * as l10n from '@vscode/l10n';
import { quote } from '../../base/text/quote.ts';

/** What is said of a date that was not understood. */
export function describeUnreadDate(written: string): string {
  return l10n.t(
    '{0} names no certain day, month or year, so the source counts as undated. Correct it where it is edited, as in 2021-09-05.',
    quote(written),
  );
}
