import { describe, expect, test } from 'vitest';
import { slice } from '../../../../server/src/base/text/span.ts';
import { isValidId } from '../../../../server/src/base/text/validId.ts';
import type { Inline } from '../../../../server/src/syntax/ast.ts';
import { readInlines } from '../../../../server/src/syntax/brief/inlines.ts';
import { NOTHING_KNOWN } from '../../../../server/src/syntax/knownNames.ts';

/** `text` → what is read as a whole in it, in order: `tag type:id "surface"`, `link target`, `code`, `comment`, `keys`. */
function check(text: string, expected: string): void {
  test(text.replaceAll('\n', '⏎').slice(0, 80), () => {
    const { atoms, citations } = readInlines(text, NOTHING_KNOWN);
    expect([...atoms.map((atom) => show(atom, text)), ...keys(citations)].join(' ; ') || 'nothing').toBe(expected);
  });
}

function show(atom: Inline, text: string): string {
  if (atom.kind === 'tag')
    return `tag ${slice(text, atom.type.span)}:${slice(text, atom.id.span)} "${atom.surface.value}"`;
  if (atom.kind === 'link') return `link ${slice(text, atom.target.span)}`;
  return `${atom.kind} ${slice(text, atom)}`;
}

function keys(citations: ReturnType<typeof readInlines>['citations']): string[] {
  return citations.filter(({ form }) => form === 'key').map(({ id }) => `@${id!.value}`);
}

describe('tags', () => {
  check(
    'the [Islamic State](group:is) and [Kabul](place:kabul)',
    'tag group:is "Islamic State" ; tag place:kabul "Kabul"',
  );
  for (const type of ['person', 'org', 'group', 'place', 'event', 'weapon', 'media', 'doc', 'src']) {
    check(`[x](${type}:a)`, `tag ${type}:a "x"`);
  }
  check('[中央军委](org:军委/1_a.b-c)', 'tag org:军委/1_a.b-c "中央军委"');
  check('𝔘𝔘 [𝔘](person:u) 𝔘', 'tag person:u "𝔘"');
  check('[](person:a)', 'tag person:a ""');
  check('[a (b) *c*](person:a)', 'tag person:a "a (b) *c*"');
  check('[a](person:a)[b](person:b)', 'tag person:a "a" ; tag person:b "b"');
  check('[a](person:a)(b)', 'tag person:a "a"');
  check('([a](person:a))', 'tag person:a "a"');
  check('[a](person:a "Title")', 'tag person:a "a"');
  check('[a](<person:a b>)', 'tag person:a b "a"');
  check('[a](operation:storm-1)', 'tag operation:storm-1 "a"');
});

describe('tags with a mistake', () => {
  check('[x](grup:iskp)', 'tag grup:iskp "x"');
  check('[x](Group:iskp)', 'tag Group:iskp "x"');
  check('[x](группа:игил)', 'tag группа:игил "x"');
  check('[x](group:)', 'tag group: "x"');
  check('[x](group: iskp)', 'tag group: iskp "x"');
  check('[x](group:is kp)', 'tag group:is kp "x"');
  check('[x](src:a(b))', 'tag src:a(b) "x"');
});

describe('no tags', () => {
  check('[x](https://example.org/a:b)', 'link https://example.org/a:b');
  check('[x](HTTPS://example.org)', 'link HTTPS://example.org');
  check('[x](mailto:a@example.org)', 'link mailto:a@example.org');
  check('[x](tel:+123)', 'link tel:+123');
  check('[x](urn:isbn:1)', 'link urn:isbn:1');
  check('[x](doi:10.1000/1)', 'link doi:10.1000/1');
  check('[x](C:/reports/a.pdf)', 'link C:/reports/a.pdf');
  check('[x](C:\\reports)', 'link C:\\reports');
  check('[x](custom://host)', 'link custom://host');
  check('[x](note.md)', 'link note.md');
  check('[x](12:30)', 'link 12:30');
  check('[x](https://example.org/a_(b) "T")', 'link https://example.org/a_(b)');
  check('![x](map.png)', 'link map.png');
  check('![x](group:iskp)', 'link group:iskp');
  check('\\![x](group:iskp)', 'tag group:iskp "x"');
  check('[x] (group:iskp)', 'nothing');
  check('[x](note: this is prose)', 'nothing');
  check('[x\ny](group:iskp)', 'link group:iskp');
  check('[![x](group:iskp)](https://example.org)', 'link group:iskp');
  check('[x](group:is\nkp)', 'nothing');
  check('[x](group:iskp', 'nothing');
  check('[x](', 'nothing');
  check('[^1] [1] [iv] [^note]: text', 'nothing');
  check('[^1](group:iskp)', 'tag group:iskp "^1"');
});

