import type { FeatureContext } from '../../../../server/src/features/feature.ts';
import { childrenOf } from '../../../../server/src/features/views/index.ts';
import type { ChildrenParams, ViewNode } from '../../../../server/src/protocol/views.ts';
import type { CheckSettings } from '../../../../server/src/rules/engine/settings.ts';
import { parseFixture } from '../../support/fixture.ts';
import { createContext } from '../../support/world.ts';

/** The context of the files of a fixture. */
export function contextOf(fixture: string, settings: Partial<CheckSettings> = {}): FeatureContext {
  return createContext({ ...parseFixture(fixture), settings });
}

/** A whole view as indented lines; `…` and a number for what was left out. */
export async function tree(
  params: Omit<ChildrenParams, 'limit'> & { limit?: number },
  context: FeatureContext,
): Promise<string[]> {
  const { nodes, total } = await childrenOf({ limit: 1_000, ...params }, context);
  const lines: string[] = [];
  for (const node of nodes) {
    lines.push(rowOf(node));
    if (!node.key) continue;
    const below = await tree({ ...params, parent: node.key }, context);
    lines.push(...below.map((line) => `  ${line}`));
  }
  if (total > nodes.length) lines.push(`… ${total - nodes.length}`);
  return lines;
}

function rowOf(node: ViewNode): string {
  const at = node.location ? ` @${fileOf(node.location.uri)}:${node.location.range.start.line + 1}` : '';
  return words(node) + at;
}

function words(node: ViewNode): string {
  switch (node.kind) {
    case 'group':
      return `${node.state} ${node.count}`;
    case 'citation':
      return [node.state, node.name, node.dates].filter(Boolean).join(' | ');
    case 'outlet':
      return `${node.name || '-'} | ${node.rating || '-'} | ${node.reports} | cited ${node.cited}`;
    case 'source':
      return `${node.title} | ${node.date} | ${node.rating} | cited ${node.cited} | ${node.url ?? ''}`;
    case 'type':
      return `${node.builtIn || '-'} ${node.name} ${node.count}`;
    case 'entity':
      return `${node.name} (${node.aliases.join(', ')}) | ${node.mentions} in ${node.briefs}`;
    case 'uses':
      return `${fileOf(node.brief)} ${node.count}`;
    case 'use': {
      const [start, end] = node.highlight;
      return `${node.excerpt.slice(0, start)}‹${node.excerpt.slice(start, end)}›${node.excerpt.slice(end)}`;
    }
    case 'brief':
      return `${fileOf(node.brief)} | ${node.state} | ${node.missing} ${node.unknown} of ${node.citations} | ${node.date}`;
  }
}

function fileOf(uri: string): string {
  return uri.replace('file:///', '');
}
