import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CheckSettings, DEFAULT_CHECK_SETTINGS } from '../../../server/src/rules/engine/settings.ts';
import { checkBrief } from '../../../server/src/rules/run/runRules.ts';
import type { Brief } from '../../../server/src/syntax/ast.ts';
import { readBrief, updateBrief } from '../../../server/src/syntax/brief/brief.ts';
import { chunksOf } from '../../../server/src/syntax/brief/chunks.ts';
import { readRegistry } from '../../../server/src/syntax/registry/registry.ts';
import { createWorkspace } from '../../../server/src/workspace/index/workspaceStore.ts';
import { applyRandomEdit, type RandomEdit, testProperty } from '../support/arbitraries.ts';

/** Paragraphs about which rules look further than the paragraph, as whole ones: a brief of many has several chunks. */
const paragraph = fc.constantFrom(
  'The garrison left (Eurasianet, May 8).',
  'Fares rose (EurasiaNet, May 9; TASS, May 3).',
  'It fell (the Eurasianet, May 10), which is likely.',
  'They will probably stay (Casebook Bulletin, May 3).',
  'We assess with high confidence that they are likely to stay (TASS, May 3; TASS, May 3).',
  'We judge that talks may fail (Eurasianet, May 8), and (, May 9) may be so.',
  'The Northern Border Gard Command spoke (EurasiaNet, May 31, 2030).',
  '“Likely” and “probable” mean the same here.',
  'The Northern Border Guard Command (NBGC) opened it.',
  'The NBGC asked for patience, and so did IS-K and the CJTF-OIR.',
  'Northern Border Guard Command people met. The CJTF-OIR, short for something, left.',
  'The Islamic State (ISX) came to Kabul. ISX and Georgia met.',
  'ISX was gone. Georgia was not.',
  '[Islamic State](group:is) and [Georgia](place:us-ga) met.',
  'Kabul was quiet [@post-1; @tass-1].',
  'The depot was empty ([TASS](src:tass-1), May 3) on May 4, 2021.',
  'On May 4, 2021, two bombs killed three people in Herat.',
  '# Summary',
  '## Outlook',
  'A lone line',
  'Publication: Casebook Bulletin Volume: 3',
  'Handling: TLP:WHITE',
  '<!-- brief-ignore inconsistent-outlet -->',
  '<!-- brief-ignore nothing-such, undefined-acronym -->',
  '<!-- brief-ignore-file perishable-source -->',
  'Words.',
);
const paragraphs = (most: number) => fc.array(paragraph, { maxLength: most }).map((all) => all.join('\n\n'));
const head = fc.constantFrom(
  '',
  '---\ndate: 2021-05-24\n---\n\n',
  '---\ndate: 2021-05-24\ntlp: GREEN\npublication: TASS\nreferences:\n  - { id: own, container-title: Eurasianet, issued: 2021-05-08 }\n---\n\n',
);

const registry = fc
  .record({
    entities: fc.subarray([
      '{ id: is, type: group, name: Islamic State, aliases: [IS-K] }',
      '{ id: kabul, type: place, name: Kabul, tlp: AMBER }',
      '{ id: georgia, type: place, name: Georgia }',
      '{ id: us-ga, type: place, name: Georgia }',
      '{ id: eurasianet, type: media, name: Eurasianet, aliases: [EurasiaNet], reliability: B }',
      '{ id: nbgc, type: group, name: Northern Border Guard Command, aliases: [NBGC] }',
      '{ id: ruins, type: group, name: Northern Bordr Guard Command }',
    ]),
    references: fc.subarray([
      '{ id: tass-1, container-title: TASS, issued: 2021-05-03 }',
      '{ id: tass-2, container-title: TASS, issued: 2021-05-03, custom: { tlp: RED } }',
      '{ id: post-1, type: post, container-title: Telegram, issued: 2021-05-03 }',
      '{ id: eurasianet-1, container-title: Eurasianet, issued: 2021-05-08, custom: { credibility: 2 } }',
    ]),
  })
  .map((lists) =>
    Object.entries(lists)
      .map(([key, entries]) => `${key}:\n${entries.map((entry) => `  - ${entry}\n`).join('')}`)
      .join(''),
  );

