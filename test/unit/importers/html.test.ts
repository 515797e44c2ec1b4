import { expect, test } from 'vitest';
import { htmlImporter } from '../../../server/src/importers/html/html.ts';
import { readFragment, readPage } from '../../../server/src/importers/html/read.ts';

/** The brief that a copied part of a page becomes. */
function checkFragment(html: string, text: string): void {
  expect(readFragment(html).text).toBe(`${text}\n`);
}

test.each([
  [
    'a bare domain',
    'It left (<a href="https://www.dawn.com/news/1">dawn.com</a>, September 22).',
    'It left ([dawn.com](https://www.dawn.com/news/1), September 22).',
  ],
  [
    'a link around a citation',
    'It left <a href="https://dawn.com/1">(Dawn, May 3)</a>.',
    'It left ([Dawn](https://dawn.com/1), May 3).',
  ],
  [
    'a link around its words',
    'It left (<a href="https://dawn.com/1">Dawn, May 3</a>).',
    'It left ([Dawn](https://dawn.com/1), May 3).',
  ],
  [
    'a logo for a source',
    'It left (<a href="https://www.dawn.com/1"><img src="x.png" alt="Dawn"></a>, May 3; <a href="https://www.tide.example/2"></a>, May 4).<a href="https://share.example/x"></a>',
    'It left ([Dawn](https://www.dawn.com/1), May 3; [tide.example](https://www.tide.example/2), May 4).',
  ],
  [
    'what Wikipedia asks for',
    'It left.<sup class="noprint Inline-Template">&#91;<a href="/wiki/CN">citation needed</a>&#93;</sup>',
    'It left.[citation needed]',
  ],
  [
    'two links in one parenthesis',
    'It left (<a href="https://dawn.com/1">Dawn, May 3</a>; <a href="https://www.tide.example/2">https://www.tide.example/2</a>, May 4).',
    'It left ([Dawn](https://dawn.com/1), May 3; [tide.example](https://www.tide.example/2), May 4).',
  ],
  [
    'tracking',
    '<a href="https://dawn.com/1?utm_source=x&amp;id=2&amp;fbclid=3#part">x</a>',
    '[x](https://dawn.com/1?id=2#part)',
  ],
  ['nothing but tracking', '<a href="https://dawn.com/1?gclid=3">x</a>', '[x](https://dawn.com/1)'],
  [
    'a forwarder',
    '<a href="https://www.google.com/url?q=https://dawn.com/1&amp;sa=D">x</a>',
    '[x](https://dawn.com/1)',
  ],
  ['a link that runs programs', '<a href="javascript:alert(1)">x</a>', 'x'],
  ['a program', 'a<script>alert(1)</script><style>b</style><noscript>c</noscript> d', 'a d'],
  ['a hidden text', 'a<span style="display: none">b</span><i hidden>c</i>', 'a'],
  ['emphasis', '(<em>Dawn</em>, <b>May 3</b>)', '(Dawn, May 3)'],
  ['headings', '<h2>A <a class="anchor" href="#a">#</a></h2><p>b', '## A\n\nb'],
  ['line ends', 'a<br>b<br><br>c', 'a\nb\n\nc'],
  ['lists', '<ul><li>a<ul><li>b</ul><li><p>c<p>d</ul><ol start=4><li>e</ol>', '- a\n    - b\n- c\n    d\n4. e'],
  ['a quotation', '<blockquote><p>a</blockquote>b', '> a\n\nb'],
  ['a table', '<table><tr><th>a<th>b|c<tr><td>1<td><p>2<p>3</table>', '| a | b\\|c |\n| --- | --- |\n| 1 | 2 3 |'],
  ['a table around a page', '<table><tr><td><p>a<table><tr><td>b</table></table>', 'a\n\nb'],
  ['spaces', '  a\n   <b> b</b>&nbsp;c ', 'a b\u00a0c'],
  ['superscripts', 'x<sup>12</sup> 5<sup>th</sup>', 'x¹² 5th'],
  ['the clipboard of Windows', 'Version:0.9\n<html><!--StartFragment-->a<!--EndFragment--></html>', 'a'],
  [
    'the clipboard of Word',
    '<p class=MsoListParagraph><![if !supportLists]><span style="mso-list:Ignore">·<span>&nbsp;</span></span><![endif]>a</p>',
    '- a',
  ],
])('%s', (_, html, text) => {
  checkFragment(html, text);
});

