/** In which file a new entry belongs. */
import { inlineRegistry } from '../../workspace/index/briefFacts.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { EntryKind } from './addEntries.ts';

/** A file for new entries; `exists` is false for one that is to be made. */
export interface Home {
  readonly uri: string;
  readonly exists: boolean;
  /** The list in the front matter of a brief. */
  readonly isBrief?: boolean;
}

const FILE_NAME: Readonly<Record<EntryKind, string>> = {
  source: 'sources.yaml',
  entity: 'entities.yaml',
  type: 'entities.yaml',
};

/**
 * Where a new entry of this kind goes that is wanted in the file `uri`. The registry that holds such entries, of several
 * the nearest: in the same folder, in one above, anywhere. Else one that has the name for it, though it holds none; else
 * the front matter of the brief, if it has a list; else a new file beside the other registry or the brief itself, or in
 * the first of `folders` when the brief is not saved anywhere yet. Undefined when there is no place at all.
 */
export function homeFor(
  kind: EntryKind,
  uri: string,
  workspace: Workspace,
  folders: readonly string[],
): Home | undefined {
  const near = [...workspace.registries]
    .map(([file, registry]) => ({ file, registry, away: distance(uri, file) }))
    .sort((a, b) => a.away - b.away || (a.file < b.file ? -1 : 1));
  const list = { source: 'sources', entity: 'entities', type: 'types' } as const;
  const found =
    near.find(({ registry }) => registry[list[kind]].length > 0) ??
    near.find(({ registry }) => (kind === 'source' ? registry.declaresSources : registry.declaresEntities)) ??
    near.find(({ file }) => isNamedFor(kind, file));
  if (found) return { uri: found.file, exists: true };
  const brief = workspace.brief(uri);
  const inline = brief && inlineRegistry(brief);
  if (inline && (kind === 'source' ? inline.declaresSources : inline.declaresEntities))
    return { uri, exists: true, isBrief: true };
  const beside = near[0]?.file ?? (uri.startsWith('untitled:') ? undefined : uri);
  const folder = beside === undefined ? folders[0]?.replace(/\/$/, '') : folderOf(beside);
  return folder === undefined ? undefined : { uri: `${folder}/${FILE_NAME[kind]}`, exists: false };
}

/** The name of a file without its folder, as people read it. */
export function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

function isNamedFor(kind: EntryKind, uri: string): boolean {
  return (kind === 'source' ? /(?:^|[./])sources\.ya?ml$/i : /(?:^|[./])entities\.ya?ml$/i).test(uri);
}

/** 0 for the file itself, then the folders up to the one it is in; anything else is further. */
function distance(from: string, to: string): number {
  if (from === to) return 0;
  const [here, there] = [folderOf(from).split('/'), folderOf(to).split('/')];
  const shared = there.findIndex((name, index) => name !== here[index]);
  if (shared < 0) return 1 + here.length - there.length;
  return 1000 + here.length + there.length - 2 * shared;
}
