import fc from 'fast-check';
import { expect } from 'vitest';
import { insertFootnote } from '../../../../../server/src/edits/notes/addNote.ts';
import { removeNotes, renumberNotes } from '../../../../../server/src/edits/notes/renumber.ts';
import { applyReplacements, meaningsOfMarkers } from '../../../../../server/src/edits/notes/verify.ts';
import { convertCitation } from '../../../../../server/src/features/codeActions/refactorings/convertCitation.ts';
import { convertNote } from '../../../../../server/src/features/codeActions/refactorings/convertNote.ts';
import { readBrief } from '../../../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../../../server/src/syntax/registry/registry.ts';
import { createWorkspace } from '../../../../../server/src/workspace/index/workspaceStore.ts';
import { briefText, testProperty } from '../../../support/arbitraries.ts';
import { apply } from '../../../support/world.ts';

const registry = readRegistry(
  'references:\n  - { id: tass-1, container-title: TASS, issued: 2021-05-01 }\n  - { id: dawn-1, container-title: Dawn, issued: 2021-05-02 }\n',
);
const WORDS = 'Convert to outlet and date, in words';
const NOTE = 'Convert to a note';
const all = (title: string) => `${title}, all in this brief`;

/** The text after the refactoring of that title at an offset; undefined if it is not offered. */
function convert(text: string, offset: number, title: string): string | undefined {
  const workspace = createWorkspace();
  workspace.putRegistry('file:///sources.yaml', registry);
  workspace.putBrief('file:///a.brief', readBrief(text), true);
  const context = {
    uri: 'file:///a.brief',
    brief: workspace.brief('file:///a.brief')!,
    selection: { start: offset, end: offset },
    scope: workspace.scopeOf('file:///a.brief'),
    workspace,
    addAlias: () => undefined,
    addEntries: () => undefined,
    isIndexed: true,
  };
  const action = [...convertCitation(context), ...convertNote(context)].find(
    (one) => one.title === title || one.title.startsWith(`${title}: `),
  );
  const changes = action?.changes?.filter((change) => 'span' in change);
  return changes && apply(text, changes);
}

const item = fc.constantFrom(
  'TASS, May 1',
  'Dawn, May 2',
  'see Dawn, May 2, p. 3',
  'Khaama, June 3, 2021',
  'AFP, July 4',
);
const citation = fc.array(item, { minLength: 1, maxLength: 2 }).map((items) => ` (${items.join('; ')})`);
const sentence = fc
  .tuple(fc.constantFrom('It fell', 'The port of Ünïcödé 🛰️ was closed', 'They left in 2020'), fc.option(citation))
  .map(([words, cited]) => `${words}${cited ?? ''}.`);
const paragraphs = fc
  .array(
    fc.array(sentence, { minLength: 1, maxLength: 3 }).map((sentences) => sentences.join(' ')),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((found) => `---\ndate: 2021-09-24\n---\n\n${found.join('\n\n')}\n`);

testProperty('a citation in words keeps its text as a note and back', paragraphs, fc.nat(), (text, at) => {
  const groups = [...text.matchAll(/\((?=[A-Zs])/g)];
  if (groups.length === 0) return;
  const group = groups[at % groups.length]!;
  const noted = convert(text, group.index + 2, NOTE);
  expect(noted).toBeDefined();
  expect(convert(noted!, noted!.indexOf('[^1]') + 1, WORDS)).toBe(text);
});

testProperty('all citations in words keep their text as notes and back', paragraphs, (text) => {
  const groups = [...text.matchAll(/\((?=[A-Zs])/g)];
  if (groups.length < 2) return;
  const noted = convert(text, groups[0]!.index + 2, all(NOTE));
  expect(noted).toBeDefined();
  expect(noted).not.toContain('(');
  expect(convert(noted!, noted!.indexOf('[^1]') + 1, all(WORDS))).toBe(text);
});

const noteWords = fc.constantFrom(
  'TASS, May 1, 2021, p. 4.',
  'Dawn, “The Port,” May 2, 2021.',
  'Ibid.',
  'Ibid., p. 7.',
  'See Khaama, June 3, 2021; AFP, July 4, 2021.',
  'Harbor mines are devices that float.',
  '',
);
const style = fc.constantFrom(
  { marker: (n: number) => `[^${n}]`, note: (n: number) => `[^${n}]: `, between: '\n\n' },
  { marker: (n: number) => `[${n}]`, note: (n: number) => `[${n}] `, between: '\n' },
  {
    marker: (n: number) => [...String(n)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join(''),
    note: (n: number) => `${[...String(n)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')} `,
    between: '\n',
  },
  { marker: (n: number) => `[${n}]`, note: (n: number) => `${n}. `, between: '\n' },
);
/** A brief with notes, in any order of use, some of them unused. */
const noted = fc
  .tuple(
    style,
    fc.array(noteWords, { minLength: 2, maxLength: 12 }),
    fc.array(fc.nat(11), { minLength: 2, maxLength: 14 }),
  )
  .map(([{ marker, note, between }, notes, uses]) => {
    const text = uses.map((use) => `It fell.${marker((use % notes.length) + 1)}`).join(' ');
    return `${text}\n\n## Notes\n\n${notes.map((words, index) => note(index + 1) + words).join(between)}\n`;
  });

testProperty('an inserted footnote leaves all others as they were', noted, fc.nat(), (text, at) => {
  const brief = readBrief(text);
  const stops = [...text.slice(0, text.indexOf('\n')).matchAll(/ (?=It)|$/g)];
  const offset = stops[at % stops.length]!.index;
  const footnote = insertFootnote(brief, offset);
  if (!footnote) return;
  const after = readBrief(applyReplacements(text, footnote.replacements));
  expect(meaningsOfMarkers(after)).toHaveLength(meaningsOfMarkers(brief).length + 1);
});

testProperty('renumbered notes are in order, and every marker means the same', noted, (text) => {
  const brief = readBrief(text);
  const [list] = brief.notes.lists;
  const replacements = list && renumberNotes(brief, list);
  if (!replacements) return;
  const after = readBrief(applyReplacements(text, replacements));
  expect(meaningsOfMarkers(after)).toEqual(meaningsOfMarkers(brief));
  expect(renumberNotes(after, after.notes.lists[0]!)).toBeUndefined();
});

testProperty('without its unused notes, a list serves the same markers', noted, (text) => {
  const brief = readBrief(text);
  const [list] = brief.notes.lists;
  const unused = list?.notes.filter(({ markers }) => markers.length === 0) ?? [];
  const replacements = unused.length > 0 && removeNotes(brief, list!, unused);
  if (!replacements) return;
  const after = readBrief(applyReplacements(text, replacements));
  expect(meaningsOfMarkers(after)).toEqual(meaningsOfMarkers(brief));
  expect(after.notes.lists[0]!.notes.every(({ markers }) => markers.length > 0)).toBe(true);
});

testProperty('any text: an edit of notes is offered only if it can be read', briefText(), fc.nat(), (text, at) => {
  const brief = readBrief(text);
  const footnote = insertFootnote(brief, text.length === 0 ? 0 : at % text.length);
  for (const edit of [footnote?.replacements, ...brief.notes.lists.map((list) => renumberNotes(brief, list))])
    if (edit) expect(() => readBrief(apply(text, edit))).not.toThrow();
});
