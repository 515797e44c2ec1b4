/** The briefs that a picture reaches. */

import type { PictureRange } from '../../protocol/pictures.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** One brief, those of its folder and the folders below, or all. */
export function briefsInRange({ rangeKind, uri = '' }: PictureRange, workspace: Workspace) {
  const all = [...workspace.briefs()];
  if (rangeKind === 'workspace') return all;
  if (rangeKind === 'brief') return all.filter((brief) => brief.uri === uri);
  if (rangeKind !== 'folder') return [];
  const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
  return folder === '' ? [] : all.filter((brief) => brief.uri.startsWith(folder));
}
