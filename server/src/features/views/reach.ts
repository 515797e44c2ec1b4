/** The briefs that a picture reaches. */
import type { Workspace } from '../../model/workspace.ts';
import type { Within } from './pictureTypes.ts';

/** One brief, those of its folder and the folders below, or all. */
export function briefsWithin({ reach, uri = '' }: Within, workspace: Workspace) {
  const all = [...workspace.briefs()];
  if (reach === 'workspace') return all;
  if (reach === 'brief') return all.filter((brief) => brief.uri === uri);
  if (reach !== 'folder') return [];
  const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
  return folder === '' ? [] : all.filter((brief) => brief.uri.startsWith(folder));
}
