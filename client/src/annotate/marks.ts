/** The answers of a walk as decorations of the editor. */
import {
  type DecorationOptions,
  Disposable,
  Range,
  type TextEditor,
  TextEditorRevealType,
  ThemeColor,
  window,
} from 'vscode';
import { currentOf, type Walk } from './walk';

export interface Marks {
  /** Shows the answers, and the current mention, which is scrolled into view. */
  show(walk: Walk): void;
  dispose(): void;
}

export function createMarks(editor: TextEditor): Marks {
  const current = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor('editor.findMatchBackground'),
    border: '2px solid',
    borderColor: new ThemeColor('focusBorder'),
    overviewRulerColor: new ThemeColor('editorOverviewRuler.findMatchForeground'),
  });
  const accepted = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor('diffEditor.insertedTextBackground'),
    after: { color: new ThemeColor('descriptionForeground'), fontStyle: 'italic', margin: '0 0.2em' },
  });
  const skipped = window.createTextEditorDecorationType({ textDecoration: 'underline dotted' });
  const { document } = editor;
  const rangeOf = ({ start, end }: { readonly start: number; readonly end: number }) =>
    new Range(document.positionAt(start), document.positionAt(end));
  return {
    show(walk) {
      const [tags, others]: [DecorationOptions[], Range[]] = [[], []];
      for (const [index, answer] of walk.answers) {
        const range = rangeOf(walk.candidates[index]!.span);
        if (answer.kind === 'skip') others.push(range);
        else {
          const type = walk.changedTypes.get(answer.id) ?? walk.entities.get(answer.id)?.type ?? '';
          tags.push({ range, renderOptions: { after: { contentText: type } } });
        }
      }
      editor.setDecorations(accepted, tags);
      editor.setDecorations(skipped, others);
      const candidate = currentOf(walk);
      editor.setDecorations(current, candidate ? [rangeOf(candidate.span)] : []);
      // In the middle: the list covers the lines at the top.
      if (candidate) editor.revealRange(rangeOf(candidate.span), TextEditorRevealType.InCenter);
    },
    dispose: () => void Disposable.from(current, accepted, skipped).dispose(),
  };
}
