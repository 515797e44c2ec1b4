/** Questions to the user that VS Code's own ones do not cover. */
import { l10n, Range, Selection, type TextEditor, TextEditorRevealType, window } from 'vscode';
import type { Range as LspRange } from 'vscode-languageclient';

export function toRange({ start, end }: LspRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** Shows a place in the middle of the editor, selected. */
export function selectAndReveal(editor: TextEditor, range: Range): void {
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** One of the names, or any other text that is typed. Undefined when the user leaves. */
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

/** The line without the blanks around it; undefined when the user leaves. `wrong` says what is wrong with it, if anything. */
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
