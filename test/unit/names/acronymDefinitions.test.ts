import { describe, expect, test } from 'vitest';
import { acronymDefinitionsIn, matchesInitials } from '../../../server/src/names/acronymDefinitions.ts';
import { mentionsIn } from '../../../server/src/names/mentions.ts';
import type { Scope } from '../../../server/src/scope/scope.ts';
import type { Brief } from '../../../server/src/syntax/ast.ts';
import { readBrief, updateBrief } from '../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../server/src/syntax/registry/registry.ts';
import { createWorkspace } from '../../../server/src/workspace/index/workspaceStore.ts';
import { applyRandomEdit } from '../support/arbitraries.ts';
import { mentions, REGISTRY, renamed, scope } from './support.ts';

/** The definitions in a paragraph as `acronym = expansion`. */
function definitions(text: string): string[] {
  return acronymDefinitionsIn(readBrief(text).blocks[0]!, text).map(
    ({ acronym, expansion }) =>
      `${acronym.value} = ${expansion ? text.slice(expansion.span.start, expansion.span.end) : '?'}`,
  );
}

describe('definitions', () => {
  test.each([
    ['The Islamic State in Khorasan Province (ISKP) claimed it.', 'ISKP = Islamic State in Khorasan Province'],
    [
      'the [Islamic State in Khorasan Province](group:iskp) (ISKP)',
      'ISKP = [Islamic State in Khorasan Province](group:iskp)',
    ],
    [
      'the Ministry of Defense of [Ukraine](place:ukraine) (MDU)',
      'MDU = Ministry of Defense of [Ukraine](place:ukraine)',
    ],
    ['by Hayat Tahrir al-Sham (HTS) fighters', 'HTS = Hayat Tahrir al-Sham'],
    ['an improvised explosive device (IED) and', 'IED = improvised explosive device'],
    ['of U.S. Central Command (CENTCOM) said', 'CENTCOM = Central Command'],
    ['the United Nations Interim Force in Lebanon (UNIFIL)', 'UNIFIL = United Nations Interim Force in Lebanon'],
    ['the Department of Defense (DoD)', 'DoD = Department of Defense'],
    ['The Kurdistan Workers’ Party (PKK) fought.', 'PKK = ?'],
    ['Kabul (AFP) was quiet.', 'AFP = ?'],
  ])('%s', (text, expected) => expect(definitions(text)).toEqual([expected]));

  test.each([
    '(ISKP) begins',
    'A report rated (B2) came.',
    'Book (IV) of it',
    'Senator Doe (D-NY) said',
    'It came (AFP, May 3).',
    'say `x (ISKP)`',
  ])('none in “%s”', (text) => expect(definitions(text)).toEqual([]));

  test('a name matches an acronym by its first letter and most of the others', () => {
    expect(matchesInitials('Kurdistan Workers’ Party', 'PKK')).toBe(true);
    expect(matchesInitials('Federal Security Service', 'FSB')).toBe(true);
    expect(matchesInitials('Kabul', 'AFP')).toBe(false);
    expect(matchesInitials('Ukraine', 'MDU')).toBe(false);
    expect(matchesInitials('Michigan State', 'UMS')).toBe(false);
  });
});

/** The mentions by acronym as `acronym → id`. */
function shortForms(text: string): string[] {
  return mentions(readBrief(text))
    .filter((line) => /^\p{Lu}{2}/u.test(line))
    .map((line) => line.replace(/ \d+ /, ' → '));
}

describe('after its definition an acronym is a name', () => {
  test.each([
    [
      'of the entity with the name before it',
      'ISKP. The Islamic State in Khorasan Province (ISKP). ISKP’s men.\n\nISKP',
      ['ISKP → iskp', 'ISKP → iskp'],
    ],
    [
      'of the entity of the tag before it, even an undefined one',
      'A [Khorasan branch](group:nobody) (KB).\n\nKB',
      ['KB → nobody'],
    ],
    [
      'in its exact case and as a whole word',
      'The Hayat Tahrir al-Sham (HTS).\n\nhts, Hts, HTSX, HTS-K, pro-HTS',
      ['HTS → hts'],
    ],
    ['not in citations, code, tags', 'The Hayat Tahrir al-Sham (HTS).\n\n(HTS, May 3), `HTS`, [HTS](group:x)', []],
    ['unless a registry has it as a name', 'The Kurdistan Workers’ Party (PKK). PKK', ['PKK → pkk', 'PKK → pkk']],
    ['not after a name that two entities share', 'The Northern Front (NF). NF', []],
    ['not if it is defined for two entities', 'A [Hidden Team](group:a) (HT), a [Holy Tribe](group:b) (HT). HT', []],
    ['not if its letters do not match the name', 'Kabul (AFP). AFP and [Kabul](place:kabul) (DPA), DPA', []],
  ])('%s', (_, text, expected) => expect(shortForms(text)).toEqual(expected));
});

test('acronyms of closed briefs are in the index', () => {
  const workspace = createWorkspace();
  workspace.putRegistry('r', readRegistry(REGISTRY));
  const text = 'Hayat Tahrir al-Sham (HTS) left.\n\nHTS came.\n';
  for (const open of [true, false]) {
    workspace.putBrief('b', readBrief(text), open);
    const places = workspace.occurrences('entity', 'hts').filter(({ uri }) => uri === 'b');
    expect(places.map(({ span }) => text.slice(span.start, span.end))).toEqual(['Hayat Tahrir al-Sham', 'HTS']);
  }
});

test('an edit of another block keeps the cached mentions', () => {
  const before = readBrief('Hayat Tahrir al-Sham (HTS) left.\n\nHTS came.\n\nIt rained.\n\nHTS went.\n');
  const list = (brief: Brief, index: number) =>
    mentionsIn(brief, brief.blocks[index]!, brief.starts[index]!, scope.findNames);
  const lists = before.blocks.map((_, index) => list(before, index));
  const { text, edit } = applyRandomEdit(before.text, { at: 0.8, removed: 0, inserted: ' hard' });
  const after = updateBrief(before, text, edit);
  expect(after.blocks[1]).toBe(before.blocks[1]);
  expect(list(after, 1)).toBe(lists[1]);
  expect(list(after, 0)).toBe(lists[0]);
});
const typed = renamed('ISKP');

test('after a change of a name, blocks with its old or new form are searched again', () => {
  expect(typed).not.toBe(scope);
  const brief = readBrief('The Kurdistan Workers’ Party in Kabul.\n\nISKP in Kabul.\n\nIt rained in Kabul.\n');
  const listsIn = ({ findNames }: Scope) =>
    brief.blocks.map((block, index) => mentionsIn(brief, block, brief.starts[index]!, findNames));
  const before = listsIn(scope);
  const after = listsIn(typed);
  expect(after.map((list, index) => list === before[index])).toEqual([false, false, true]);
  expect(before.map(({ length }) => length)).toEqual([2, 1, 1]);
  expect(after.map(({ length }) => length)).toEqual([1, 2, 1]);
});
