/** Reads CSL-YAML: a list of sources under `references`, as in a registry. */

import type { Located, Span } from '../base/text/span.ts';
import { shift } from '../base/text/span.ts';
import type { RegistryProblem } from '../syntax/ast.ts';
import { locatedText, toPlainValue } from '../syntax/registry/entryFields.ts';
import { createProblemList } from '../syntax/registry/registry.ts';
import { readSections } from '../syntax/yaml/sections.ts';
import { splitEntries } from '../syntax/yaml/splitEntries.ts';
import { createYamlContext, fieldOf, type YamlMap } from '../syntax/yaml/yamlTree.ts';
import type { CutBibliography, Piece } from './model/reference.ts';

const LISTS = ['references', 'sources'];

export const cutCslYaml: CutBibliography = function* (text) {
  const problems = createProblemList();
  const context = createYamlContext(text, problems.report);
  const pieces: Piece[] = [];
  for (const { key, items } of readSections(context, splitEntries(context), (name) => LISTS.includes(name))) {
    if (!items || (key && !LISTS.includes(key.value))) continue;
    for (const { node } of items) {
      yield;
      const id = node?.kind === 'map' ? locatedText(fieldOf(node, 'id')?.value) : undefined;
      if (node?.kind === 'map' && id) pieces.push(toPiece(node, id));
    }
  }
  return { pieces, problems: problems.all() as RegistryProblem[] };
};

function toPiece({ fields, span }: YamlMap, id: Located<string>): Piece {
  const here = (one: Span): Span => shift(one, -span.start);
  const others = fields.filter(({ key }) => key !== 'id');
  const values = Object.fromEntries(others.map(({ key, value }) => [key, toPlainValue(value)]));
  return {
    start: span.start,
    end: span.end,
    // An anchor may stand elsewhere.
    context: JSON.stringify(values),
    read: () => ({
      reference: {
        id: { value: id.value, span: here(id.span) },
        span: here(span),
        fields: values,
        places: Object.fromEntries(others.map(({ key, value }) => [key, here(value.span)])),
      },
      problems: [],
    }),
  };
}
