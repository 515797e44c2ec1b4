/** The file that a new entry belongs in. */
import { frontMatterRegistryOf } from '../../syntax/brief/brief.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { EntryKind } from './addEntries.ts';

/** A file for new entries; `exists` is false if it has to be created. */
export interface TargetRegistry {
  readonly uri: string;
  readonly exists: boolean;
  /** Whether the entries go into the front matter of a brief. */
  readonly isBrief?: boolean;
}

/** The name of a registry that is created for entries of a kind. */
export const DEFAULT_FILE_NAME: Readonly<Record<EntryKind, string>> = {
  source: 'sources.yaml',
  entity: 'entities.yaml',
  type: 'entities.yaml',
};

/**
 * The file for a new entry of this kind that the file `uri` refers to. In order of preference: the nearest registry with
 * such entries (same folder, a folder above, anywhere), with an empty list of them, or with the default name; the front
 * matter of the brief, if it has a list; a new file beside the nearest registry, else beside the brief, else, for an
 * unsaved brief, in the first of `folders`. Undefined if there is none of these.
 */
export function targetRegistryFor(
  kind: EntryKind,
  uri: string,
  workspace: Workspace,
  folders: readonly string[],
): TargetRegistry | undefined {
  const nearestFirst = [...workspace.registries]
    .filter(([, { isBibliography }]) => !isBibliography)
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

/** The decoded name of a file without its folder, for display. */
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

/** A distance for sorting: 0 for the file itself, then the folders from its own upwards, then all others. */
function folderDistance(from: string, to: string): number {
  if (from === to) return 0;
  const [fromFolders, toFolders] = [folderOf(from).split('/'), folderOf(to).split('/')];
  const shared = toFolders.findIndex((name, index) => name !== fromFolders[index]);
  if (shared < 0) return 1 + fromFolders.length - toFolders.length;
  return 1000 + fromFolders.length + toFolders.length - 2 * shared;
}
