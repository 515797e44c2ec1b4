import * as l10n from '@vscode/l10n';
import { isInterview } from '../../../analysis/sourcing/interviews.ts';
import { suggestSources } from '../../../edits/registry/suggestedSources.ts';
import { isUnknownSource } from '../../../rules/citations/unknownSource.ts';
import type { OutletKnowledge } from '../../../scope/outletKnowledge.ts';
import { resolveCached } from '../../../scope/resolveCitation.ts';
import { briefDateOf } from '../../../syntax/brief/brief.ts';
import type { Action, RefactoringContext } from '../../support/action.ts';
import { REFACTORING_KIND, selectedNode } from './at.ts';

/** What the brief says is enough for an entry; general knowledge is not loaded for a light bulb. */
const NO_KNOWLEDGE: OutletKnowledge = {
  outletByName: () => undefined,
  outletByDomain: () => undefined,
  isInterview,
};

/** At a citation that no registry has: adds all such sources of the brief. One alone has a fix of its own. */
export function addUnknownSources(context: RefactoringContext): readonly Action[] {
  const { uri, brief, scope } = context;
  const node = selectedNode(context);
  if (node?.kind !== 'citation') return [];
  const resolution = resolveCached(node.value, scope, briefDateOf(brief)?.value);
  if (!isUnknownSource(node.value, resolution) && resolution.status !== 'unchecked') return [];
  const { sources } = suggestSources([{ file: uri, brief, scope }], NO_KNOWLEDGE);
  const added =
    sources.length > 1
      ? context.addEntries(
          'source',
          sources.map(({ entry }) => entry),
        )
      : undefined;
  if (!added) return [];
  const title = l10n.t('Add all {0} unknown sources of this brief to {1}', sources.length, added.fileName);
  return [{ title, kind: REFACTORING_KIND, changes: [added.change] }];
}
