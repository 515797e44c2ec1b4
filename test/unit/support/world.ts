/** What tests of features share: one casebook, one cursor mark, one feature context, one way to apply changes. */
import { expect } from 'vitest';
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Change } from '../../../server/src/edits/change.ts';
import type { ParsedFile } from '../../../server/src/features/cursor/symbolAt.ts';
import { type FeatureContext, type OpenFile, toRange } from '../../../server/src/features/feature.ts';
import type { CheckSettings } from '../../../server/src/rules/engine/settings.ts';
import type { Workspace } from '../../../server/src/workspace/workspace.ts';
import { type Fixture, type FixtureFile, type FixtureOptions, parseFixture, workspaceOf } from './fixture.ts';
import { revisionsIn } from './revisions.ts';

/** Registries with what features meet: aliases, a name of two entities, an own type, an outlet with several reports. */
export const CASEBOOK = `--- entities.yaml
types:
  - { id: operation, name: Operation, extends: event }
entities:
  - { id: is, type: group, name: Islamic State, aliases: [IS] }
  - id: iskp
    type: group
    name: Islamic State in Khorasan Province
    aliases: [ISKP, IS-K]
    description: A branch.
    part_of: is
    wikidata: Q20734166
  - { id: kabul, type: place, name: Kabul }
  - { id: georgia-country, type: place, name: Georgia }
  - { id: georgia-state, type: place, name: Georgia }
  - { id: resolve, type: operation, name: Inherent Resolve }
  - { id: rferl, type: media, name: Radio Free Europe/Radio Liberty, aliases: [RFE/RL, Радио Свобода], reliability: B }
  - { id: tass, type: media, name: TASS }
  - { id: toi, type: media, name: Times of India }
  - { id: salaam, type: org, name: al-Salaam }
  - { id: han, type: org, name: 军民融合办 }
--- sources.yaml
references:
  - { id: rferl-old, title: Elections, container-title: RFE/RL, issued: 2019-05-01 }
  - id: rferl-2021-09-05
    title: Pilots leave
    container-title: RFE/RL
    issued: 2021-09-05
    URL: https://example.org/pilots
    custom: { credibility: 2, archive: "https://example.org/kept" }
  - { id: tass-a, container-title: TASS, title: One, issued: 2021-09-22 }
  - { id: tass-b, container-title: TASS, title: Two, issued: 2021-09-22 }
  - { id: nikkei-1, container-title: Nikkei, title: Markets, issued: 2021-08-31 }
  - { id: later, container-title: Nikkei, title: Too late, issued: 2021-10-31 }
`;

/** The front matter of a brief that is later than the reports of the casebook, but for one. */
export const DATED = '---\ndate: 2021-09-24\n---\n\n';

/** The text without its `|`, and where they were: the cursor, or the start and the end of a selection. */
export function withCursor(marked: string): { text: string; offset: number; end: number } {
  const offset = marked.indexOf('|');
  expect(offset, 'The text has no cursor.').toBeGreaterThanOrEqual(0);
  const last = marked.lastIndexOf('|');
  return { text: marked.replaceAll('|', ''), offset, end: last === offset ? offset : last - 1 };
}

export interface CursorFixture {
  readonly files: readonly FixtureFile[];
  readonly workspace: Workspace;
  /** The file the cursor is in. */
  readonly uri: string;
  readonly file: ParsedFile;
  readonly offset: number;
}

/** A fixture with a cursor: the first `|` in it, which is removed. Carets count columns without it. */
export function parseWithCursor(fixture: string, options?: FixtureOptions): CursorFixture {
  const marked: Fixture = parseFixture(fixture.replace('|', '\uE000'), options);
  const index = marked.files.findIndex(({ text }) => text.includes('\uE000'));
  const { files } = parseFixture(fixture.replace('|', ''), options);
  const { uri } = files[index]!;
  const workspace = workspaceOf({ files });
  return {
    files,
    workspace,
    uri,
    file: parsedFileOf(workspace, uri),
    offset: marked.files[index]!.text.indexOf('\uE000'),
  };
}

/** The value of a file that is open. */
export function parsedFileOf(workspace: Workspace, uri: string): ParsedFile {
  const registry = workspace.registries.get(uri);
  return registry ? { kind: 'registry', value: registry } : { kind: 'brief', value: workspace.brief(uri)! };
}

