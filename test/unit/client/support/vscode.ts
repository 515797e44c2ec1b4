/**
 * The part of `vscode` that the client's view code uses, as plain objects: vitest resolves the import of `vscode` to this
 * file. `editor` is what tests set and look at; `resetEditor` makes it new.
 */
import { vi } from 'vitest';
import { URI, Utils } from 'vscode-uri';

/** What a test sees of the editor, and what it can change. */
function createEditor() {
  return {
    activeTextEditor: undefined as { document: FakeDocument; selection?: unknown } | undefined,
    visibleTextEditors: [] as FakeTextEditor[],
    /** What each extension exports, by its id. */
    extensions: new Map<string, unknown>(),
    /** By URI. */
    documents: new Map<string, FakeDocument>(),
    statusBarItem: undefined as Record<string, unknown> | undefined,
    languageStatusItem: undefined as Record<string, unknown> | undefined,
    /** The rows of the tree views, by id. */
    treeProviders: new Map<
      string,
      { getChildren(row?: unknown): Promise<unknown[]>; getTreeItem(row: unknown): TreeItem }
    >(),
    executeCommand: vi.fn(async (_command: string, ..._args: unknown[]): Promise<unknown> => undefined),
    showQuickPick: vi.fn(async (_items: readonly { label: string }[]): Promise<unknown> => undefined),
    showSaveDialog: vi.fn(async (_options: { defaultUri?: URI }): Promise<unknown> => undefined),
    showOpenDialog: vi.fn(async (_options: object): Promise<unknown> => undefined),
    showWarningMessage: vi.fn(async (_message: string, ..._items: unknown[]): Promise<unknown> => undefined),
    showTextDocument: vi.fn(async (_document: unknown, _options: unknown): Promise<unknown> => undefined),
    /** The list that is open. */
    picker: undefined as FakeQuickPick | undefined,
    showInformationMessage: vi.fn(async (_message: string, ..._items: string[]): Promise<unknown> => undefined),
    showInputBox: vi.fn(async (_options: object): Promise<string | undefined> => undefined),
    /** What `workspace.applyEdit` answers; false leaves everything as it is. */
    appliesEdits: true,
    settings: new Map<string, unknown>(),
    /** The threads of comments that are shown. */
    threads: [] as FakeThread[],
    /** The paths of the files that exist. */
    existing: new Set<string>(),
    findFiles: vi.fn(async (_include: unknown, _exclude: unknown, _max?: number): Promise<URI[]> => []),
    writeFile: vi.fn(async (_uri: unknown, _content: unknown): Promise<void> => {}),
    /** The tools for language models, by name. */
    tools: new Map<string, { invoke(options: { input: object }): Promise<unknown> }>(),
    onDidChangeActiveTextEditor: new EventEmitter<void>(),
    onDidChangeConfiguration: new EventEmitter<{ affectsConfiguration(section: string): boolean }>(),
    workspaceFolders: [] as { uri: URI }[],
    /** What the disk holds, by path; what others cannot read is absent. */
    files: new Map<string, Uint8Array>(),
    onDidOpenTextDocument: new EventEmitter<FakeDocument>(),
    onDidCloseTextDocument: new EventEmitter<FakeDocument>(),
    /** A file has changed on disk. */
    onDidChangeFile: new EventEmitter<URI>(),
    onDidChangeTextDocument: new EventEmitter<{ document: FakeDocument; contentChanges?: readonly unknown[] }>(),
    onDidChangeTextEditorVisibleRanges: new EventEmitter<{ textEditor: FakeTextEditor; visibleRanges: Range[] }>(),
  };
}

export interface FakeDocument {
  readonly uri: URI;
  readonly languageId: string;
  readonly version: number;
  readonly lineCount: number;
  readonly isClosed: boolean;
  isDirty: boolean;
  positionAt(offset: number): Position;
  getText(): string;
  save(): Promise<boolean>;
  /** Writes over a part of the text. */
  replace(start: number, end: number, text: string): void;
}

/** A thread of comments as VS Code keeps it. */
export interface FakeThread {
  readonly uri: URI;
  range: Range | undefined;
  comments: readonly { body: unknown; mode: number; author: { name: string } }[];
  collapsibleState?: number;
  label?: string;
  contextValue?: string;
  state?: number;
  dispose(): void;
}

export interface FakeTextEditor {
  readonly document: FakeDocument;
  readonly viewColumn: ViewColumn;
  readonly visibleRanges: readonly Range[];
  readonly revealRange: (range: Range) => void;
}

