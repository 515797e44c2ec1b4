/** *Annotate…*: the walk on the screen, and those that were left, by brief. */
import { commands, l10n, type TextDocument, type TextEditor, window, workspace } from 'vscode';
import type { WorkspaceEdit as LspEdit } from 'vscode-languageclient';
import type { ServerCommands } from '../../../server/src/protocol/commands';
import { openSession, type Session } from './session';
import { acceptedIn, type KeptWalk, keepWalk, moveAnswers, resumeWalk, startWalk, type Walk } from './walk';

export interface Annotation {
  /** Begins a walk through the brief, or goes on with the one that was left. */
  start(editor: TextEditor): Promise<void>;
  back(): void;
  escape(): void;
  dispose(): void;
}

type Annotate = ServerCommands['briefmark.server.annotate'];

/** The part of the server that a walk needs. */
export interface AnnotationServer {
  ask(command: 'briefmark.server.annotate', params: Annotate['params']): Promise<Annotate['result'] | undefined>;
  apply(edit: LspEdit, document: TextDocument, version: number): Promise<boolean>;
}

export function createAnnotation(server: AnnotationServer): Annotation {
  const kept = new Map<string, KeptWalk>();
  let session: Session | undefined;

  const start = async (editor: TextEditor): Promise<void> => {
    session?.leave();
    const { document } = editor;
    const uri = document.uri.toString();
    const annotations = await server.ask('briefmark.server.annotate', { uri });
    if (!annotations) return;
    if (annotations.version !== document.version) {
      void window.showWarningMessage(l10n.t('The text has changed in the meantime. Try again.'));
      return;
    }
    const before = kept.get(uri);
    const { walk, lost } = before ? resumeWalk(before, annotations) : { walk: startWalk(annotations), lost: 0 };
    if (lost > 0) void window.showWarningMessage(lostText(lost));
    if (walk.candidates.length === 0) {
      kept.delete(uri);
      void window.showInformationMessage(
        l10n.t('Every name that the registries know is tagged here, and no other name was found.'),
      );
      return;
    }
    session = openSession(editor, walk, (end, isEnded) => {
      session = undefined;
      kept.set(uri, keepWalk(end));
      void (isEnded ? finish(document, end) : offerToGoOn(editor, end));
    });
  };

  /** Tags what was accepted. The walk is kept unless that is done. */
  const finish = async (document: TextDocument, walk: Walk): Promise<void> => {
    const uri = document.uri.toString();
    const accepted = acceptedIn(walk);
    if (accepted.length === 0) {
      kept.delete(uri);
      return void window.showInformationMessage(l10n.t('No mention was accepted, so nothing is tagged.'));
    }
    try {
      const answer = await server.ask('briefmark.server.annotate', { uri, accepted, version: walk.version });
      if (!answer?.edit) return;
      const walkHere = kept.get(uri);
      kept.delete(uri);
      if (await server.apply(answer.edit, document, walk.version)) {
        const { tagged = 0, added = 0, left = 0 } = answer;
        const text = taggedText(tagged, added);
        void (left > 0 ? window.showWarningMessage(`${text} ${leftText(left)}`) : window.showInformationMessage(text));
      } else if (walkHere) kept.set(uri, walkHere);
    } catch (error) {
      void window.showWarningMessage(error instanceof Error ? error.message : String(error));
    }
  };

  const offerToGoOn = async (editor: TextEditor, walk: Walk): Promise<void> => {
    const accepted = acceptedIn(walk).length;
    if (accepted === 0) return;
    const goOn = l10n.t('Continue');
    const text =
      accepted === 1
        ? l10n.t('1 accepted mention is kept until you call “Annotate…” again.')
        : l10n.t('{0} accepted mentions are kept until you call “Annotate…” again.', accepted);
    if ((await window.showInformationMessage(text, goOn)) !== goOn) return;
    await start(await window.showTextDocument(editor.document));
  };

  const changes = workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    const uri = document.uri.toString();
    if (contentChanges.length === 0) return;
    // The candidates are those of the text before.
    if (session?.editor.document === document) session.leave();
    const walk = kept.get(uri);
    if (walk) kept.set(uri, moveAnswers(walk, contentChanges));
  });
  return {
    start,
    back: () => session?.back(),
    // The key arrives here, too, in a list that took the place of ours before VS Code knew.
    escape: () => (session ? session.escape() : void commands.executeCommand('workbench.action.closeQuickOpen')),
    dispose() {
      changes.dispose();
      session?.leave();
    },
  };
}

function taggedText(tagged: number, added: number): string {
  const tags = tagged === 1 ? l10n.t('Tagged 1 mention.') : l10n.t('Tagged {0} mentions.', tagged);
  const entries =
    added === 0
      ? ''
      : added === 1
        ? l10n.t('Added 1 entity to the registry.')
        : l10n.t('Added {0} entities to the registry.', added);
  return [tags, entries, l10n.t('One undo takes all of it back.')].filter(Boolean).join(' ');
}

function leftText(left: number): string {
  return left === 1
    ? l10n.t('1 mention is left as it is: with its tag, a citation would be read otherwise.')
    : l10n.t('{0} mentions are left as they are: with their tags, a citation would be read otherwise.', left);
}

function lostText(lost: number): string {
  return lost === 1
    ? l10n.t('1 accepted mention is dropped, because its words have changed.')
    : l10n.t('{0} accepted mentions are dropped, because their words have changed.', lost);
}
