/** The briefs that a graph or timeline covers. */

import type { PictureRange } from '../../protocol/pictures.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/**
 * One brief, the briefs of its folder and subfolders, or all. Parameters come from the client; an unknown range kind is
 * empty.
 */
export function briefsInRange({ rangeKind, uri = '' }: PictureRange, workspace: Workspace) {
  const all = [...workspace.briefs()];
  if (rangeKind === 'workspace') return all;
  if (rangeKind === 'brief') return all.filter((brief) => brief.uri === uri);
  if (rangeKind !== 'folder') return [];
  const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
  return folder === '' ? [] : all.filter((brief) => brief.uri.startsWith(folder));
}
