import { type QuickPickItem, window } from 'vscode';
import type { Location } from '../../../../server/src/protocol/location';

import type { PicturePanel } from './panel';

/** Lets the user choose one of several locations and opens it. A single location is opened directly. */
export async function pickLocation(
  title: string,
  choices: readonly { readonly label: string; readonly description: string; readonly location: Location }[],
  { show }: PicturePanel,
): Promise<void> {
  if (choices.length === 1) return show(choices[0]!.location);
  // `$(…)` would be rendered as an icon.
  const items = choices.map(({ label, description, location }): QuickPickItem & { location: Location } => ({
    label: label.replaceAll('$(', '$\u200b('),
    description: description.replaceAll('$(', '$\u200b('),
    location,
  }));
  const chosen = await window.showQuickPick(items, { title, matchOnDescription: true });
  if (chosen) await show(chosen.location);
}
