/**
 * One walk on the screen. A list holds the focus, so that no letter reaches the text. A letter is read from the box of the list,
 * which is emptied at once; Backspace and Esc are commands, since an empty box does not report them.
 */
import { commands, type TextEditor, window } from 'vscode';
import { createMarks } from './marks';
import { type Action, actionOfLetter, mentionStep, type Row, type Step, typeStep } from './rows';
import { accept, acceptAll, changeType, goBack, skip, type Walk } from './walk';

export interface Session {
  readonly editor: TextEditor;
  /** Takes the last step back. */
  back(): void;
  /** Ends the walk; in the list of types, only that. */
  escape(): void;
  /** Leaves the walk as it is. */
  leave(): void;
}

/** The when clauses of the two keys ask what is shown. */
const CONTEXT = 'briefmark.annotating';

/**
 * Shows the walk. `onClose` gets it once it is closed: with `isEnded` if all is answered or the user has ended it, without if they
 * went elsewhere.
 */
export function openSession(editor: TextEditor, start: Walk, onClose: (walk: Walk, isEnded: boolean) => void): Session {
  const picker = window.createQuickPick<Row>();
  const marks = createMarks(editor);
  let walk = start;
  /** The entity whose type is asked. */
  let typing: string | undefined;
  /** What the box held when it was last heard of. */
  let seen = '';
  /** What it held when a T was read, until it is heard that this is gone. */
  let readUpTo = '';
  let isClosed = false;

  const close = (isEnded: boolean) => {
    if (isClosed) return;
    isClosed = true;
    void commands.executeCommand('setContext', CONTEXT, undefined);
    picker.dispose();
    marks.dispose();
    onClose(walk, isEnded);
  };
  const show = () => {
    const step: Step | undefined = typing === undefined ? mentionStep(walk) : typeStep(walk, typing);
    if (!step) return close(true);
    void commands.executeCommand('setContext', CONTEXT, typing === undefined ? 'mention' : 'type');
    Object.assign(picker, { title: step.title, placeholder: step.placeholder, items: step.rows });
    picker.activeItems = step.rows.slice(0, 1);
    marks.show(walk);
  };
  const act = (action: Action) => {
    typing = undefined;
    if (action.kind === 'end') return close(true);
    if (action.kind === 'accept') walk = accept(walk, action.id);
    else if (action.kind === 'all') walk = acceptAll(walk, action.id);
    else if (action.kind === 'skip') walk = skip(walk);
    else if (action.kind === 'back') walk = goBack(walk);
    else if (action.kind === 'retype') walk = changeType(walk, action.id, action.type);
    else if (action.kind === 'type') typing = action.id;
    show();
  };

  picker.onDidChangeValue((value) => {
    const typed = value.startsWith(seen) ? value.slice(seen.length) : '';
    seen = value;
    if (isClosed) return;
    if (typing !== undefined) {
      // What is typed behind a T filters the types.
      if (readUpTo !== '' && value.startsWith(readUpTo)) picker.value = value.slice(readUpTo.length);
      else readUpTo = '';
      return;
    }
    let rest = typed;
    while (rest !== '' && typing === undefined && !isClosed) {
      const action = actionOfLetter(rest[0]!, walk);
      rest = rest.slice(1);
      if (action) act(action);
    }
    if (value === '' || isClosed) return;
    readUpTo = value.slice(0, value.length - rest.length);
    picker.value = rest;
  });
  picker.onDidAccept(() => {
    // While letters are in the box, the rows may stand in another order: then Enter means the first one.
    const chosen = typing === undefined && seen !== '' ? picker.items[0] : picker.selectedItems[0];
    if (!chosen || isClosed) return;
    if (picker.value !== '') picker.value = '';
    act(chosen.action);
  });
  picker.onDidHide(() => close(false));
  show();
  if (!isClosed) picker.show();
  return {
    editor,
    back: () => act({ kind: 'back' }),
    escape: () => (typing === undefined ? close(true) : act({ kind: 'choose' })),
    leave: () => close(false),
  };
}