test.each([
  [
    'Pandoc',
    'a<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a><section id="footnotes"><hr><ol><li id="fn1"><p>Note.<a href="#fnref1" class="footnote-back">↩︎</a></p></li></ol></section>',
  ],
  [
    'Word',
    'a<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a><div><div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> Note.</p></div></div>',
  ],
  [
    'Google Docs',
    'a<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> Note.</p></div>',
  ],
  [
    'Wikipedia',
    'a<sup id="cite_ref-1"><a href="https://wiki.example/A#cite_note-1"><span>[</span>1<span>]</span></a></sup><ol><li id="cite_note-1"><span><a href="https://wiki.example/A#cite_ref-1">^</a></span> <span>Note.</span></li></ol>',
  ],
  [
    'Substack',
    'a<a class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1">1</a><div class="footnote"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number">1</a><div class="footnote-content"><p>Note.</p></div></div>',
  ],
  [
    'a table',
    'a[<a href="#n1" id="r1">1</a>]<table><tr><td><a id="n1" href="#r1">1</a></td><td>Note.</td></tr></table>',
  ],
])('the notes of %s', (_, html) => {
  checkFragment(html, 'a[^1]\n\n[^1]: Note.');
});

test('a note of two paragraphs, and two markers of one note', () => {
  checkFragment(
    'a<a href="#n1" id="r1">1</a> b<a href="#n2" id="r2">2</a> c<a href="#n1">1</a><h2>Notes</h2><ol><li id="n1"><p>One.</p><p>More. <a href="#r1">↩</a></p></li><li id="n2">Two.</li></ol>',
    'a[^1] b[^2] c[^1]\n\n## Notes\n\n[^1]: One.\n    More.\n\n[^2]: Two.',
  );
});

test('markers whose notes were not copied stay as they were', () => {
  checkFragment('a<sup><a href="https://x.example/a#n1">[1]</a></sup> b', 'a[1] b');
});

test('a page: its article without menus, its title, its day', async () => {
  const html = `<!doctype html><html><head><title>Cranes</title><meta property="og:title" content="Cranes stand still">
<meta property="article:published_time" content="2022-05-03T10:00:00Z"><link rel="canonical" href="https://tide.example/news/cranes"></head>
<body><header>Tide</header><nav><a href="/">Home</a></nav><article><p>The cranes stand still <a href="../ships?utm_medium=x">since Monday</a>, as the harbor office said in a long statement.</p>
<aside>Subscribe</aside></article><article><p>Other</p></article><footer>Imprint</footer></body></html>`;
  expect(await htmlImporter.read(new TextEncoder().encode(html))).toEqual({
    text: `---\ndate: 2022-05-03\n---\n\n# Cranes stand still\n\nThe cranes stand still [since Monday](https://tide.example/ships), as the harbor office said in a long statement.\n`,
    problems: [],
  });
});

test('the encoding that a page declares', async () => {
  const bytes = Uint8Array.from('<meta charset="windows-1251"><p>\xcc\xe8\xf0', (char) => char.charCodeAt(0));
  expect((await htmlImporter.read(bytes)).text).toBe('Мир\n');
});

test('a page that is nested too deeply says so', () => {
  const { text, problems } = readPage('<div>'.repeat(5_000));
  expect([text, problems.length]).toEqual([undefined, 1]);
});

test.each([
  ['as browsers do where nothing is declared', '<p>\x93El Pa\xeds\x94</p>', '“El País”'],
  ['by its XML declaration', '<?xml version="1.0" encoding="iso-8859-2"?><html><p>\xb1</p></html>', 'ą'],
  ['as UTF-8 where it says UTF-16 in ASCII', '<meta charset="utf-16"><p>x</p>', 'x'],
  ['by an encoding that does not exist', '<meta charset="nope"><p>x</p>', 'x'],
])('the encoding of a page: %s', async (_, html, text) => {
  const bytes = Uint8Array.from(html, (char) => char.charCodeAt(0));
  expect((await htmlImporter.read(bytes)).text).toBe(`${text}\n`);
});
