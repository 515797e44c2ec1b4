/** The bibliographies that the files of Quarto and Pandoc name. */

import type { Located } from '../base/text/span.ts';
import { locatedText } from '../syntax/registry/entryFields.ts';
import { readSections } from '../syntax/yaml/sections.ts';
import { splitEntries } from '../syntax/yaml/splitEntries.ts';
import { createYamlContext, fieldOf, type YamlNode } from '../syntax/yaml/yamlTree.ts';

/** Larger files are not those of a project. */
const MAX_LENGTH = 2 ** 20;

/** The paths under `bibliography`, at the top or below `metadata`. What is wrong with the file is not ours to say. */
export function bibliographiesIn(yaml: string): Located<string>[] {
  if (yaml.length > MAX_LENGTH || !yaml.includes('bibliography')) return [];
  const context = createYamlContext(yaml, () => {});
  const wanted = ['bibliography', 'metadata'];
  const sections = readSections(context, splitEntries(context), (key) => wanted.includes(key));
  return sections.flatMap(({ key, value, items }) => {
    if (key?.value === 'bibliography') return items ? [...items].flatMap(({ node }) => pathsIn(node)) : pathsIn(value);
    return key?.value === 'metadata' && value ? pathsIn(fieldOf(value, 'bibliography')?.value) : [];
  });
}

function pathsIn(node: YamlNode | undefined): Located<string>[] {
  if (node?.kind === 'list') return node.items.flatMap(pathsIn);
  const path = locatedText(node);
  return path ? [path] : [];
}
