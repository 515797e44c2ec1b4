import {
  l10n,
  type QuickPickItem,
  QuickPickItemKind,
  Selection,
  type TextDocument,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import type {
  MissingSource,
  ServerCommands,
  SourceSuggestion,
  TitledEdit,
} from '../../../server/src/protocol/commands';
import { activeBrief, uriOf } from '../support/activeBrief';
import { selectAndReveal, toRange } from '../support/ask';
import { pickCarefully } from '../support/carefulPick';
import { offsetAfter, recordStep, type UndoableStep } from '../support/undoableStep';
import { promptAndAddSource } from './addSource';
import { type ClientCommand, IN_BRIEF, type Server } from './command';

type Suggestions = ServerCommands['briefmark.server.sourceSuggestions']['result'];

/** `again`: the user went back to the list, `failed`: nothing was changed. */
type Outcome = 'fixed' | 'skipped' | 'again' | 'failed';

interface Choice extends QuickPickItem {
  readonly run?: () => Promise<Outcome>;
}

/** A gap that has been answered. */
interface Answer {
  /** Where the gap begins. */
  readonly start: number;
  readonly outcome: Outcome;
  readonly step: UndoableStep;
}

/** Words of a sentence that a report shares; more do not tell more. */
const MAX_SHARED_WORDS = 5;

/** Walks through the missing sources of a brief. Each step requests them again, because each step changes the text. */
export const fixMissingSources: ClientCommand = {
  id: 'briefmark.fixMissingSources',
  title: 'Fix Missing Sources…',
  enablement: IN_BRIEF,
  menus: [
    {
      menu: 'editor/context',
      when: `${IN_BRIEF} && !editorHasSelection && !editorReadonly`,
      group: '1_modification@91',
    },
  ],
  async run({ server }) {
    const editor = activeBrief();
    if (!editor) return;
    const answers: Answer[] = [];
    for (let from = 0; ; ) {
      const missing = await missingFrom(from, editor, server);
      const [gap] = missing;
      if (!gap) break;
      const next = await answerGap(gap, answers, answers.length + missing.length, editor, server);
      if (next === undefined) break;
      from = next;
    }
    const wantsSaving = workspace.getConfiguration('briefmark').get<boolean>('fixMissingSources.save') === true;
    if (wantsSaving) await saveAll(answers.flatMap(({ step }) => step.documents));
    await showSummary(answers.filter(({ outcome }) => outcome === 'fixed').length, server, editor);
  },
};

/** The missing sources that begin at an offset or behind it. */
async function missingFrom(from: number, editor: TextEditor, server: Server): Promise<MissingSource[]> {
  const answer = await server.ask('briefmark.server.missingSources', { uri: uriOf(editor) });
  return (answer?.missing ?? []).filter(({ range }) => editor.document.offsetAt(toRange(range).start) >= from);
}

/**
 * Asks for one missing source, and applies and records the answer. Resolves to the offset from which to go on; undefined if the user
 * cancels or an edit fails. The cursor is left behind the citation.
 */
async function answerGap(
  gap: MissingSource,
  answers: Answer[],
  count: number,
  editor: TextEditor,
  server: Server,
): Promise<number | undefined> {
  const { document } = editor;
  const range = toRange(gap.range);
  const start = document.offsetAt(range.start);
  const suggestions = await server.ask('briefmark.server.sourceSuggestions', {
    uri: uriOf(editor),
    position: gap.range.start,
  });
  if (!suggestions) return undefined;
  selectAndReveal(editor, range);
  const choices = createChoices(gap, suggestions, editor, server);
  const choice = await pickCarefully({
    title: l10n.t('Missing source {0} of {1}: {2}', answers.length + 1, count, gap.text),
    placeholder: gap.sentence,
    items: choices,
    preselected: suggestions.isLeadClear ? choices.find(({ run }) => run) : undefined,
    hasBack: answers.length > 0,
  });
  const before = document.getText();
  const end = document.offsetAt(toRange({ start: gap.end, end: gap.end }).start);
  if (choice === 'back') return takeBack(answers, start);
  const { result: outcome, step } = await recordStep(async () => (choice?.run ? choice.run() : undefined));
  placeCursor(editor, offsetAfter(end, before, document.getText()));
  if (outcome === undefined || outcome === 'failed') return undefined;
  if (outcome === 'again') return start;
  answers.push({ start, outcome, step });
  // A skipped gap stays where it is; a comment that silences it moves it.
  return offsetAfter(start, before, document.getText()) + 1;
}

/** Undoes the last answer and returns to its gap. Without an undo, the gap that was asked last is asked again. */
async function takeBack(answers: Answer[], current: number): Promise<number> {
  const last = answers.at(-1);
  if (!last) return current;
  if (!(await last.step.undo())) {
    void window.showWarningMessage(l10n.t('The text has changed in the meantime, so the last answer stays. Use Undo.'));
    return current;
  }
  answers.pop();
  return last.start;
}

function placeCursor(editor: TextEditor, offset: number): void {
  const position = editor.document.positionAt(offset);
  editor.selection = new Selection(position, position);
}

function createChoices(
  { addSourceArguments }: MissingSource,
  { sources, fixes, ignore, version }: Suggestions,
  editor: TextEditor,
  server: Server,
): Choice[] {
  const applying = (edit: TitledEdit['edit']) => async () =>
    (await server.apply(edit, editor.document, version)) ? ('fixed' as const) : ('failed' as const);
  const others: Choice[] = [
    ...(addSourceArguments
      ? [
          {
            label: `$(add) ${l10n.t('New source…')}`,
            run: async () => ((await promptAndAddSource(server, addSourceArguments)) ? 'fixed' : 'again'),
          } as const,
        ]
      : []),
    { label: `$(debug-step-over) ${l10n.t('Skip')}`, run: async () => 'skipped' },
    ...(ignore ? [{ label: ignore.title, run: applying(ignore.edit) }] : []),
  ];
  const separator = { label: '', kind: QuickPickItemKind.Separator };
  return [
    ...sources.map((source): Choice => ({ ...describeSource(source), run: applying(source.edit) })),
    ...fixes.map(({ title, edit }): Choice => ({ label: title, run: applying(edit) })),
    ...(sources.length + fixes.length > 0 ? [separator] : []),
    ...others,
  ];
}

/** Outlet and date; below them the title, and the reason why it stands where it stands. */
function describeSource({ outlet, title, date, isInRegistry, shared }: SourceSuggestion): QuickPickItem {
  const words = shared.slice(0, MAX_SHARED_WORDS).join(', ') + (shared.length > MAX_SHARED_WORDS ? ' …' : '');
  const reason = words === '' ? '' : l10n.t('shares “{0}”', words);
  return {
    label: outlet,
    description: isInRegistry ? date : l10n.t('cited here for that day, not in the registry'),
    detail: [title, reason].filter(Boolean).join(' – '),
  };
}

/** Saves all documents that the answers have changed, so that the brief never cites what only an unsaved registry has. */
async function saveAll(documents: readonly TextDocument[]): Promise<void> {
  const dirty = [...new Set(documents)].filter(({ isDirty, isClosed }) => isDirty && !isClosed);
  // Registries first: a brief that was saved without its registry would cite unknown sources.
  const inOrder = dirty.sort((a, b) => Number(b.languageId === 'yaml') - Number(a.languageId === 'yaml'));
  for (const document of inOrder) {
    if (await document.save()) continue;
    void window.showWarningMessage(l10n.t('{0} could not be saved.', workspace.asRelativePath(document.uri)));
    return;
  }
}

async function showSummary(fixed: number, server: Server, editor: TextEditor): Promise<void> {
  const remaining = (await missingFrom(0, editor, server)).length;
  const fixedText = fixed === 1 ? l10n.t('1 source fixed.') : l10n.t('{0} sources fixed.', fixed);
  const remainingText =
    remaining === 1 ? l10n.t('1 source still missing.') : l10n.t('{0} sources still missing.', remaining);
  const statusText = remaining === 0 ? l10n.t('No source is missing in this brief.') : remainingText;
  void window.showInformationMessage(fixed > 0 ? `${fixedText} ${statusText}` : statusText);
}
