import fc from 'fast-check';

/** The texts of a casebook by URI. */
export type Casebook = ReadonlyMap<string, string>;

/** Few, so that they meet; some need care in YAML, in keys, or as types. */
export const IDS = ['a', 'is', 'is-k', 'b.c', 'né/1', '中', '𝔘', 'raid', 'op-1', '2021', 'a_b'];
const id = fc.constantFrom(...IDS);
const typeId = fc.constantFrom('raid', 'op-1', 'né_1');
const type = fc.oneof(fc.constantFrom('group', 'media', 'place'), typeId);
const name = fc.constantFrom('Islamic State', 'TASS', 'Khorasan', 'is', 'a', '中国', 'Georgia');
const newline = fc.constantFrom('\n', '\r\n');
/** A number is no id in YAML without quotation marks. */
const quoted = (text: fc.Arbitrary<string>) =>
  fc
    .tuple(text, fc.constantFrom('"', "'", ''))
    .map(([text, mark]) => (text === '2021' ? `"${text}"` : mark + text + mark));
const comment = fc.constantFrom('', '', '  # is a TASS', '\n# a: is');

/** One entry in one line or several, its fields in any order, with comments. */
function entry(fields: Readonly<Record<string, fc.Arbitrary<string>>>): fc.Arbitrary<string> {
  const pairs = Object.entries(fields).map(([key, value]) => value.map((value) => `${key}: ${value}`));
  return fc
    .tuple(fc.tuple(...pairs), fc.boolean(), comment)
    .map(([fields, flow, comment]) =>
      flow ? `  - { ${fields.join(', ')} }${comment}` : `  - ${fields.join(`${comment}\n    `)}`,
    );
}

const entities = fc.array(
  fc.oneof(
    entry({ id: quoted(id), type: quoted(type), name }),
    entry({ name, part_of: quoted(id), id: quoted(id), type: quoted(type) }),
  ),
  { maxLength: 3 },
);
const types = fc.array(fc.oneof(entry({ id: quoted(typeId) }), entry({ id: quoted(typeId), extends: quoted(type) })), {
  maxLength: 2,
});
const sources = fc.array(
  fc.oneof(
    entry({ id: quoted(id) }),
    entry({ id: quoted(id), 'container-title': name, issued: fc.constant('2021-05-03') }),
  ),
  { maxLength: 3 },
);

const list = (key: string, entries: fc.Arbitrary<string[]>) =>
  entries.map((entries) => `${key}:\n${entries.map((line) => `${line}\n`).join('')}`);
const groups = fc.tuple(list('types', types), list('entities', entities));
const reports = fc.tuple(list('references', sources), list('entities', entities));
const frontMatter = fc
  .tuple(list('entities', entities), list('sources', sources))
  .map(([entities, sources]) => `---\ndate: 2021-05-09\n${entities}${sources}---\n`);
const inlineText = fc.oneof(
  fc.tuple(name, type, id).map(([name, type, id]) => `[${name}](${type}:${id})`),
  fc.tuple(id, id).map(([a, b]) => `[@${a}; see @${b}, p. 3]`),
  id.map((id) => `([TASS](src:${id}), May 3; TASS, May 3)`),
  id.map((id) => `[x](<place:${id}>) \`[x](place:${id})\``),
  name,
  id,
  fc.constantFrom(' and ', '. ', '\n\n', '\n# ', '🛰️ ', '(, May 3)'),
);
const brief = fc
  .tuple(
    fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 1, arbitrary: frontMatter }),
    fc.array(inlineText),
  )
  .map(([frontMatter, words]) => `${frontMatter}\n${words.join(' ')}\n`);

/** Casebooks of two registries and two briefs, in which ids are defined, used, shadowed and left undefined. */
export const casebook: fc.Arbitrary<Casebook> = fc
  .tuple(fc.tuple(groups, reports, brief, brief), newline)
  .map(([[one, two, a, b], newline]) => {
    const files = { 'x.entities.yaml': one.join(''), 'x.sources.yaml': two.join(''), 'a.brief': a, 'b.brief': b };
    return new Map(
      Object.entries(files).map(([name, text]) => [`file:///${name}`, text.replaceAll('\n', newline)] as const),
    );
  });
