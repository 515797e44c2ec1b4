/** What happened to the sources of an open brief since an earlier text of it. */

import type { ComparisonRequests } from '../../protocol/comparison.ts';
import { readBrief } from '../../syntax/brief/brief.ts';
import { type Feature, toRange } from '../feature.ts';

type SourceChangesFeature = Feature<
  ComparisonRequests['briefmark/sourceChanges']['params'],
  ComparisonRequests['briefmark/sourceChanges']['result']
>;

export const sourceChangesFeature: SourceChangesFeature = {
  method: 'briefmark/sourceChanges',
  capability: () => ({}),
  async answer({ uri, before }, { open, workspace }) {
    const file = open(uri);
    if (file?.kind !== 'brief' || typeof before !== 'string') return undefined;
    const { describeSourceChange, findSourceChanges } = await import('../../analysis/comparison/sourceChanges.ts');
    const scope = workspace.scopeOf(uri);
    const earlier = readBrief(before, uri, file.value.known);
    const changes = findSourceChanges({ brief: earlier, scope }, { brief: file.value, scope });
    return changes.map((change) => ({
      message: describeSourceChange(change),
      statement: change.statement.words,
      range: toRange(file.document, change.statement),
    }));
  },
};
