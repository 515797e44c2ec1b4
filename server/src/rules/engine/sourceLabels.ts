/** How messages and titles name a source: by its title, never by its id if there are other words for it. */

import * as l10n from '@vscode/l10n';
import { oneLine } from '../../base/text/oneLine.ts';
import type { SourceEntry } from '../../syntax/ast.ts';
import { formatDateForDisplay } from '../../syntax/date/calendar.ts';

/** A title is truncated to this length, in UTF-16 units. */
const MAX_TITLE_LENGTH = 60;

/** The title in quotation marks; without one, outlet and date; without these, the id. */
export function sourceLabel({ id, title, outlet, issued }: SourceEntry): string {
  if (title) return l10n.t('“{0}”', oneLine(title, MAX_TITLE_LENGTH));
  if (!outlet) return id.value;
  return issued ? `${outlet.value}, ${formatDateForDisplay(issued.value)}` : outlet.value;
}

/** The labels of several sources, in their order; those that would be equal have their ids behind them. */
export function distinctSourceLabels(entries: readonly SourceEntry[]): string[] {
  const labels = entries.map(sourceLabel);
  return labels.map((label, index) =>
    labels.some((other, at) => at !== index && other === label) ? `${label} (${entries[index]!.id.value})` : label,
  );
}
