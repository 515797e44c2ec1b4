import type { ParsedFile } from '../../../server/src/features/cursor/symbolAt.ts';
import type { Workspace } from '../../../server/src/workspace/workspace.ts';
import { type Fixture, type FixtureFile, type FixtureOptions, parseFixture, workspaceOf } from './fixture.ts';

export interface CursorFixture {
  readonly files: readonly FixtureFile[];
  readonly workspace: Workspace;
  /** The file the cursor is in. */
  readonly uri: string;
  readonly file: ParsedFile;
  readonly offset: number;
}

/** A fixture with a cursor: the first `|` in it, which goes away. Carets count columns without it. */
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
