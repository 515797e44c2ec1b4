/** In which file a new entry belongs. */
import { frontMatterRegistryOf } from '../../syntax/brief/brief.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { EntryKind } from './addEntries.ts';

/** A file for new entries; `exists` is false for one that is to be made. */
export interface TargetRegistry {
  readonly uri: string;
  readonly exists: boolean;
  /** The list in the front matter of a brief. */
  readonly isBrief?: boolean;
}

const DEFAULT_FILE_NAME: Readonly<Record<EntryKind, string>> = {
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
export function targetRegistryFor(
  kind: EntryKind,
  uri: string,
  workspace: Workspace,
  folders: readonly string[],
): TargetRegistry | undefined {
  const nearestFirst = [...workspace.registries]
    .map(([file, registry]) => ({ file, registry, away: folderDistance(uri, file) }))
    .sort((a, b) => a.away - b.away || (a.file < b.file ? -1 : 1));
  const listNames = { source: 'sources', entity: 'entities', type: 'types' } as const;
  const found =
    nearestFirst.find(({ registry }) => registry[listNames[kind]].length > 0) ??
    nearestFirst.find(({ registry }) => (kind === 'source' ? registry.declaresSources : registry.declaresEntities)) ??
    nearestFirst.find(({ file }) => hasDefaultName(kind, file));
  if (found) return { uri: found.file, exists: true };
  const brief = workspace.brief(uri);
  const inline = brief && frontMatterRegistryOf(brief);
  if (inline && (kind === 'source' ? inline.declaresSources : inline.declaresEntities))
    return { uri, exists: true, isBrief: true };
  const sibling = nearestFirst[0]?.file ?? (uri.startsWith('untitled:') ? undefined : uri);
  const folder = sibling === undefined ? folders[0]?.replace(/\/$/, '') : folderOf(sibling);
  return folder === undefined ? undefined : { uri: `${folder}/${DEFAULT_FILE_NAME[kind]}`, exists: false };
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

function hasDefaultName(kind: EntryKind, uri: string): boolean {
  return (kind === 'source' ? /(?:^|[./])sources\.ya?ml$/i : /(?:^|[./])entities\.ya?ml$/i).test(uri);
}

/** 0 for the file itself, then the folders up to the one it is in; anything else is further. */
function folderDistance(from: string, to: string): number {
  if (from === to) return 0;
  const [fromFolders, toFolders] = [folderOf(from).split('/'), folderOf(to).split('/')];
  const shared = toFolders.findIndex((name, index) => name !== fromFolders[index]);
  if (shared < 0) return 1 + fromFolders.length - toFolders.length;
  return 1000 + fromFolders.length + toFolders.length - 2 * shared;
}