describe('nothing nests', () => {
  check('[a [b](person:b) c](person:a)', 'tag person:b "b"');
  check('[[b](person:b)', 'tag person:b "b"');
  check('[[b]](person:b)', 'nothing');
  check('[a](person:a]', 'nothing');
  check('[a [b c](person:a)', 'tag person:a "b c"');
});

describe('escapes', () => {
  check('\\[x](person:a)', 'nothing');
  check('[x\\](person:a)', 'nothing');
  check('[x\\]](person:a)', 'tag person:a "x\\]"');
  check('[x\\[](person:a)', 'tag person:a "x\\["');
  check('\\\\[x](person:a)', 'tag person:a "x"');
  check('\\`[x](person:a)`', 'tag person:a "x"');
  check('\\``', 'nothing');
  check('\\``[x](person:a)`', 'code `[x](person:a)`');
  check('\\``[x](person:a)``', 'tag person:a "x"');
  check('``[x](person:a)\\``', 'code ``[x](person:a)\\``');
  check('\\<!-- [x](person:a) -->', 'tag person:a "x"');
  check('\\', 'nothing');
});

describe('code and comments', () => {
  check('`[x](person:a)`', 'code `[x](person:a)`');
  check('``a ` [x](person:a)`` b', 'code ``a ` [x](person:a)``');
  check('` [x](person:a)', 'tag person:a "x"');
  check('`` [x](person:a) `', 'tag person:a "x"');
  check('`a` [x](person:a) `b`', 'code `a` ; tag person:a "x" ; code `b`');
  check('`a\\` [x](person:a)', 'code `a\\` ; tag person:a "x"');
  check('[`x`](person:a)', 'tag person:a "`x`"');
  check('<!-- [x](person:a) -->', 'comment <!-- [x](person:a) -->');
  check('<!-- ` --> [x](person:a) `', 'comment <!-- ` --> ; tag person:a "x"');
  check('`<!--` [x](person:a) -->', 'code `<!--` ; tag person:a "x"');
  check('<!-- [x](person:a)', 'tag person:a "x"');
  check('<!-- a\nb --> [x](person:a)', 'comment <!-- a\nb --> ; tag person:a "x"');
});

describe('citation keys', () => {
  check(
    '[@rferl-2021-09-05; see @toi-2021-09-13, p. 3]',
    'citation [@rferl-2021-09-05; see @toi-2021-09-13, p. 3] ; @rferl-2021-09-05 ; @toi-2021-09-13',
  );
  check('[see @a]', 'citation [see @a] ; @a');
  check('[-@a]', 'nothing');
  check('[@a.b:c/d_e]', 'citation [@a.b:c/d_e] ; @a.b:c/d_e');
  check('[@a.]', 'citation [@a.] ; @a');
  check('[@тасс-1]', 'citation [@тасс-1] ; @тасс-1');
  check('[@a; and so on; @b]', 'citation [@a; and so on; @b] ; @a ; @b');
  check('(as told [@a; @b])', 'citation [@a; @b] ; @a ; @b');
  check('[@a](src:b)', 'tag src:b "@a"');
  check('a bare @handle', 'nothing');
  check('[me@example.org]', 'nothing');
  check('[@]', 'nothing');
  check('\\[@a]', 'nothing');
  check('`[@a]`', 'code `[@a]`');
});

test('ids: letters and digits of any script, . _ - /', () => {
  for (const id of ['a', 'rferl-2021-09-05', 'а', '军委', 'a/b.c_d', 'a\u0301', '1']) expect(isValidId(id)).toBe(true);
  for (const id of ['', ' a', 'a b', 'a:b', 'a#b', 'a,b', 'a(b)', '😀']) expect(isValidId(id)).toBe(false);
});

test('spans count from the start of the text, in UTF-16', () => {
  const text = '𝔘 (see [RFE/RL](src:rferl-1), September 5)';
  const { atoms, groups, citations } = readInlines(text, NOTHING_KNOWN);
  expect(atoms.map((atom) => slice(text, atom))).toEqual(['[RFE/RL](src:rferl-1)']);
  expect(groups.map((group) => slice(text, group))).toEqual(['(see [RFE/RL](src:rferl-1), September 5)']);
  expect(citations).toMatchObject([{ form: 'tag', id: { value: 'rferl-1' }, source: { name: 'RFE/RL' } }]);
  expect(slice(text, citations[0]!.span)).toBe('see [RFE/RL](src:rferl-1), September 5');
  expect(slice(text, citations[0]!.when!.span)).toBe('September 5');
});
