import { expect, test } from 'vitest';
import { renderBrief } from '../../../server/src/render/brief.ts';
import { briefOf } from '../support/fixture.ts';
import { markupOf, textOf } from './page.ts';

/** The parts of the page between the header and the lists; the words of the lists in one line. */
function render(fixture: string, includePositions = false): string {
  const { uri, brief, workspace } = briefOf(fixture);
  const { parts } = renderBrief(brief, workspace.scopeOf(uri), { fallbackTitle: 'main', includePositions });
  const [, ...passages] = parts.map(({ html }) => html);
  expect(markupOf(passages.join('')).wrong).toEqual([]);
  return passages.map((html) => (html.startsWith('<section') ? `--- ${textOf(html)}` : html)).join('\n');
}

test('a marker links to its note, and the note back', () => {
  expect(render('It slept.[^1] It woke.[^2]\n\n[^1]: TASS, May 3, 2021.\n[^2]: It is a cat.\n')).toMatchInlineSnapshot(`
    <p>It slept.<sup class="marker" id="marker-1"><a href="#note-1" role="doc-noteref" aria-label="Note 1">1</a></sup> It woke.<sup class="marker" id="marker-2"><a href="#note-2" role="doc-noteref" aria-label="Note 2">2</a></sup></p>
    <p class="note"><span class="number" id="note-1" tabindex="-1">1</span> <span class="citation">TASS, May 3, 2021.<sup>[<a href="#source-1" id="cited-1-1" aria-label="Source 1">1</a>]</sup></span> <a class="back" href="#marker-1" role="doc-backlink" aria-label="Back from note 1 to the text">↩︎</a></p>
    <p class="note"><span class="number" id="note-2" tabindex="-1">2</span> It is a cat. <a class="back" href="#marker-2" role="doc-backlink" aria-label="Back from note 2 to the text">↩︎</a></p>
    --- SourcesCitations with a source: 1 of 1.TASS, May 3, 2021. ↩︎
  `);
});

test('a note that ends with an address in angle brackets, or in a quotation', () => {
  const shown = textOf(
    render('It slept.[^1] It woke.[^2]\n\n[^1]: TASS, May 3, <https://a.example/x>\n\n> [^2]: AFP, May 4.\n> \n>\n'),
  );
  expect(shown).toContain('TASS, May 3, https://a.example/x[1] ↩︎');
  expect(shown).toContain('AFP, May 4.[2] ↩︎');
});

test('a note that two markers point to links back to both', () => {
  expect(
    render('It slept.¹ It woke.¹ It ate.²\n\n# Notes\n\n¹ TASS, May 3, 2021.\n² Reuters, May 4, 2021.\n'),
  ).toMatchInlineSnapshot(`
    <p>It slept.<sup class="marker" id="marker-1"><a href="#note-1" role="doc-noteref" aria-label="Note 1">1</a></sup> It woke.<sup class="marker" id="marker-2"><a href="#note-1" role="doc-noteref" aria-label="Note 1">1</a></sup> It ate.<sup class="marker" id="marker-3"><a href="#note-2" role="doc-noteref" aria-label="Note 2">2</a></sup></p>
    <h2>Notes</h2>
    <p class="note"><span class="number" id="note-1" tabindex="-1">1</span> <span class="citation">TASS, May 3, 2021.<sup>[<a href="#source-1" id="cited-1-1" aria-label="Source 1">1</a>]</sup></span> <a class="back" href="#marker-1" role="doc-backlink" aria-label="Back from note 1 to the text, place 1">↩︎</a> <a class="back" href="#marker-2" role="doc-backlink" aria-label="Back from note 1 to the text, place 2">↩︎</a></p>
    <p class="note"><span class="number" id="note-2" tabindex="-1">2</span> <span class="citation">Reuters, May 4, 2021.<sup>[<a href="#source-2" id="cited-2-1" aria-label="Source 2">2</a>]</sup></span> <a class="back" href="#marker-3" role="doc-backlink" aria-label="Back from note 2 to the text">↩︎</a></p>
    --- SourcesCitations with a source: 2 of 2.TASS, May 3, 2021. ↩︎Reuters, May 4, 2021. ↩︎
  `);
});

