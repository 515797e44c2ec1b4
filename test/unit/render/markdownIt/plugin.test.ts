import markdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { TAG_TYPES } from '../../../../server/src/protocol/markdownIt/mark.ts';
import { typesetBriefs } from '../../../../server/src/protocol/markdownIt/typeset.ts';
import { briefmark } from '../../../../server/src/render/markdownIt/plugin.ts';
import { readMarks } from '../../../../server/src/render/markdownIt/readMarks.ts';
import { BUILT_IN_TYPES, SOURCE_TYPE } from '../../../../server/src/syntax/ast.ts';

const render = (text: string) => markdownIt({ html: true, linkify: true }).use(briefmark).render(text);
const plain = (text: string) => markdownIt({ html: true, linkify: true }).render(text);

test('knows the types that the reader of tags knows', () => {
  expect(TAG_TYPES).toEqual([...BUILT_IN_TYPES, SOURCE_TYPE]);
});

describe('what is typeset', () => {
  test('tags become names, also those of types that only a registry knows', () => {
    expect(
      render('The [board](org:harbour) ran [Kestrel](operation:kestrel) ([*Tide*](src:tide-1), May 3).'),
    ).toMatchInlineSnapshot(
      `<p>The <span class="briefmark-entity is-org" title="org: harbour">board</span> ran <span class="briefmark-entity is-other" title="operation: kestrel">Kestrel</span> (<span class="briefmark-source" title="src: tide-1"><em>Tide</em></span>, May 3).</p>`,
    );
  });

  test('a source that is missing is said to be, in the language of the brief', () => {
    expect(render('It left the port (, September 22; Tide, May 3).')).toMatchInlineSnapshot(
      `<p>It left the port (<mark class="briefmark-missing"><strong>source missing</strong>, September 22</mark>; Tide, May 3).</p>`,
    );
    expect(render('---\nlang: es\n---\n\nSalió del puerto (, 22 de septiembre).')).toContain(
      '<strong>falta la fuente</strong>',
    );
    expect(render('It left the port [citation needed].')).toMatchInlineSnapshot(
      `<p>It left the port <mark class="briefmark-missing"><strong>source missing</strong> [citation needed]</mark>.</p>`,
    );
  });

  test('a comment that ignores the rule is obeyed', () => {
    expect(render('<!-- brief-ignore missing-source -->\nIt left (, May 3).')).not.toContain('<mark');
  });

  test('notes get their numbers, each on a line of its own, and a lost one is missing', () => {
    expect(render('It left.[^1] It sank.[^3]\n\n[^1]: Tide, May 3.\n[^2]: Gull, May 4.\n')).toMatchInlineSnapshot(`
      <p>It left.<sup class="briefmark-marker">1</sup> It sank.<mark class="briefmark-missing"><strong>source missing</strong> [^3]</mark></p>
      <p><span class="briefmark-number">1</span> Tide, May 3.<br>
      <span class="briefmark-number">2</span> Gull, May 4.</p>
    `);
    expect(render('It left.[1] It sank.[2]\n\nNotes\n\n[1] Tide, May 3.\n[2] Gull, May 4.\n')).toMatchInlineSnapshot(`
      <p>It left.<sup class="briefmark-marker">1</sup> It sank.<sup class="briefmark-marker">2</sup></p>
      <p>Notes</p>
      <p><span class="briefmark-number">1</span> Tide, May 3.<br>
      <span class="briefmark-number">2</span> Gull, May 4.</p>
    `);
  });

  test('a note that is an address alone stays a note', () => {
    expect(render('It left.[^1]\n\n[^1]: https://example.org/tide\n')).toMatchInlineSnapshot(`
      <p>It left.<sup class="briefmark-marker">1</sup></p>
      <p><span class="briefmark-number">1</span> <a href="https://example.org/tide">https://example.org/tide</a></p>
    `);
  });

  test('keys stay as they are written', () => {
    expect(render('It left [@tide-1, p. 3; see @gull-2].')).toMatchInlineSnapshot(
      `<p>It left <span class="briefmark-key">[@tide-1, p. 3; see @gull-2]</span>.</p>`,
    );
  });
});

describe('what Markdown makes of the text stays', () => {
  test.each([
    'Emphasis across: **It left (, May 3** and more).',
    'In code `(, May 3)` and in an address [x](https://example.org/a,b "(, May 3)").',
    '| a | b |\n|---|---|\n| It left (, May 3). | c |\n',
    '- It left (, May 3).\n- [board](org:x)\n\n> quoted (, May 4)\n',
    '    indented (, May 3)\n',
    '<div>\nIt left (, May 3).\n</div>\n',
    '![It left (, May 3)](picture.png)\n',
    '# Title (, May 3)\n\nA *(, May 4)* and \uFDE0x\uFDE2 **b**(, May 5)',
  ])('%j', (text) => {
    const html = render(text);
    expect(html).not.toMatch(/[\uFDD0-\uFDEF]|%EF%B7/);
    const ours =
      /<mark class="briefmark-missing"><strong>source missing<\/strong> ?|<\/mark>|<span class="briefmark-[^>]*>|<\/span>/g;
    expect(html.replace(ours, '')).toBe(
      plain(text.replace(/[\uFDD0-\uFDEF]/g, '\uFFFD')).replace(/<a href="org:x">(.*?)<\/a>/g, '$1'),
    );
  });

  test('a text that is no brief is rendered as without the plug-in', () => {
    const other = typesetBriefs(markdownIt(), (text) => (text.startsWith('BRIEF') ? readMarks(text) : undefined));
    const text = 'The [board](org:harbour)[^1] left (, May 3).\n\n[^1]: Tide.\n[^2]: Gull.\n';
    expect(other.render(text)).toBe(markdownIt().render(text));
    expect(other.render(`BRIEF ${text}`)).toContain('<mark');
  });

  test('content is text', () => {
    const html = render('[<b onclick=x>](org:"><script>) and [x](org:a"b) (<i>, May 3)');
    expect(html).not.toMatch(/<script|title="[^"]*"[^ >]/);
  });

  test('a token keeps the line it begins at', () => {
    const lines = (text: string, use: boolean) => {
      const markdown = markdownIt();
      if (use) markdown.use(briefmark);
      return markdown.parse(text, {}).map(({ type, map }) => [type, map]);
    };
    const text =
      '# A\n\nIt left (, May 3;\nTide, May 4).\n\n- [a](org:b)\n\n[^1]: Tide, May 3.\n[^2]: Gull, May 4.\n\nEnd.\n';
    expect(lines(text, true)).toEqual(lines(text, false));
  });
});
