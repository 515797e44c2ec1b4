import { expect, test } from 'vitest';
import { annotate } from '../../../../server/src/features/commands/annotate.ts';
import type { ServerCommands } from '../../../../server/src/protocol/commands.ts';
import { parseFixture } from '../../support/fixture.ts';
import { applyWorkspaceEdit, createContext } from '../../support/world.ts';

type Answer = ServerCommands['briefmark.server.annotate']['result'];
type Answered = Required<Answer>;

/** The brief and its registry: candidates a line each, and the files once all but some are accepted. */
function walk(fixture: string) {
  const { files } = parseFixture(fixture);
  const context = createContext({ files });
  const ask = (more: object = {}) => annotate.run({ uri: files[0]!.uri, ...more }, context) as Promise<Answer>;
  const accept = async (
    choose: (text: string, entities: readonly string[]) => string | undefined,
    types: Record<string, string> = {},
  ) => {
    const { candidates, entities } = await ask();
    const accepted = candidates.flatMap(({ span, text, entities: ids }) => {
      const id = choose(text, ids);
      const type = types[id ?? ''] ?? entities.find((one) => one.id === id)?.type ?? '';
      return id === undefined ? [] : [{ ...span, id, type }];
    });
    const { edit, tagged, added, left } = (await ask({ accepted })) as Answered;
    const texts = new Map(files.map(({ uri, text }) => [uri, text]));
    const after = [...applyWorkspaceEdit(texts, edit, context.versionOf)].map(
      ([uri, text]) => `--- ${uri.slice(8)}\n${text}`,
    );
    return `${after.join('')}tagged ${tagged}, added ${added}, left ${left}`;
  };
  return { ask, accept };
}

const first = (_: string, [id]: readonly string[]) => id;

const PORT = `---
date: 2022-06-01
---

Harbor Minister Ida Holm met the Quay Union in Oslo (TASS, May 2). Holm’s [aide](person:aide) left Oslo, and Georgia was silent.
--- entities.yaml
entities: # ours
  - { id: oslo, type: place, name: Oslo }
  - { id: georgia-country, type: place, name: Georgia }
  - { id: georgia-state, type: place, name: Georgia }
`;

test('known and suggested names in text order, each with its sentence', async () => {
  const { candidates, entities } = await walk(PORT).ask();
  expect(
    candidates.map(({ text, entities: ids, sentence }) => [text, ids.join(), sentence.slice(0, 20)]),
  ).toMatchInlineSnapshot(`
    [
      [
        Ida Holm,
        ida-holm,
        Harbor Minister Ida ,
      ],
      [
        Quay Union,
        quay-union,
        Harbor Minister Ida ,
      ],
      [
        Oslo,
        oslo,
        Harbor Minister Ida ,
      ],
      [
        Holm,
        ida-holm,
        Harbor Minister Ida ,
      ],
      [
        Oslo,
        oslo,
        Holm’s [aide](person,
      ],
      [
        Georgia,
        georgia-country,georgia-state,
        Holm’s [aide](person,
      ],
    ]
  `);
  expect(entities.map(({ id, type, isNew, reason }) => [id, type, isNew, reason])).toMatchInlineSnapshot(`
    [
      [
        ida-holm,
        person,
        true,
        the title “Harbor Minister” in front of the name,
      ],
      [
        quay-union,
        org,
        true,
        the word “Union” in the name or beside it,
      ],
      [
        oslo,
        place,
        false,
        ,
      ],
      [
        georgia-country,
        place,
        false,
        ,
      ],
      [
        georgia-state,
        place,
        false,
        ,
      ],
    ]
  `);
});

test('one edit tags what is accepted and adds the new entities', async () => {
  expect(await walk(PORT).accept(first)).toMatchInlineSnapshot(`
    --- main.brief
    ---
    date: 2022-06-01
    ---

    Harbor Minister [Ida Holm](person:ida-holm) met the [Quay Union](org:quay-union) in [Oslo](place:oslo) (TASS, May 2). [Holm](person:ida-holm)’s [aide](person:aide) left [Oslo](place:oslo), and [Georgia](place:georgia-country) was silent.
    --- entities.yaml
    entities: # ours
      - { id: oslo, type: place, name: Oslo }
      - { id: georgia-country, type: place, name: Georgia }
      - { id: georgia-state, type: place, name: Georgia }
      - { id: ida-holm, type: person, name: Ida Holm, aliases: [ Holm ] }
      - { id: quay-union, type: org, name: Quay Union }
    tagged 6, added 2, left 0
  `);
});

test('a type that was changed stands in the tag and in the registry', async () => {
  expect(
    await walk(PORT).accept((text, ids) => (text === 'Quay Union' ? ids[0] : undefined), { 'quay-union': 'group' }),
  ).toMatchInlineSnapshot(`
    --- main.brief
    ---
    date: 2022-06-01
    ---

    Harbor Minister Ida Holm met the [Quay Union](group:quay-union) in Oslo (TASS, May 2). Holm’s [aide](person:aide) left Oslo, and Georgia was silent.
    --- entities.yaml
    entities: # ours
      - { id: oslo, type: place, name: Oslo }
      - { id: georgia-country, type: place, name: Georgia }
      - { id: georgia-state, type: place, name: Georgia }
      - { id: quay-union, type: group, name: Quay Union }
    tagged 1, added 1, left 0
  `);
});

test('a tag whose entity would make a citation something else is left out, the others are not', async () => {
  const brief = `---
date: 2022-06-01
---

They met in the city of Ferrol with Minister Ida Holm. It rained (Ferrol, May 2).
`;
  expect(await walk(brief).accept(first)).toMatchInlineSnapshot(`
    --- main.brief
    ---
    date: 2022-06-01
    ---

    They met in the city of Ferrol with Minister [Ida Holm](person:ida-holm). It rained (Ferrol, May 2).
    --- entities.yaml
    entities:
      - id: ida-holm
        type: person
        name: Ida Holm
    tagged 1, added 1, left 1
  `);
});

test('entities go into the front matter that lists them', async () => {
  const brief = `---
date: 2022-06-01
entities:
  - { id: oslo, type: place, name: Oslo }
---

Minister Ida Holm left Oslo.
`;
  expect(await walk(brief).accept(first)).toMatchInlineSnapshot(`
    --- main.brief
    ---
    date: 2022-06-01
    entities:
      - { id: oslo, type: place, name: Oslo }
      - { id: ida-holm, type: person, name: Ida Holm }
    ---

    Minister [Ida Holm](person:ida-holm) left [Oslo](place:oslo).
    tagged 2, added 1, left 0
  `);
});

test('what is no candidate is not tagged', async () => {
  const { ask } = walk(PORT);
  const accepted = [
    { start: 25, end: 30, id: 'oslo', type: 'place' },
    { start: 0, end: 3, id: 'gone', type: 'person' },
  ];
  const { tagged, left } = (await ask({ accepted })) as Answered;
  expect([tagged, left]).toEqual([0, 2]);
});

test('nothing is tagged in a text that has changed meanwhile', async () => {
  await expect(walk(PORT).ask({ accepted: [], version: 99 })).rejects.toMatchObject({
    message: 'The text has changed in the meantime. Try again.',
  });
});