test('a marker with several notes, one of them lost; another marker of the lost note', () => {
  expect(render('It slept.[1–3] It woke.[3]\n\n# Notes\n\n1. TASS, May 3, 2021.\n2. Ibid.\n')).toMatchInlineSnapshot(`
    <p>It slept.<sup class="marker" id="marker-1"><a href="#note-1" role="doc-noteref" aria-label="Note 1">1</a>, <a href="#note-2" role="doc-noteref" aria-label="Note 2">2</a></sup><a class="missing" id="missing-1" href="#sources-title"><mark><strong>source missing</strong> [3]</mark></a> It woke.<mark>[3]</mark></p>
    <h2>Notes</h2>
    <p class="note"><span class="number" id="note-1" tabindex="-1">1</span> <span class="citation">TASS, May 3, 2021.<sup>[<a href="#source-1" id="cited-1-1" aria-label="Source 1">1</a>]</sup></span> <a class="back" href="#marker-1" role="doc-backlink" aria-label="Back from note 1 to the text">↩︎</a></p>
    <p class="note"><span class="number" id="note-2" tabindex="-1">2</span> <span class="citation">Ibid.<sup>[<a href="#source-1" id="cited-1-2" aria-label="Source 1">1</a>]</sup></span> <a class="back" href="#marker-1" role="doc-backlink" aria-label="Back from note 2 to the text">↩︎</a></p>
    --- SourcesCitations with a source: 2 of 3. Missing:[1–3]TASS, May 3, 2021. ↩︎ 1 2
  `);
});

test('notes that were lost, and a note that is empty', () => {
  expect(render('It slept.[1] It woke.[2] It ate.[3]\n')).toMatchInlineSnapshot(`
    <p>It slept.<a class="missing" id="missing-1" href="#sources-title"><mark><strong>source missing</strong> [1]</mark></a> It woke.<mark>[2]</mark> It ate.<mark>[3]</mark></p>
    --- SourcesCitations with a source: 0 of 1. Missing:[1]
  `);
  expect(render('It slept.[^1] It woke.[^2]\n\n[^1]: TASS, May 3, 2021.\n[^2]:\n')).toMatchInlineSnapshot(`
    <p>It slept.<sup class="marker" id="marker-1"><a href="#note-1" role="doc-noteref" aria-label="Note 1">1</a></sup> It woke.<sup class="marker" id="marker-2"><a href="#note-2" role="doc-noteref" aria-label="Note 2">2</a></sup></p>
    <p class="note"><span class="number" id="note-1" tabindex="-1">1</span> <span class="citation">TASS, May 3, 2021.<sup>[<a href="#source-1" id="cited-1-1" aria-label="Source 1">1</a>]</sup></span> <a class="back" href="#marker-1" role="doc-backlink" aria-label="Back from note 1 to the text">↩︎</a></p>
    <p class="note"><span class="number" id="note-2" tabindex="-1">2</span> <a class="missing" id="missing-1" href="#sources-title"><mark><strong>source missing</strong></mark></a> <a class="back" href="#marker-2" role="doc-backlink" aria-label="Back from note 2 to the text">↩︎</a></p>
    --- SourcesCitations with a source: 1 of 2. Missing:[^2]:TASS, May 3, 2021. ↩︎
  `);
});

test('markers side by side do not run into one number', () => {
  expect(textOf(render('It slept.[4][5]\n\n# Notes\n\n4. TASS, May 3.\n5. Reuters, May 4.\n'))).toContain(
    'It slept.4, 5\n',
  );
});

