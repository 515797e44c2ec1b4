import type { FeatureContext } from '../../../server/src/features/feature.ts';
import { createRevisions, type DisplaySettings } from '../../../server/src/features/revision.ts';
import { type CheckSettings, DEFAULT_CHECK_SETTINGS } from '../../../server/src/rules/engine/settings.ts';
import type { Workspace } from '../../../server/src/workspace/workspace.ts';

const DISPLAY: DisplaySettings = { codeLens: { enabled: true }, inlayHints: { years: false, ids: false } };

/** The revisions of the files in a workspace that has been read completely. `settings` are those that differ from the defaults. */
export function revisionsIn(
  workspace: Pick<Workspace, 'scopeOf'>,
  settings: Partial<CheckSettings> = {},
): FeatureContext['revisionOf'] {
  const checks = { ...DEFAULT_CHECK_SETTINGS, ...settings };
  return createRevisions((uri) => ({ scope: workspace.scopeOf(uri), checks, display: DISPLAY, isIndexed: true }));
}
