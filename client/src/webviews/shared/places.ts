import { type QuickPickItem, window } from 'vscode';
import type { Place } from '../../../../server/src/protocol/place';

import type { PicturePanel } from './panel';

/** Lets the user choose one of several locations and opens it. A single location is opened directly. */
export async function pickPlace(
  title: string,
  places: readonly { readonly label: string; readonly description: string; readonly place: Place }[],
  { show }: PicturePanel,
): Promise<void> {
  if (places.length === 1) return show(places[0]!.place);
  // `$(…)` would be rendered as an icon.
  const items = places.map(({ label, description, place }): QuickPickItem & { place: Place } => ({
    label: label.replaceAll('$(', '$\u200b('),
    description: description.replaceAll('$(', '$\u200b('),
    place,
  }));
  const chosen = await window.showQuickPick(items, { title, matchOnDescription: true });
  if (chosen) await show(chosen.place);
}
