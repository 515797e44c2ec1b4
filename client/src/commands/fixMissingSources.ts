import { l10n, type QuickPickItem, type TextEditor, window } from 'vscode';
import type { MissingSource } from '../../../server/src/protocol/commands';
import { activeBrief, uriOf } from '../support/activeBrief';
import { selectAndReveal, toRange } from '../support/ask';
import { promptAndAddSource } from './addSource';
import type { ClientCommand, Server } from './command';

interface Choice extends QuickPickItem {
  /** Applies the choice; resolves to `again` if the user went back. */
  readonly run: () => Promise<'fixed' | 'skipped' | 'again' | 'failed'>;
}

/** Walks through the missing sources of a brief. Each step requests the list again, because each step changes the text. */
export const fixMissingSources: ClientCommand = {
  id: 'briefmark.fixMissingSources',
  title: 'Fix Missing Sources…',
  enablement: 'editorLangId == brief',
  menus: [
    {
      menu: 'editor/context',
      when: 'editorLangId == brief && !editorHasSelection && !editorReadonly',
      group: '1_modification@91',
    },
  ],
  async run({ server }) {
    const editor = activeBrief();
    if (!editor) return;
    const counts = { fixed: 0, skipped: 0 };
    let minOffset = 0;
    for (;;) {
      const answer = await server.ask('briefmark.server.missingSources', { uri: uriOf(editor) });
      const remaining = (answer?.missing ?? []).filter(
        ({ range }) => editor.document.offsetAt(toRange(range).start) >= minOffset,
      );
      const [missing] = remaining;
      if (!answer || !missing) break;
      const range = toRange(missing.range);
      selectAndReveal(editor, range);
      const position = counts.fixed + counts.skipped + 1;
      const title = l10n.t('Missing source {0} of {1}: {2}', position, position + remaining.length - 1, missing.text);
      const choice = await window.showQuickPick(createChoices(missing, answer.version, editor, server), {
        title,
        placeHolder: missing.sentence,
        ignoreFocusOut: true,
      });
      if (!choice) break;
      const result = await choice.run();
      if (result === 'failed') break;
      if (result === 'again') continue;
      counts[result]++;
      // A fixed citation keeps its start; the next missing source starts later.
      minOffset = editor.document.offsetAt(range.start) + 1;
    }
    await showSummary(counts.fixed, server, editor);
  },
};

function createChoices(
  { fixes, addSourceArguments }: MissingSource,
  version: number,
  editor: TextEditor,
  server: Server,
): Choice[] {
  const fixChoices = fixes.map(
    ({ title, edit }): Choice => ({
      label: title,
      run: async () => ((await server.apply(edit, editor.document, version)) ? 'fixed' : 'failed'),
    }),
  );
  // Ignoring the finding is the last fix, and is the last row here, too.
  const ignore = fixChoices.splice(-1);
  return [
    ...fixChoices,
    ...(addSourceArguments
      ? [
          {
            label: `$(add) ${l10n.t('New source…')}`,
            run: async () => ((await promptAndAddSource(server, addSourceArguments)) ? 'fixed' : 'again'),
          } as const,
        ]
      : []),
    { label: `$(debug-step-over) ${l10n.t('Skip')}`, run: async () => 'skipped' },
    ...ignore,
  ];
}

async function showSummary(fixed: number, server: Server, editor: TextEditor): Promise<void> {
  const remaining = (await server.ask('briefmark.server.missingSources', { uri: uriOf(editor) }))?.missing.length ?? 0;
  const fixedText = fixed === 1 ? l10n.t('1 source fixed.') : l10n.t('{0} sources fixed.', fixed);
  const remainingText =
    remaining === 1 ? l10n.t('1 source still missing.') : l10n.t('{0} sources still missing.', remaining);
  const statusText = remaining === 0 ? l10n.t('No source is missing in this brief.') : remainingText;
  void window.showInformationMessage(fixed > 0 ? `${fixedText} ${statusText}` : statusText);
}