test('a link whose address stands elsewhere', () => {
  expect(render('As [the paper][a] says, it slept.\n\n[a]: https://example.org/a/b\n')).toMatchInlineSnapshot(`
    <p>As <span class="citation"><a href="https://example.org/a/b" rel="noopener noreferrer">the paper</a><sup>[<a href="#source-1" id="cited-1-1" aria-label="Source 1">1</a>]</sup></span> says, it slept.</p>
    <p>[a]: https://example.org/a/b</p>
    --- SourcesCitations with a source: 1 of 1.example.org, the paper. https://example.org/a/b. ↩︎
  `);
});

test('an inline note', () => {
  expect(render('It slept.^[TASS, May 3, 2021] It woke.\n')).toMatchInlineSnapshot(`
    <p>It slept.[<span class="citation">TASS, May 3, 2021<sup>[<a href="#source-1" id="cited-1-1" aria-label="Source 1">1</a>]</sup></span>] It woke.</p>
    --- SourcesCitations with a source: 1 of 1.TASS, May 3, 2021. ↩︎
  `);
});

test('notes in rows', () => {
  expect(
    render('It slept.[1] It woke.[2]\n\n# Notes\n\n| 1. | TASS, May 3, 2021. |\n| 2. | Reuters, May 4, 2021. |\n'),
  ).toMatchInlineSnapshot(`
    <p>It slept.<sup class="marker" id="marker-1"><a href="#note-1" role="doc-noteref" aria-label="Note 1">1</a></sup> It woke.<sup class="marker" id="marker-2"><a href="#note-2" role="doc-noteref" aria-label="Note 2">2</a></sup></p>
    <h2>Notes</h2>
    <p class="note">| <span class="number" id="note-1" tabindex="-1">1</span>. | <span class="citation">TASS, May 3, 2021.<sup>[<a href="#source-1" id="cited-1-1" aria-label="Source 1">1</a>]</sup></span> <a class="back" href="#marker-1" role="doc-backlink" aria-label="Back from note 1 to the text">↩︎</a> |
    | <span class="number" id="note-2" tabindex="-1">2</span>. | <span class="citation">Reuters, May 4, 2021.<sup>[<a href="#source-2" id="cited-2-1" aria-label="Source 2">2</a>]</sup></span> <a class="back" href="#marker-2" role="doc-backlink" aria-label="Back from note 2 to the text">↩︎</a> |</p>
    --- SourcesCitations with a source: 2 of 2.TASS, May 3, 2021. ↩︎Reuters, May 4, 2021. ↩︎
  `);
});

test('with positions, markers and numbers carry their offsets', () => {
  expect(render('It slept.[^1]\n\n[^1]: TASS, May 3, 2021.\n', true)).toMatchInlineSnapshot(`
    <p data-line="0">It slept.<sup class="marker" id="marker-1" data-at="10"><a href="#note-1" role="doc-noteref" aria-label="Note 1">1</a></sup></p>
    <p class="note" data-line="0"><span class="number" id="note-1" tabindex="-1" data-at="1">1</span> <span class="citation" data-at="7">TASS, May 3, 2021.<sup>[<a href="#source-1" id="cited-1-1" aria-label="Source 1">1</a>]</sup></span> <a class="back" href="#marker-1" role="doc-backlink" aria-label="Back from note 1 to the text">↩︎</a></p>
    --- SourcesCitations with a source: 1 of 1.TASS, May 3, 2021. ↩︎
  `);
});