export class Disposable {
  readonly #parts: readonly { dispose(): unknown }[];
  constructor(...parts: readonly { dispose(): unknown }[]) {
    this.#parts = parts;
  }
  static from(...parts: readonly { dispose(): unknown }[]): Disposable {
    return new Disposable(...parts);
  }
  dispose(): void {
    for (const part of this.#parts) part.dispose();
  }
}

/** A listener list, as extensions make them. */
export class EventEmitter<T> {
  readonly #listeners = new Set<(value: T) => unknown>();
  readonly event = (listener: (value: T) => unknown) => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };
  fire(value: T): void {
    for (const listener of [...this.#listeners]) listener(value);
  }
  get listenerCount(): number {
    return this.#listeners.size;
  }
}

interface FakeItem {
  readonly label: string;
}

/** A list as VS Code shows it: what a person does with it are its methods. */
export class FakeQuickPick {
  items: readonly FakeItem[] = [];
  activeItems: readonly FakeItem[] = [];
  selectedItems: readonly FakeItem[] = [];
  title = '';
  value = '';
  isShown = false;
  readonly #value = new EventEmitter<string>();
  readonly #accept = new EventEmitter<void>();
  readonly #hide = new EventEmitter<void>();
  readonly #active = new EventEmitter<readonly FakeItem[]>();
  readonly #button = new EventEmitter<unknown>();
  readonly onDidChangeValue = this.#value.event;
  readonly onDidAccept = this.#accept.event;
  readonly onDidHide = this.#hide.event;
  readonly onDidChangeActive = this.#active.event;
  readonly onDidTriggerButton = this.#button.event;
  show(): void {
    this.isShown = true;
  }
  dispose(): void {
    this.goElsewhere();
  }
  /** Types letters, one event each. The extension empties the box only after them. */
  type(letters: string): void {
    let typed = '';
    for (const letter of letters) {
      typed += letter;
      this.value = typed;
      this.#value.fire(typed);
    }
    this.#value.fire(this.value);
  }
  /** Goes to a row with the arrow keys, or the editor marks one because of the filter. */
  mark(label: string): void {
    this.activeItems = this.items.filter((item) => item.label === label);
    this.#active.fire(this.activeItems);
  }
  goBack(): void {
    this.#button.fire(QuickInputButtons.Back);
  }
  /** Presses Enter on the first row, or on the one with this label. */
  enter(label?: string): void {
    const row = label === undefined ? this.items[0] : this.items.find((item) => item.label === label);
    this.selectedItems = row ? [row] : [];
    this.#accept.fire();
  }
  /** A click beside the list, or another list, closes it. */
  goElsewhere(): void {
    if (!this.isShown) return;
    this.isShown = false;
    this.#hide.fire();
  }
}

export let editor = createEditor();

/** To be called before each test. */
export function resetEditor(): void {
  editor = createEditor();
}

export const Uri = {
  parse: (text: string) => URI.parse(text),
  file: (path: string) => URI.file(path),
  joinPath: (uri: URI, ...parts: string[]) => Utils.joinPath(uri, ...parts),
};

export class Position {
  readonly line: number;
  readonly character: number;
  constructor(line: number, character: number) {
    this.line = line;
    this.character = character;
  }
  translate(lines: number, characters: number): Position {
    return new Position(this.line + lines, this.character + characters);
  }
}

export class Range {
  readonly start: Position;
  readonly end: Position;
  constructor(...args: [start: Position, end: Position] | [number, number, number, number]) {
    const [a, b, c, d] = args;
    this.start = a instanceof Position ? a : new Position(a as number, b as number);
    this.end = b instanceof Position ? b : new Position(c as number, d as number);
  }
  isEqual(other: Range): boolean {
    return JSON.stringify(this) === JSON.stringify(other);
  }
}

export class Selection extends Range {}

export class ThemeColor {
  readonly id: string;
  constructor(id: string) {
    this.id = id;
  }
}

export class ThemeIcon {
  readonly id: string;
  readonly color: ThemeColor | undefined;
  constructor(id: string, color?: ThemeColor) {
    this.id = id;
    this.color = color;
  }
}

/** Text is appended as it is: what VS Code escapes is its own matter. */
export class MarkdownString {
  value = '';
  isTrusted: unknown;
  appendText(text: string): this {
    this.value += text;
    return this;
  }
  appendMarkdown(text: string): this {
    this.value += text;
    return this;
  }
  toString(): string {
    return this.value;
  }
}

export class TreeItem {
  label: unknown;
  collapsibleState: number | undefined;
  constructor(label: unknown, collapsibleState?: number) {
    this.label = label;
    this.collapsibleState = collapsibleState;
  }
}

export class CompletionItem {
  readonly label: string;
  filterText?: string;
  range?: Range;
  constructor(label: string) {
    this.label = label;
  }
}

export class CompletionList {
  readonly items: CompletionItem[];
  readonly isIncomplete: boolean;
  constructor(items: CompletionItem[] = [], isIncomplete = false) {
    this.items = items;
    this.isIncomplete = isIncomplete;
  }
}

export const QuickInputButtons = { Back: { tooltip: 'Back' } };
export const QuickPickItemKind = { Separator: -1, Default: 0 };
export const ProgressLocation = { Window: 10 };
export const FileType = { File: 1, Directory: 2, SymbolicLink: 64 };
export class RelativePattern {
  readonly baseUri: URI;
  readonly pattern: string;
  constructor(baseUri: URI, pattern: string) {
    this.baseUri = baseUri;
    this.pattern = pattern;
  }
}

export class FileSystemError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Changes of documents, and new files. */
export class WorkspaceEdit {
  readonly replaced: { uri: URI; range: Range; text: string }[] = [];
  readonly created: { uri: URI; text: string }[] = [];
  replace(uri: URI, range: Range, text: string): void {
    this.replaced.push({ uri, range, text });
  }
  createFile(uri: URI, { contents }: { contents: Uint8Array }): void {
    this.created.push({ uri, text: new TextDecoder().decode(contents) });
  }
}

export const CommentMode = { Editing: 0, Preview: 1 };
export const CommentThreadCollapsibleState = { Collapsed: 0, Expanded: 1 };
export const CommentThreadState = { Unresolved: 0, Resolved: 1 };
export const comments = {
  createCommentController: () => ({
    createCommentThread(uri: URI, range: Range, all: FakeThread['comments']): FakeThread {
      const dispose = () => void editor.threads.splice(editor.threads.indexOf(thread), 1);
      const thread: FakeThread = { uri, range, comments: all, dispose };
      editor.threads.push(thread);
      return thread;
    },
    dispose: () => {},
  }),
};

/** As in VS Code, where they are one less than in LSP. */
export const SymbolKind = { String: 14, Array: 17, Constant: 13, Event: 23, Interface: 10, Null: 20 };
export class DocumentSymbol {
  children: DocumentSymbol[] = [];
  readonly name: string;
  readonly kind: number;
  constructor(name: string, _: string, kind: number) {
    this.name = name;
    this.kind = kind;
  }
}

export const TreeItemCollapsibleState = { None: 0, Collapsed: 1, Expanded: 2 };
export const StatusBarAlignment = { Left: 1, Right: 2 };
export const LanguageStatusSeverity = { Information: 0, Warning: 1, Error: 2 };
export const TextEditorRevealType = { Default: 0, InCenter: 1, InCenterIfOutsideViewport: 2, AtTop: 3 };
export const ViewColumn = { Active: -1, Beside: -2, One: 1, Two: 2 };
export type ViewColumn = number;

export const env = { language: 'en', openExternal: async () => true };
export const extensions = {
  getExtension: (id: string) =>
    editor.extensions.has(id) ? { activate: async () => editor.extensions.get(id) } : undefined,
};
export const UIKind = { Desktop: 1, Web: 2 };

export const l10n = {
  bundle: undefined,
  t: (text: string, ...values: unknown[]) => text.replace(/\{(\d+)\}/g, (_, index) => String(values[index])),
};

const statusItem = () => {
  const item: Record<string, unknown> = { isShown: false, dispose: () => {} };
  item.show = () => (item.isShown = true);
  item.hide = () => (item.isShown = false);
  return item;
};

export const window = {
  get activeTextEditor() {
    return editor.activeTextEditor;
  },
  get visibleTextEditors() {
    return editor.visibleTextEditors;
  },
  createQuickPick: () => (editor.picker = new FakeQuickPick()),
  createTextEditorDecorationType: () => ({ dispose: () => {} }),
  createStatusBarItem: () => (editor.statusBarItem = statusItem()),
  createTreeView(id: string, { treeDataProvider }: { treeDataProvider: never }) {
    editor.treeProviders.set(id, treeDataProvider);
    return { dispose: () => {} };
  },
  onDidChangeActiveTextEditor: (listener: () => unknown) => editor.onDidChangeActiveTextEditor.event(listener),
  onDidChangeTextEditorVisibleRanges: (listener: never) => editor.onDidChangeTextEditorVisibleRanges.event(listener),
  withProgress: (_options: object, run: () => Promise<unknown>) => run(),
  showInputBox: (options: object) => editor.showInputBox(options),
  showQuickPick: (items: readonly { label: string }[]) => editor.showQuickPick(items),
  showSaveDialog: (options: { defaultUri?: URI }) => editor.showSaveDialog(options),
  showOpenDialog: (options: object) => editor.showOpenDialog(options),
  showWarningMessage: (message: string, ...items: unknown[]) => editor.showWarningMessage(message, ...items),
  showTextDocument: (document: unknown, options: unknown) => editor.showTextDocument(document, options),
  showInformationMessage: (message: string, ...items: string[]) => editor.showInformationMessage(message, ...items),
};

export const lm = {
  registerTool(name: string, tool: never) {
    editor.tools.set(name, tool);
    return { dispose: () => editor.tools.delete(name) };
  },
};

export class LanguageModelTextPart {
  readonly value: string;
  constructor(value: string) {
    this.value = value;
  }
}

export class LanguageModelToolResult {
  readonly content: readonly unknown[];
  constructor(content: readonly unknown[]) {
    this.content = content;
  }
}

export const languages = { createLanguageStatusItem: () => (editor.languageStatusItem = statusItem()) };

export const commands = {
  executeCommand: (command: string, ...args: unknown[]) => editor.executeCommand(command, ...args),
};

export const workspace = {
  /** The only folder is `/casebook`. */
  asRelativePath: ({ path }: URI) => path.replace(/^\/casebook\//, ''),
  onDidChangeTextDocument: (listener: never) => editor.onDidChangeTextDocument.event(listener),
  onDidChangeConfiguration: (listener: never) => editor.onDidChangeConfiguration.event(listener),
  get workspaceFolders() {
    return editor.workspaceFolders;
  },
  onDidOpenTextDocument: (listener: never) => editor.onDidOpenTextDocument.event(listener),
  onDidCloseTextDocument: (listener: never) => editor.onDidCloseTextDocument.event(listener),
  createFileSystemWatcher: () => ({
    onDidCreate: (listener: never) => editor.onDidChangeFile.event(listener),
    onDidChange: () => ({ dispose: () => {} }),
    onDidDelete: () => ({ dispose: () => {} }),
    dispose: () => {},
  }),
  getConfiguration: () => ({ get: (key: string, usual: unknown) => editor.settings.get(key) ?? usual }),
  findFiles: (include: unknown, exclude: unknown, max?: number) => editor.findFiles(include, exclude, max),
  getWorkspaceFolder: () => undefined,
  async applyEdit({ created, replaced }: WorkspaceEdit) {
    if (!editor.appliesEdits) return false;
    for (const { uri, text } of created) {
      addDocument(uri.toString(), { languageId: 'yaml', text });
      editor.existing.add(uri.path);
    }
    for (const { uri, range, text } of replaced) {
      const document = editor.documents.get(uri.toString())!;
      document.replace(range.start.character, range.end.character, text);
      document.isDirty = true;
    }
    return true;
  },
  get textDocuments() {
    return [...editor.documents.values()];
  },
  async openTextDocument(uri: URI) {
    const document = editor.documents.get(uri.toString());
    if (!document) throw new Error(`There is no ${uri}.`);
    return document;
  },
  fs: {
    writeFile: (uri: unknown, content: unknown) => editor.writeFile(uri, content),
    async readFile({ path }: URI) {
      const bytes = editor.files.get(path);
      if (!bytes) throw new FileSystemError('FileNotFound');
      return bytes;
    },
    async readDirectory({ path }: URI) {
      const below = [...editor.files.keys()].filter((file) => file.startsWith(`${path}/`));
      if (below.length === 0) throw new FileSystemError('FileNotFound');
      const names = below.map((file) => file.slice(path.length + 1).split('/'));
      const entries = names.map(([name, ...rest]) => [name, rest.length > 0 ? FileType.Directory : FileType.File]);
      return [...new Map(entries as [string, number][])];
    },
    async stat({ path }: URI) {
      const bytes = editor.files.get(path);
      if (bytes) return { size: bytes.length };
      if (!editor.existing.has(path)) throw new FileSystemError('FileNotFound');
    },
  },
};

/** A document of the workspace that can be opened; its offsets are columns of line 0. */
export function addDocument(
  uri: string,
  { version = 1, languageId = 'brief', lineCount = 100, text = '' } = {},
): FakeDocument {
  let current = text;
  const document = {
    uri: URI.parse(uri),
    languageId,
    version,
    lineCount,
    isClosed: false,
    isDirty: false,
    positionAt: (offset: number) => new Position(0, offset),
    getText: () => current,
    async save() {
      document.isDirty = false;
      return true;
    },
    replace(start: number, end: number, replacement: string) {
      current = current.slice(0, start) + replacement + current.slice(end);
    },
  };
  editor.documents.set(document.uri.toString(), document);
  return document;
}
