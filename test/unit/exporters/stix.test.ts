import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { exportOne, exportText, HARBOR } from './support.ts';

interface StixObject {
  readonly type: string;
  readonly id: string;
  readonly [property: string]: unknown;
}

/** The schemas of OASIS (https://github.com/oasis-open/cti-stix2-json-schemas), where they lie beside the project. */
const schemas = Object.values(
  import.meta.glob('../../../../shared/data/stix2.1/schemas/**/*.json', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
).map((text) => JSON.parse(text) as { readonly $id: string; readonly title: string });

async function objectsOf(text: string, options = {}): Promise<StixObject[]> {
  return JSON.parse(await exportOne('stix', text, options)).objects;
}

/** What STIX requires of any bundle, checked without a schema. */
function check(objects: readonly StixObject[]): void {
  const ids = objects.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { type, id, spec_version, created, modified, ...rest } of objects) {
    expect(id).toMatch(new RegExp(`^${type}--[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`));
    expect(spec_version).toBe('2.1');
    for (const time of [created, modified ?? created]) expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(String(modified ?? created) >= String(created)).toBe(true);
    const refs = Object.entries(rest).flatMap(([key, value]) => (/_refs?$/.test(key) ? [value].flat() : []));
    for (const ref of refs) expect(ids).toContain(ref);
  }
}

const ajv = new Ajv2020({ strict: false, validateFormats: false, unicodeRegExp: false });
for (const schema of schemas) ajv.addSchema(schema);

/** The schemas are compiled when they are first used. */
const COMPILATION_MS = 60_000;

/** Each object by the schema of its type. The one of bundles knows neither locations nor incidents. */
function validate(objects: readonly StixObject[]): void {
  for (const object of schemas.length > 0 ? objects : []) {
    const schema = schemas.find(({ title }) => title === object.type);
    expect(schema, object.type).toBeDefined();
    expect(ajv.validate(schema!.$id, object), `${object.type}: ${ajv.errorsText()}`).toBe(true);
  }
}

test(
  'has a golden file, is valid, and says what it leaves out',
  async () => {
    const { files, leftOut } = await exportText('stix', HARBOR);
    const text = files.get('.stix.json')!;
    await expect(text).toMatchFileSnapshot('golden/harbor.stix.json.txt');
    check(JSON.parse(text).objects);
    validate(JSON.parse(text).objects);
    expect(JSON.parse(text)).toMatchObject({ type: 'bundle', id: expect.stringMatching(/^bundle--[0-9a-f-]{36}$/) });
    expect(leftOut).toEqual(['One citation has lost its source.']);
  },
  COMPILATION_MS,
);

test('is the same on every run', async () => {
  expect(await exportOne('stix', HARBOR)).toBe(await exportOne('stix', HARBOR));
});

const CAST = `---
title: Cast
date: 2024-03
---

[A](person:a) [B](org:b) [C](media:c) [D](group:d) [E](place:e) [F](event:f) [G](weapon:g) [H](doc:h) [I](group:i) [J](weapon:j)
[K](weapon:k) [L](operation:l) [M](person:m) [N](thing:n).
--- entities.yaml
types:
  - { id: operation, extends: event }
  - { id: thing, name: Thing }
entities:
  - { id: a, type: person, name: Ann, aliases: [Anny], wikidata: Q42, tlp: RED }
  - { id: d, type: group, name: Dockers, stix: threat-actor, aliases: [The Docks] }
  - { id: i, type: group, name: Ink, stix: intrusion-set }
  - { id: j, type: weapon, name: Jig, stix: malware }
  - { id: k, type: weapon, name: Kit, stix: tool }
  - { id: h, type: doc, name: Harbor Act, description: The law. }
  - { id: l, type: operation, name: Lantern }
  - { id: m, type: person, name: Mole, stix: threat-actor }
  - { id: n, type: thing, name: Nut }
`;

describe('entities', () => {
  test(
    'become what their type says, or their entry',
    async () => {
      const objects = await objectsOf(CAST, { internal: true });
      check(objects);
      validate(objects);
      expect(
        objects.map(({ type, name, identity_class, aliases }) =>
          [type, name, identity_class ?? aliases].filter(Boolean).join(' '),
        ),
      ).toMatchInlineSnapshot(`
      [
        marking-definition TLP:RED,
        identity Ann individual,
        identity B organization,
        identity C organization,
        threat-actor Dockers The Docks,
        location E,
        incident F,
        intrusion-set Ink,
        malware Jig,
        tool Kit,
        incident Lantern,
        threat-actor Mole,
        report Cast,
      ]
    `);
      const report = objects.find(({ type }) => type === 'report')!;
      expect(report.external_references).toEqual([{ source_name: 'Harbor Act', description: 'The law.' }]);
      expect(report.published).toBe('2024-03-01T00:00:00.000Z');
    },
    COMPILATION_MS,
  );

  test('that STIX does not have, or that readers may not know, are left out', async () => {
    const { files, leftOut } = await exportText('stix', CAST);
    expect(files.get('.stix.json')).not.toContain('Ann');
    expect(leftOut).toEqual(['STIX has no object for 2 names (G, Nut): add “stix:” to their entries.']);
  });

  test('have no relationships that nobody stated', async () => {
    const types = (await objectsOf(CAST)).map(({ type }) => type);
    expect(types).not.toContain('relationship');
  });
});

test('several briefs are one bundle; an entity of both is there once', async () => {
  const text = `--- a.brief
---
date: 2024-03-01
---

The Board met.
--- b.brief
---
date: 2024-03-02
---

The Board left.
--- entities.yaml
entities: [{ id: board, type: org, name: Board }]
`;
  const objects = await objectsOf(text);
  check(objects);
  expect(objects.map(({ type }) => type)).toEqual(['identity', 'report', 'report']);
});

test(
  'each marking has its official definition',
  async () => {
    const bundles = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'].map(
      (tlp) => `---\npublication: Port\ndate: 2024-03-01\ntlp: ${tlp}\n---\n\nIt slept.\n`,
    );
    for (const text of bundles) {
      const objects = await objectsOf(text);
      check(objects);
      validate(objects);
      expect(objects[0]).toMatchObject({ type: 'marking-definition' });
    }
  },
  COMPILATION_MS,
);

test('an undated brief, and one that names nothing, are said', async () => {
  expect((await exportText('stix', 'It slept.\n')).leftOut).toEqual([
    'One brief names no entity and no publication, so it makes no report.',
  ]);
  expect((await exportText('stix', '---\npublication: Port\n---\n\nIt slept.\n')).leftOut).toEqual([
    'One brief has no date; its report is dated January 1, 1970.',
  ]);
});
