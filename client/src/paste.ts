/** Paste and drop that keep sources: the server turns what was copied from a page or a document into prose with links and notes. */
import {
  type DataTransfer,
  type Disposable,
  DocumentDropEdit,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  l10n,
  languages,
  Range,
  type TextDocument,
  WorkspaceEdit,
} from 'vscode';
import type { WorkspaceEdit as LspEdit } from 'vscode-languageclient';
import type { PastedForm } from '../../server/src/protocol/import';
import type { Server } from './commands/command';

/** VS Code adds this to what is copied in an editor. */
const EDITOR_DATA = 'vscode-editor-data';
const MIME_TYPES = ['text/html', 'text/plain'];
const selector = { language: 'brief' };

/** What paste and drop need of the server. */
interface PasteServer {
  readonly request: Server['request'];
  /** An edit of the server as VS Code's. */
  readonly toEdit: (edit: LspEdit) => Promise<WorkspaceEdit>;
}

/** An edit as paste and drop make it. */
interface SourcesEdit {
  readonly text: string;
  readonly title: string;
  readonly additional: WorkspaceEdit | undefined;
}

/** Registers both. `editor.pasteAs` and the button beside what was pasted choose another form, such as plain text. */
export function registerPaste(server: PasteServer): Disposable[] {
  const kind = DocumentDropOrPasteEditKind.Empty.append('briefmark', 'sources');
  const paste = languages.registerDocumentPasteEditProvider(
    selector,
    {
      async provideDocumentPasteEdits(document, ranges, transfer) {
        const [range] = ranges;
        // With several cursors, notes and entries would be inserted several times.
        if (!range || ranges.length > 1) return undefined;
        const edits = await createEdits(document, range, transfer, server);
        return edits.map(({ text, title, additional }) => {
          const pasted = new DocumentPasteEdit(text, title, kind);
          if (additional) pasted.additionalEdit = additional;
          return pasted;
        });
      },
    },
    { providedPasteEditKinds: [kind], pasteMimeTypes: MIME_TYPES },
  );
  const drop = languages.registerDocumentDropEditProvider(
    selector,
    {
      async provideDocumentDropEdits(document, position, transfer) {
        const edits = await createEdits(document, new Range(position, position), transfer, server);
        return edits.map(({ text, title, additional }) => {
          const dropped = new DocumentDropEdit(text, title, kind);
          if (additional) dropped.additionalEdit = additional;
          return dropped;
        });
      },
    },
    { dropMimeTypes: MIME_TYPES, providedDropEditKinds: [kind] },
  );
  return [paste, drop];
}

async function createEdits(
  document: TextDocument,
  range: Range,
  transfer: DataTransfer,
  server: PasteServer,
): Promise<SourcesEdit[]> {
  if (transfer.get(EDITOR_DATA)) return [];
  const [html, text] = await Promise.all(MIME_TYPES.map((type) => transfer.get(type)?.asString()));
  const params = {
    uri: document.uri.toString(),
    ...(html !== undefined && { html }),
    ...(text !== undefined && { text }),
    replaced: document.getText(range),
  };
  // Without a server it is pasted as plain text.
  const answer = await server.request('briefmark/paste', params).catch(() => null);
  return Promise.all((answer?.forms ?? []).map((form) => createEdit(form, document, range, server)));
}

async function createEdit(
  { kind, text, notes, edit }: PastedForm,
  document: TextDocument,
  range: Range,
  server: PasteServer,
): Promise<SourcesEdit> {
  const titles = {
    link: l10n.t('Insert as Link'),
    sources: l10n.t('Insert with Sources'),
    registry: l10n.t('Insert with Sources, and Add Them to the Registry'),
    record: l10n.t('Insert as Citation, and Add the Source to the Registry'),
  };
  const additional = edit && (await server.toEdit(edit));
  const title = titles[kind];
  if (notes === '') return { text, title, additional };
  const end = document.lineAt(document.lineCount - 1).rangeIncludingLineBreak.end;
  const behind = document.getText(new Range(range.end, end));
  if (behind.trim() === '') return { text: `${text}\n\n${notes}`, title, additional };
  const withNotes = additional ?? new WorkspaceEdit();
  // Notes stand at the end of a brief: after the pasted words they would take the rest of the line in.
  withNotes.insert(document.uri, end, `${behind.endsWith('\n') ? '\n' : '\n\n'}${notes}\n`);
  return { text, title, additional: withNotes };
}