/** The version of open documents: none that a test has by accident. */
const VERSION = 7;

export interface World {
  readonly files: readonly FixtureFile[];
  /** Holds the files when absent, the briefs open. */
  readonly workspace?: Workspace;
  /** What differs from the default settings. */
  readonly settings?: Partial<CheckSettings>;
}

/** What features see of the files: briefs are open, registries closed, all is indexed. The client can do nothing special. */
export function createContext({ files, workspace = workspaceOf({ files }), settings }: World): FeatureContext {
  const documents = new Map(files.map(({ uri, text }) => [uri, TextDocument.create(uri, 'brief', VERSION, text)]));
  const open = (uri: string): OpenFile | undefined => {
    const [document, value] = [documents.get(uri), workspace.brief(uri)];
    return document && value && { kind: 'brief', document, value };
  };
  return {
    workspace,
    client: {},
    clientCommands: new Set(),
    spellingOf: (uri) => uri,
    folders: ['file:///'],
    revisionOf: revisionsIn(workspace, settings),
    isInFolder: () => true,
    ruleUrl: () => undefined,
    open,
    versionOf: (uri) => open(uri)?.document.version ?? null,
    yieldIfDue: () => undefined,
    whenIndexed: async () => {},
    read: async (uri) => documents.get(uri)?.getText(),
    rangeIn: (uri, span) => toRange(documents.get(uri) ?? TextDocument.create(uri, 'brief', VERSION, ''), span),
    problemsIn: () => undefined,
    checkSoon: () => {},
    checkAll: async () => ({ files: 0, errors: 0, warnings: 0 }),
    applyEdit: async () => true,
  };
}

/** The text after its changes; checks that they lie inside it and do not overlap. Their URIs are not looked at. */
export function apply(text: string, changes: readonly Pick<Change, 'span' | 'text'>[]): string {
  let after = '';
  let end = 0;
  for (const { span, text: replacement } of [...changes].sort((a, b) => a.span.start - b.span.start)) {
    expect(span.start).toBeGreaterThanOrEqual(end);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    after += text.slice(end, span.start) + replacement;
    end = span.end;
  }
  expect(end).toBeLessThanOrEqual(text.length);
  return after + text.slice(end);
}

/** The texts by URI after changes in any of them. A change of an unknown file fails the test. */
export function applyAll(texts: ReadonlyMap<string, string>, changes: readonly Change[]): Map<string, string> {
  const after = new Map(texts);
  for (const uri of new Set(changes.map((change) => change.uri))) {
    expect(after.has(uri), uri).toBe(true);
    after.set(
      uri,
      apply(
        texts.get(uri)!,
        changes.filter((change) => change.uri === uri),
      ),
    );
  }
  return after;
}

/** Applies an edit to texts by URI, as strictly as an editor may. */
export function applyWorkspaceEdit(
  texts: ReadonlyMap<string, string>,
  edit: WorkspaceEdit,
  versionOf: (uri: string) => number | null,
): Map<string, string> {
  const after = new Map(texts);
  for (const change of edit.documentChanges ?? []) {
    if ('kind' in change) {
      if (change.kind !== 'create') throw new Error(`${change.kind} was not expected.`);
      expect(after.has(change.uri)).toBe(false);
      after.set(change.uri, '');
      continue;
    }
    const { uri, version } = (change as TextDocumentEdit).textDocument;
    expect(version, uri).toBe(versionOf(uri));
    const document = TextDocument.create(uri, 'brief', 1, after.get(uri)!);
    for (const { range } of change.edits) {
      // Positions past the end of a line or of the text would be moved by the document, silently.
      expect(document.positionAt(document.offsetAt(range.start)), uri).toEqual(range.start);
      expect(document.positionAt(document.offsetAt(range.end)), uri).toEqual(range.end);
    }
    const edits = change.edits.map((textEdit) => {
      if (!('newText' in textEdit)) throw new Error('A snippet was not expected.');
      return textEdit;
    });
    // It throws when edits overlap.
    after.set(uri, TextDocument.applyEdits(document, edits));
  }
  return after;
}
