/** The open documents, read as they change. */
import type { Connection, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit } from '../base/text/span.ts';
import type { OpenFile } from '../features/feature.ts';
import { isBriefName, isConfigName, isRegistryName } from '../protocol/fileNames.ts';
import { isReviewName } from '../protocol/review.ts';
import { readConfig } from '../rules/config/config.ts';
import { type Brief, EMPTY_REGISTRY, type Registry } from '../syntax/ast.ts';
import { readBrief, updateBrief } from '../syntax/brief/brief.ts';
import { readRegistryIfChanged, updateRegistry } from '../syntax/registry/registry.ts';
import { reviewProblems } from '../syntax/review/review.ts';
import { applyChanges } from './changes.ts';
import type { Spellings } from './spellings.ts';

export interface Documents {
  get(uri: string): OpenFile | undefined;
  all(): Iterable<OpenFile>;
  /** A document that is open and none of ours, such as a bibliography. */
  other(uri: string): TextDocument | undefined;
  /** To be called when what is included has changed: opens and closes what has become a brief or is none any more. */
  sort(): void;
}

export interface DocumentListener {
  /** Called for each edit; its offsets refer to the text before it. */
  edited(document: TextDocument, edit: Edit): void;
  /** Called after a document was opened, and after all edits of a message. */
  changed(file: OpenFile): void;
  /** Called when the document is no longer open. */
  closed(file: OpenFile): void;
  /** Called after a document that is none of ours was opened, changed or closed. */
  otherChanged(uri: string): void;
}

/** What the session knows of files. */
export interface KnownFiles {
  /** Whether a document is a file; others are ignored. */
  readonly isSourceFile: (spelling: string) => boolean;
  /** Whether a text file is a brief because a folder includes it. */
  readonly isIncluded: (uri: string) => boolean;
  /** What was read from a registry before, which is used again if the text is the same. */
  readonly registryOf: (uri: string) => Registry | undefined;
  /** The brief of an open document as the registries read it, which an edit updates. */
  readonly briefOf: (uri: string) => Brief | undefined;
}

/** Follows what the editor opens, changes and closes. The URI of a document is the identity of its file. */
export function trackDocuments(
  connection: Connection,
  spellings: Spellings,
  { isSourceFile, isIncluded, registryOf, briefOf }: KnownFiles,
  listener: DocumentListener,
): Documents {
  const files = new Map<string, OpenFile>();
  /** By URI, documents that are none of ours, which may be included later, with the client's spelling. */
  const others = new Map<string, { readonly document: TextDocument; readonly spelling: string }>();

  /** By spelling, documents of files that are open under another spelling, whose text counts until it is closed. */
  const waiting = new Map<string, TextDocument>();

  const open = (spelling: string, languageId: string, version: number, text: string) => {
    const uri = spellings.open(spelling);
    const document = TextDocument.create(uri ?? spelling, languageId, version, text);
    if (uri === undefined) return void waiting.set(spelling, document);
    waiting.delete(spelling);
    take(document, spelling);
  };
  const take = (document: TextDocument, spelling: string) => {
    const { uri } = document;
    const file = readDocument(document, spelling, isIncluded(uri), registryOf(uri));
    if (!file) {
      others.set(uri, { document, spelling });
      return listener.otherChanged(uri);
    }
    others.delete(uri);
    files.set(uri, file);
    listener.changed(file);
  };

  connection.onDidOpenTextDocument(({ textDocument: { uri: spelling, languageId, version, text } }) => {
    if (isSourceFile(spelling)) open(spelling, languageId, version, text);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri: spelling, version }, contentChanges }) => {
    const uri = spellings.identityOf(spelling);
    const opened = files.get(uri);
    const before = opened?.kind === 'brief' ? { ...opened, value: briefOf(uri) ?? opened.value } : opened;
    const unread = waiting.get(spelling) ?? others.get(uri)?.document;
    if (unread) TextDocument.update(unread, contentChanges, version);
    if (!before) return listener.otherChanged(uri);
    const file = updateFile(before, contentChanges, version, listener);
    files.set(uri, file);
    listener.changed(file);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri: spelling } }) => {
    const uri = spellings.identityOf(spelling);
    const file = files.get(uri);
    if (others.delete(uri)) listener.otherChanged(uri);
    if (file) {
      files.delete(file.document.uri);
      listener.closed(file);
    }
    spellings.close(spelling);
    waiting.delete(spelling);
    for (const [other, document] of [...waiting])
      open(other, document.languageId, document.version, document.getText());
  });
  return {
    get: (uri) => files.get(uri),
    all: () => files.values(),
    other: (uri) => others.get(uri)?.document,
    sort() {
      for (const { document, spelling } of [...others.values()]) take(document, spelling);
      for (const file of [...files.values()]) {
        const { document } = file;
        const spelling = spellings.spellingOf(document.uri);
        if (file.kind !== 'brief' || isOwnBrief(document, spelling) || isIncluded(document.uri)) continue;
        files.delete(document.uri);
        others.set(document.uri, { document, spelling });
        listener.closed(file);
      }
    },
  };
}

/** `name` is the URI as the client spells it: a link may have another name than the file. */
function readDocument(
  document: TextDocument,
  name: string,
  isIncluded: boolean,
  previous: Registry | undefined,
): OpenFile | undefined {
  if (isConfigName(name) || isRegistryName(name)) return readYaml(document, isConfigName(name), previous);
  if (isReviewName(name)) return readReviewFile(document);
  if (!isOwnBrief(document, name) && !isIncluded) return undefined;
  return { kind: 'brief', document, value: readBrief(document.getText(), name) };
}

/** Whether a document is a brief by its language or its name. */
function isOwnBrief({ languageId }: TextDocument, name: string): boolean {
  return languageId === 'brief' || isBriefName(name);
}

function readYaml(document: TextDocument, isConfig: boolean, previous?: Registry): OpenFile {
  const text = document.getText();
  if (!isConfig) return { kind: 'registry', document, value: readRegistryIfChanged(text, previous) };
  const config = readConfig(text);
  return { kind: 'registry', document, value: config.registry, config };
}

/** A review, as a registry without definitions, so that its problems are reported like those of registries. */
function readReviewFile(document: TextDocument): OpenFile {
  const problems = reviewProblems(document.getText());
  return { kind: 'registry', document, value: { ...EMPTY_REGISTRY, problems }, isReview: true };
}

/** The document after the changes of one message. */
function updateFile(
  before: OpenFile,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
  listener: DocumentListener,
): OpenFile {
  const { document } = before;
  let file = before;
  for (const edit of applyChanges(document, changes, version)) {
    listener.edited(document, edit);
    const text = document.getText();
    if (file.kind === 'brief') file = { ...file, value: updateBrief(file.value, text, edit) };
    else if (!file.config && !file.isReview) file = { ...file, value: updateRegistry(file.value, text, edit) };
  }
  if (file.kind === 'registry' && file.isReview) return readReviewFile(document);
  return file.kind === 'registry' && file.config ? readYaml(document, true) : file;
}