test('links, source lines and author–date', () => {
  expect(
    render(
      'It is so, as [the paper](https://example.org/2021/05/03/cat) says (Filiu 2009, p. 3). More (Marchal and Sheikh 2015). Most (Shaw 2014a).\n\nSource: TASS, 3 May 2021\n',
    ),
  ).toMatchInlineSnapshot(`
    <p>It is so, as <span class="citation"><a href="https://example.org/2021/05/03/cat" rel="noopener noreferrer">the paper</a><sup>[<a href="#source-1" id="cited-1-1" aria-label="Source 1">1</a>]</sup></span> says (<span class="citation">Filiu 2009, p. 3<sup>[<a href="#source-2" id="cited-2-1" aria-label="Source 2">2</a>]</sup></span>). More (<span class="citation">Marchal and Sheikh 2015<sup>[<a href="#source-3" id="cited-3-1" aria-label="Source 3">3</a>]</sup></span>). Most (<span class="citation">Shaw 2014a<sup>[<a href="#source-4" id="cited-4-1" aria-label="Source 4">4</a>]</sup></span>).</p>
    <p class="source">Source: <span class="citation">TASS, 3 May 2021<sup>[<a href="#source-5" id="cited-5-1" aria-label="Source 5">5</a>]</sup></span></p>
    --- SourcesCitations with a source: 5 of 5.example.org, the paper. https://example.org/2021/05/03/cat. ↩︎Filiu, 2009. ↩︎Marchal and Sheikh, 2015. ↩︎Shaw, 2014a. ↩︎TASS, 3 May 2021. ↩︎
  `);
});

test('what has lost its source is loud in every form', () => {
  expect(
    render(
      'It is so [citation needed], as [the paper]() says.【4†source】 They agreed on that.\n\nSource: , 3 May 2021\n',
    ),
  ).toMatchInlineSnapshot(`
    <p>It is so <a class="missing" id="missing-1" href="#sources-title"><mark><strong>source missing</strong> [citation needed]</mark></a>, as <a class="missing" id="missing-2" href="#sources-title"><mark><strong>source missing</strong> [the paper]()</mark></a> says.<a class="missing" id="missing-3" href="#sources-title"><mark><strong>source missing</strong> 【4†source】</mark></a> They agreed on that.</p>
    <p class="source">Source: <a class="missing" id="missing-4" href="#sources-title"><mark><strong>source missing</strong>, 3 May 2021</mark></a></p>
    --- SourcesCitations with a source: 0 of 4. Missing:[citation needed][the paper]()【4†source】3 May 2021
  `);
});

test('the label and the words of a note are text', () => {
  expect(
    render('It slept.[^1]\n\n[^1]: <b onclick="x">TASS</b>, May 3, 2021. ![x](https://evil.example/a.png)\n'),
  ).toMatchInlineSnapshot(`
    <p>It slept.<sup class="marker" id="marker-1"><a href="#note-1" role="doc-noteref" aria-label="Note 1">1</a></sup></p>
    <p class="note"><span class="number" id="note-1" tabindex="-1">1</span> &lt;b onclick=&quot;x&quot;&gt;<span class="citation">TASS&lt;/b&gt;, May 3, 2021.<sup>[<a href="#source-1" id="cited-1-1" aria-label="Source 1">1</a>]</sup></span> <span class="citation"><span class="image">Image: x (https://evil.example/a.png)</span><sup>[<a href="#source-2" id="cited-2-1" aria-label="Source 2">2</a>]</sup></span> <a class="back" href="#marker-1" role="doc-backlink" aria-label="Back from note 1 to the text">↩︎</a></p>
    --- SourcesCitations with a source: 2 of 2.TASS, May 3, 2021. ↩︎evil.example. https://evil.example/a.png. ↩︎
  `);
});

test('a key in a sentence leads to its source, and an account stays text', () => {
  const registry =
    '--- sources.yaml\nreferences:\n  - { id: pier-1, container-title: Pier Post, title: Boats, issued: 2021-05-03 }\n';
  expect(render(`As @pier-1 [p. 3] and [-@pier-1] say, @pier slept.\n${registry}`)).toMatchInlineSnapshot(`
    <p>As (<span class="citation">Pier Post, May 3, 2021<sup>[<a href="#source-1" id="cited-1-1" aria-label="Source 1">1</a>]</sup></span>, p. 3) and (<span class="citation">Pier Post, May 3, 2021<sup>[<a href="#source-1" id="cited-1-2" aria-label="Source 1">1</a>]</sup></span>) say, @pier slept.</p>
    --- SourcesCitations with a source: 2 of 2.Pier Post. Boats. May 3, 2021. ↩︎ 1 2
  `);
});
