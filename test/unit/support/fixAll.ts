import type { CheckSettings } from '../../../server/src/rules/engine/settings.ts';
import { DEFAULT_CHECK_SETTINGS } from '../../../server/src/rules/engine/settings.ts';
import { safeFixOf } from '../../../server/src/rules/run/fixes.ts';
import { checkBrief } from '../../../server/src/rules/run/runRules.ts';
import { readBrief } from '../../../server/src/syntax/brief/brief.ts';
import { createWorkspace } from '../../../server/src/workspace/index/workspaceStore.ts';
import { apply } from './world.ts';

/** A brief without registries under the given settings: what is found in it, and what it is after all safe fixes. */
export function fixerFor(differences: Partial<CheckSettings>) {
  const workspace = createWorkspace();
  const uri = 'file:///a.brief';
  const settings = { ...DEFAULT_CHECK_SETTINGS, ...differences };
  const scope = workspace.scopeOf(uri);
  const findings = (text: string) => checkBrief(uri, readBrief(text), scope, settings);
  const fixAll = (text: string) => {
    const nothing = () => undefined;
    const brief = readBrief(text);
    const context = {
      uri,
      text,
      version: 1,
      brief,
      scope,
      workspace,
      settings,
      addEntries: nothing,
      addAlias: nothing,
    };
    const fixes = checkBrief(uri, brief, scope, settings).map((finding) => safeFixOf(finding, context));
    return apply(
      text,
      fixes.flatMap((fix) => fix?.changes?.filter((change) => 'span' in change) ?? []),
    );
  };
  return { scope, findings, fixAll };
}
