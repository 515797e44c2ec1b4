/** Editor and input helpers that VS Code's API lacks. */
import { l10n, Range, Selection, type TextEditor, TextEditorRevealType, window } from 'vscode';
import type { Range as LspRange } from 'vscode-languageclient';

export function toRange({ start, end }: LspRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** Selects a range and scrolls it into view. */
export function selectAndReveal(editor: TextEditor, range: Range): void {
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Lets the user pick a name or type another one. Undefined if the user cancels. */
export function pickOrType(title: string, placeholder: string, names: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const picker = window.createQuickPick();
    const show = (typed: string) => {
      const typedName = typed.trim();
      const isNew = typedName !== '' && !names.includes(typedName);
      const items = names.map((label) => ({ label }));
      picker.items = isNew
        ? [...items, { label: typedName, description: l10n.t('as typed'), alwaysShow: true }]
        : items;
    };
    Object.assign(picker, { title, placeholder, ignoreFocusOut: true });
    show('');
    picker.onDidChangeValue(show);
    picker.onDidAccept(() => {
      resolve(picker.activeItems[0]?.label ?? (picker.value.trim() || undefined));
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}

/**
 * Asks for a line of text and returns it trimmed; undefined if the user cancels. `validate` returns an error message
 * for an invalid line.
 */
export async function promptLine(
  title: string,
  prompt: string,
  options: { readonly value?: string; readonly validate?: (line: string) => string | undefined } = {},
): Promise<string | undefined> {
  const { value, validate } = options;
  const line = await window.showInputBox({
    title,
    prompt,
    ignoreFocusOut: true,
    ...(value !== undefined && { value }),
    ...(validate && { validateInput: (line) => validate(line.trim()) }),
  });
  return line?.trim();
}
