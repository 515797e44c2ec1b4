/** Names of entities and their mentions. */
import { mentionsIn } from '../../../server/src/names/mentions.ts';
import { createScope, type Scope } from '../../../server/src/scope/scope.ts';
import type { Brief } from '../../../server/src/syntax/ast.ts';
import { readRegistry } from '../../../server/src/syntax/registry/registry.ts';

export const REGISTRY = `entities:
  - { id: iskp, type: group, name: Islamic State in Khorasan Province }
  - { id: hts, type: group, name: Hayat Tahrir al-Sham }
  - { id: pkk, type: group, name: Kurdistan Workers’ Party, aliases: [PKK] }
  - { id: one, type: org, name: Northern Front }
  - { id: two, type: org, name: Northern Front }
  - { id: kabul, type: place, name: Kabul }
`;
export const scope = createScope([{ uri: 'r', registry: readRegistry(REGISTRY) }]);

/** All mentions in a brief as lines: text, offset, ids. */
export function mentions(brief: Brief, where: Scope = scope): string[] {
  return brief.blocks.flatMap((block, index) => {
    const at = brief.starts[index]!;
    return mentionsIn(brief, block, at, where.findNames).map(
      ({ start, end, ids }) => `${brief.text.slice(at + start, at + end)} ${at + start} ${ids.join('/')}`,
    );
  });
}

/** The scope after a change of a name in the registry. */
export const renamed = (to: string) =>
  createScope([{ uri: 'r', registry: readRegistry(REGISTRY.replace('Kurdistan Workers’ Party', to)) }], scope);
