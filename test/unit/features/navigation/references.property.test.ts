import fc from 'fast-check';
import { expect } from 'vitest';
import { findReferences } from '../../../../server/src/features/navigation/references.ts';
import { testProperty } from '../../support/arbitraries.ts';
import { workspaceOf } from '../../support/fixture.ts';
import { parsedFileOf } from '../../support/world.ts';

/** Words of a brief in which nothing but tags and names in capitals means anything. */
const plainWords = fc
  .array(fc.constantFrom('ALPHA', 'BETA', '[x](group:alpha)', '[y](group:beta)', 'gamma', 'word', '🛰️', '\n\n', '\n# '))
  .map((words) => words.join(' '));

testProperty('they are what a plain search finds in casebooks without traps', plainWords, plainWords, (a, b) => {
  const entities = `entities:
  - { id: alpha, type: group, name: ALPHA }
  - { id: beta, type: group, name: BETA, part_of: alpha }
  - { id: gamma, type: group, name: GAMMA, part_of: beta }
`;
  const files = [
    { name: 'a.brief', uri: 'file:///a.brief', text: a, marks: [] },
    { name: 'b.brief', uri: 'file:///b.brief', text: b, marks: [] },
    { name: 'entities.yaml', uri: 'file:///entities.yaml', text: entities, marks: [] },
  ];
  const workspace = workspaceOf({ files });
  const registry = parsedFileOf(workspace, 'file:///entities.yaml');
  for (const id of ['alpha', 'beta', 'gamma']) {
    const inBrief = new RegExp(`\\[\\w\\]\\(group:${id}\\)|\\b${id.toUpperCase()}\\b`, 'g');
    const inRegistry = new RegExp(`(?<=(?:id|part_of): )${id}\\b`, 'g');
    const searched = files.flatMap(({ name, uri, text }) =>
      [...text.matchAll(name === 'entities.yaml' ? inRegistry : inBrief)].map((match) => [uri, match.index, match[0]]),
    );
    const found = findReferences('file:///entities.yaml', registry, entities.indexOf(id), workspace, true);
    const shown = found.map(({ uri, role, span, idSpan }) => {
      const { start, end } = role === 'definition' ? idSpan! : span;
      return [uri, start, files.find((file) => file.uri === uri)!.text.slice(start, end)];
    });
    expect(shown).toEqual(searched);
  }
});
