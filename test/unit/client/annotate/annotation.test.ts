import { beforeEach, expect, test, vi } from 'vitest';
import type { TextEditor } from 'vscode';
import { type AnnotationServer, createAnnotation } from '../../../../client/src/annotate/annotation';
import { addDocument, editor, resetEditor } from '../support/vscode.ts';
import { annotationsOf, TEXT } from './support.ts';

beforeEach(resetEditor);

type Ask = AnnotationServer['ask'];

/** *Annotate…* in a brief with this text; what the server is asked to tag. */
function annotating(text = TEXT) {
  const document = addDocument('file:///casebook/main.brief');
  const textEditor = { document, setDecorations: vi.fn(), revealRange: vi.fn() } as unknown as TextEditor;
  const state = { text };
  const tagged: string[][] = [];
  const ask = vi.fn<Ask>(async (_, { accepted }) => {
    const found = annotationsOf(state.text);
    if (!accepted) return found;
    tagged.push(accepted.map(({ start, end, id, type }) => `${state.text.slice(start, end)}=${type}:${id}`));
    return { ...found, edit: {}, tagged: accepted.length, added: 1, left: 0 };
  });
  const apply = vi.fn<AnnotationServer['apply']>(async () => true);
  const annotation = createAnnotation({ ask, apply });
  const start = async () => {
    await annotation.start(textEditor);
    return editor.picker!;
  };
  /** What is asked, or nothing if no list is shown. */
  const title = () => (editor.picker?.isShown ? editor.picker.title : 'nothing');
  const change = (from: number, words: string, by: string) => {
    state.text = state.text.slice(0, from) + by + state.text.slice(from + words.length);
    editor.onDidChangeTextDocument.fire({
      document,
      contentChanges: [{ rangeOffset: from, rangeLength: words.length, text: by }],
    });
  };
  return { annotation, start, title, change, tagged, apply, ask };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));
const said = () => editor.showInformationMessage.mock.calls.map(([message]) => message);

test('Enter, Space and A to the end, then one edit', async () => {
  const { start, title, tagged, apply } = annotating();
  const picker = await start();
  picker.enter();
  expect(title()).toBe('Annotate: 2 of 7');
  picker.type(' ');
  picker.type('a');
  expect(title()).toBe('Annotate: 4 of 7');
  picker.enter();
  expect(title(), 'a name of two entities').toBe('Annotate: 4 of 7');
  picker.enter('Tag “Georgia” as place: Georgia');
  picker.type('  ');
  await settle();
  expect(title()).toBe('nothing');
  expect(tagged).toEqual([
    ['Holm=person:ida-holm', 'Holm=person:ida-holm', 'Holm=person:ida-holm', 'Georgia=place:georgia-country'],
  ]);
  expect(apply).toHaveBeenCalledTimes(1);
  expect(said()).toEqual(['Tagged 4 mentions. Added 1 entity to the registry. One undo takes all of it back.']);
});

test('letters that are no command do nothing; what follows a T filters the types', async () => {
  const { start, title, annotation, tagged } = annotating();
  const picker = await start();
  picker.type('xyz#');
  expect([title(), picker.value]).toEqual(['Annotate: 1 of 7', '']);
  picker.type('tor');
  expect(picker.value).toBe('or');
  picker.enter('org');
  picker.enter();
  annotation.back();
  expect(title()).toBe('Annotate: 1 of 7');
  picker.enter();
  annotation.escape();
  await settle();
  expect(tagged).toEqual([['Holm=org:ida-holm']]);
});

test('Esc in the list of types only closes that', async () => {
  const { start, title, annotation } = annotating();
  (await start()).type('t');
  annotation.escape();
  expect(title()).toBe('Annotate: 1 of 7');
});

test('going elsewhere keeps the walk, which goes on in the text as it is then', async () => {
  const { start, title, annotation, change, tagged } = annotating();
  const picker = await start();
  picker.enter();
  picker.type(' ');
  picker.enter();
  picker.goElsewhere();
  await settle();
  expect(said()).toEqual(['2 accepted mentions are kept until you call “Annotate…” again.']);
  expect(tagged).toEqual([]);
  change(TEXT.indexOf('. Holm') + 2, 'Holm', 'She');
  change(0, '', 'Then ');
  await start();
  expect(title()).toBe('Annotate: 3 of 6');
  expect(editor.showWarningMessage.mock.calls).toEqual([
    ['1 accepted mention is dropped, because its words have changed.'],
  ]);
  annotation.escape();
  await settle();
  expect(tagged).toEqual([['Holm=person:ida-holm']]);
});

test('a text that changes meanwhile ends the list, and nothing is lost', async () => {
  const { start, title, change } = annotating();
  (await start()).enter();
  change(TEXT.length, '', '!');
  expect(title()).toBe('nothing');
  await start();
  expect(title()).toBe('Annotate: 2 of 7');
});

test('an edit that is not applied leaves the answers', async () => {
  const { start, title, annotation, apply, tagged } = annotating();
  apply.mockResolvedValueOnce(false);
  (await start()).enter();
  annotation.escape();
  await settle();
  await start();
  expect(title()).toBe('Annotate: 2 of 7');
  annotation.escape();
  await settle();
  expect(tagged).toHaveLength(2);
  await start();
  expect(title(), 'then it is done').toBe('Annotate: 1 of 7');
});

test('without candidates it says so', async () => {
  const { start } = annotating('It rained.');
  await start();
  expect(editor.picker).toBeUndefined();
  expect(said()).toEqual(['Every name that the registries know is tagged here, and no other name was found.']);
});
