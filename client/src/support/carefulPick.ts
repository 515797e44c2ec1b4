/** A list in which Enter takes only what was chosen on purpose. */
import { Disposable, type QuickInputButton, QuickInputButtons, type QuickPickItem, window } from 'vscode';

export interface CarefulPickOptions<T extends QuickPickItem> {
  readonly title: string;
  readonly placeholder: string;
  readonly items: readonly T[];
  /** The item that Enter takes at once; without one, nothing is preselected. */
  readonly preselected: T | undefined;
  readonly hasBack: boolean;
}

/**
 * Shows a list, and resolves to the item, to `back`, or to undefined if the user cancels.
 *
 * While a filter is typed, VS Code marks its first match, so that Enter would take a row that was not chosen. Here a filter marks
 * nothing: a row is chosen with the arrow keys or the mouse, and only then Enter takes it.
 */
export function pickCarefully<T extends QuickPickItem>(
  options: CarefulPickOptions<T>,
): Promise<T | 'back' | undefined> {
  const { title, placeholder, items, preselected, hasBack } = options;
  const picker = window.createQuickPick<T>();
  const back: QuickInputButton = QuickInputButtons.Back;
  Object.assign(picker, { title, placeholder, ignoreFocusOut: true, matchOnDescription: true, matchOnDetail: true });
  picker.items = items;
  picker.activeItems = preselected ? [preselected] : [];
  if (hasBack) picker.buttons = [back];
  // A row that the editor marks because of the filter is reported before the filter is.
  let isChosen = preselected !== undefined;
  return new Promise((resolve) => {
    const listeners = Disposable.from(
      picker.onDidChangeActive((active) => {
        isChosen = active.length > 0;
      }),
      picker.onDidChangeValue(() => {
        isChosen = false;
        picker.activeItems = [];
      }),
      picker.onDidTriggerButton(() => finish('back')),
      picker.onDidAccept(() => {
        const [chosen] = picker.selectedItems;
        if (isChosen && chosen) finish(chosen);
      }),
      picker.onDidHide(() => finish(undefined)),
    );
    const finish = (answer: T | 'back' | undefined) => {
      listeners.dispose();
      picker.dispose();
      resolve(answer);
    };
    picker.show();
  });
}