const settings = fc.constantFrom<CheckSettings>(
  DEFAULT_CHECK_SETTINGS,
  { ...DEFAULT_CHECK_SETTINGS, profile: 'release' },
  { ...DEFAULT_CHECK_SETTINGS, profile: 'release', publications: ['Eurasianet'] },
);

const change: fc.Arbitrary<RandomEdit> = fc.record({
  at: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true })),
  removed: fc.oneof({ weight: 3, arbitrary: fc.nat(3) }, fc.nat(120), fc.nat(3_000)),
  inserted: fc.oneof(fc.constantFrom('', 'x', '\n\n', 'S', ')'), paragraphs(3), paragraphs(40)),
});

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ file: fc.constantFrom('a.brief', 'b.brief'), change }) },
  { weight: 1, arbitrary: fc.record({ file: fc.constantFrom('r.yaml', 's.yaml'), text: registry }) },
);

const brief = fc.tuple(head, paragraphs(100)).map((parts) => parts.join(''));

testProperty(
  'in a workspace that is edited, briefs and registries alike, findings are those of a fresh look',
  brief,
  brief,
  registry,
  settings,
  fc.array(step, { minLength: 1, maxLength: 6 }),
  (one, two, registered, checks, steps) => {
    const edited = createWorkspace();
    const briefs = new Map<string, Brief>([
      ['a.brief', readBrief(one)],
      ['b.brief', readBrief(two)],
    ]);
    const registries = new Map([['r.yaml', registered]]);
    edited.putRegistry('r.yaml', readRegistry(registered));
    for (const [uri, value] of briefs) edited.putBrief(uri, value, true);
    for (const each of [undefined, ...steps]) {
      if (each && 'change' in each) {
        const before = briefs.get(each.file)!;
        const { text, edit } = applyRandomEdit(before.text, each.change);
        const after = updateBrief(before, text, edit);
        briefs.set(each.file, after);
        edited.putBrief(each.file, after, true);
      } else if (each) {
        registries.set(each.file, each.text);
        edited.putRegistry(each.file, readRegistry(each.text));
      }
      const fresh = createWorkspace();
      for (const [uri, text] of registries) fresh.putRegistry(uri, readRegistry(text));
      for (const [uri, value] of briefs) {
        const read = readBrief(value.text);
        fresh.putBrief(uri, read, true);
        expect(chunksOf(value).flatMap(({ chunk }) => chunk.blocks)).toEqual(value.blocks);
        expect(checkBrief(uri, value, edited.scopeOf(uri), checks)).toEqual(
          checkBrief(uri, read, fresh.scopeOf(uri), checks),
        );
      }
    }
  },
);

testProperty(
  'one cut of a brief in chunks says what another one says',
  brief,
  registry,
  settings,
  fc.nat(200),
  (text, registered, checks, places) => {
    const workspace = createWorkspace();
    workspace.putRegistry('r.yaml', readRegistry(registered));
    let grown = readBrief('');
    // Written paragraph after paragraph, and looked at now and then, a brief has chunks of other sizes.
    for (const [index, word] of text.split(/(?<=\n\n)/).entries()) {
      const end = grown.text.length;
      grown = updateBrief(grown, grown.text + word, { start: end, end, newLength: word.length });
      if (index % 7 === places % 7) chunksOf(grown);
    }
    const scope = workspace.scopeOf('a.brief');
    expect(checkBrief('a.brief', grown, scope, checks)).toEqual(checkBrief('a.brief', readBrief(text), scope, checks));
  },
);

test('a finding is the same object as long as neither it nor its place has changed', () => {
  const { scopeOf } = createWorkspace();
  const filler = 'Words.\n\n'.repeat(100);
  const text = `He left (, May 3).\n\n${filler}She left (, May 4).\n`;
  const before = readBrief(text);
  const [first, second] = checkBrief('a.brief', before, scopeOf('a.brief'));
  const at = text.indexOf('She');
  const after = updateBrief(before, `${text.slice(0, at)}x${text.slice(at)}`, { start: at, end: at, newLength: 1 });
  const [same, moved] = checkBrief('a.brief', after, scopeOf('a.brief'));
  expect(same).toBe(first);
  expect(moved?.span.start).toBe(second!.span.start + 1);
});
