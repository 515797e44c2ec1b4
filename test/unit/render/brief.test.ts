import { describe, expect, test } from 'vitest';
import { type RenderOptions, renderBrief } from '../../../server/src/render/brief.ts';
import { createScope } from '../../../server/src/scope/scope.ts';
import { readBrief } from '../../../server/src/syntax/brief/brief.ts';
import { recordsOf } from '../../../server/src/syntax/brief/records.ts';
import { briefOf } from '../support/fixture.ts';
import { markupOf, textOf } from './page.ts';

/** The page for readers, or with what is internal. */
function render(fixture: string, options: Partial<RenderOptions> = {}): string {
  const { uri, brief, workspace } = briefOf(fixture);
  const { parts } = renderBrief(brief, workspace.scopeOf(uri), { fallbackTitle: 'main', ...options });
  return parts
    .map(({ html }) => html)
    .filter(Boolean)
    .join('\n');
}

const internal = { internal: true };
const live = { internal: true, includePositions: true };

const registries = `
--- entities.yaml
entities:
  - { id: harbour, type: org, name: Harbour Board, description: Runs the port. }
  - { id: kestrel, type: weapon, name: Kestrel }
  - { id: tide, type: media, name: The Tide, aliases: [Tide], reliability: B }
  - { id: north, type: place, name: Northquay }
  - { id: northfc, type: org, name: Northquay }
--- sources.yaml
references:
  - { id: tide-1, container-title: The Tide, title: Cranes stand still, issued: 2024-03-04, URL: "https://example.org/tide/1", custom: { credibility: 2 } }
  - { id: tide-2, container-title: The Tide, title: Cranes move, issued: 2024-03-09 }
`;

describe('the page', () => {
  test('title, facts and marking come from the front matter', () => {
    const html = render('---\ntitle: Cranes\ndate: 2024-03-10\nauthor: Desk\ntlp: TLP:GREEN\n---\n\nThe port slept.\n');
    expect(html).toContain('<h1>Cranes</h1><p class="facts">March 10, 2024 · Desk</p><p class="marking">TLP:GREEN</p>');
    expect(html).toContain('<p>The port slept.</p>');
    expect(html).not.toContain('author:');
  });

  test('a single line before prose is a heading; `#` headings keep their order below the title', () => {
    expect(render('It ends.\n\nCranes\n\nThe port slept.\n')).toContain('<h2>Cranes</h2>\n<p>The port slept.</p>');
    expect(render('# One\n\n### Two\n\nText.\n')).toMatch(/<h1>One<\/h1><\/header>\s*<h2>Two<\/h2>/);
  });

  test('lists, quotations, tables and emphasis are Markdown; HTML and fences are text', () => {
    expect(render('- one\n\n- *two*\n')).toMatch(/<ul>[\s\S]*one[\s\S]*<em>two<\/em>[\s\S]*<\/ul>/);
    expect(render('> quoted\n')).toContain('<blockquote>');
    const { parts } = renderBrief(readBrief('| a | b |\n|---|---|\n| c | d |\n'), createScope([]), {
      fallbackTitle: 'x',
    });
    expect(parts[1]?.html).toContain('<td>d</td>');
    expect(render('<b>bold</b>\n\n```\nIt left (, May 3).\n')).toContain('source missing');
  });

  test('comments are not shown', () => {
    const html = render(
      '<!-- brief-ignore missing-source -->\nIt slept.[^1] <!-- two\nlines --> And woke.\n\n<!-- alone -->\n',
    );
    expect(textOf(html)).toContain('It slept.source missing [^1]  And woke.');
    expect(html).not.toContain('alone');
  });

  test('names and tags link to the list of entities; a name that two entities share has no link', () => {
    const html = render(`The [board](org:harbour) met in Northquay. The Harbour Board waited.\n${registries}`);
    const link = '<a class="entity is-org" title="Harbour Board, organization" href="#named-1">';
    expect(html).toContain(`${link}board</a>`);
    expect(html).toContain(`${link}Harbour Board</a>`);
    expect(html).toContain('<span class="entity is-other">Northquay</span>');
    expect(html).toContain(
      '<li id="named-1"><span class="entity is-org">Harbour Board</span>, organization. Runs the port.</li>',
    );
    const ghost = `The [ghost](org:nobody).\n${registries}`;
    expect(render(ghost, internal)).toContain('class="entity is-org unknown"');
    expect(render(ghost)).not.toContain('unknown');
  });

  test('citations are numbered, and listed with outlet, title, date, address, and ways back', () => {
    const fixture = `---\ndate: 2024-03-10\n---\n\nOne (Tide, March 4; Tide, March 9). Two ([Tide](src:tide-1), March 4). [@tide-2, p. 3]\n${registries}`;
    const html = render(fixture);
    expect(textOf(html)).toContain('One (Tide, March 4[1]; Tide, March 9[2]). Two (Tide, March 4[1]).');
    expect(textOf(html)).toContain('(The Tide, March 9, 2024[2], p. 3)');
    expect(textOf(html)).toContain('The Tide. Cranes stand still. March 4, 2024. https://example.org/tide/1. ↩︎ 1 2');
    expect(html).toContain('Citations with a source: 4 of 4.');
    expect(textOf(render(fixture, internal))).toContain('March 4, 2024. Rated B2. https://example.org/tide/1.');
  });

  test('every way back leads to a place, and every source has one for each of its statements', () => {
    const html = render(
      `---\ndate: 2024-03-10\n---\n\nOne (Tide, March 4).[^1] [@tide-2] \`(Tide, March 4)\` ![(Tide, March 4)](https://example.org/a.png) [a (Tide, March 4) b](https://example.org/c/d)\n\n[^1]: Tide, March 4; Gull Post, March 1.\n${registries}`,
    );
    const targets = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => `#${id}`);
    expect(new Set(targets).size).toBe(targets.length);
    const links = [...html.matchAll(/ href="(#[^"]+)"/g)].map(([, href]) => href!);
    expect(links.filter((href) => !targets.includes(href))).toEqual([]);
    const statements = targets.filter((target) => target.startsWith('#cited-'));
    expect(statements.length).toBeGreaterThan(3);
    expect(links.filter((href) => href.startsWith('#cited-'))).toEqual(statements.sort());
  });

  test('a missing source is highlighted, an unknown one is marked inside the house', () => {
    const fixture = `---\ndate: 2024-03-10\n---\n\nOne (, March 4). Two (see , March 5). Three (Gull Post, March 1).\n${registries}`;
    const html = render(fixture);
    const two = 'One (source missing, March 4). Two (source missing see , March 5). Three (Gull Post, March 1';
    expect(textOf(html)).toContain(`${two}[1]).`);
    expect(html).toMatch(/<mark><strong>source missing<\/strong>/);
    expect(html).toContain('Citations with a source: 1 of 3. Missing:');
    expect(html).not.toContain('Not in the registry');
    expect(textOf(render(fixture, internal))).toContain(`${two}[1?]).`);
    expect(render(fixture, internal)).toContain('Not in the registry of sources.');
  });

  test('a gap that nobody minds is quiet', () => {
    const { brief, uri, workspace } = briefOf(`One (, March 4). Two (, March 5). It slept.[^7]\n`);
    const [, minded] = recordsOf(brief);
    const { parts } = renderBrief(brief, workspace.scopeOf(uri), {
      fallbackTitle: 'main',
      isGap: (citation) => citation === minded!.value,
    });
    const html = parts.map(({ html }) => html).join('\n');
    expect(textOf(html)).toContain('One (, March 4). Two (source missing, March 5). It slept.[^7]');
    expect(textOf(html)).toContain('Citations with a source: 0 of 1. Missing:March 5');
    expect(html.match(/<mark>/g)).toHaveLength(1);
  });

  test('with positions, elements carry their offsets and lines', () => {
    const { uri, brief, workspace } = briefOf(`One.\n\nTwo Kestrel.\n${registries}`);
    const { parts } = renderBrief(brief, workspace.scopeOf(uri), { fallbackTitle: 'main', includePositions: true });
    expect(parts[2]).toEqual({
      line: 2,
      at: 6,
      html: '<p data-line="0">Two <a class="entity is-weapon" data-at="5" href="#named-1">Kestrel</a>.</p>',
    });
  });
});

describe('text from a brief is never markup', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1)) [y](command:workbench.action.quit) [z](data:text/html,x) [w](vscode://x)',
    '![x](https://evil.example/a.png) ![y](javascript:alert(1))',
    '[a" onmouseover="b](person:"><script>x</script>)',
    '<https://evil.example/"onload=> <javascript:alert(1)>',
    '[x](https://evil.example/\\"onclick=1 "title\\" onclick=\\"1")',
    '(“<b>Tide</b>,” March 4) (<i>X</i>, March 4)',
    '&lt;script&gt; &#60;script&#62; &quot;',
    '`<script>` **<b>** [@<x>; @a"b]',
  ];
  test.each(hostile)('%s', (text) => {
    const html = render(`${text}\n${registries}`, live);
    expect(markupOf(html).wrong).toEqual([]);
    expect(html).not.toMatch(/\s(?:src|on\w+)="/);
  });

  test('text from a registry is not markup either', () => {
    const big = `<img onerror=alert(1)>${'x'.repeat(1_000_000)}`;
    const html = render(
      `Kestrel flew (Tide, March 4). [k](weapon:k)\n--- entities.yaml\nentities:\n  - { id: k, type: weapon, name: "${big}", aliases: [Kestrel], description: "<script>" }\n--- sources.yaml\nreferences:\n  - { id: a, container-title: Tide, title: "<b>", issued: 2024-03-04, URL: "javascript:alert(1)" }\n`,
    );
    expect(markupOf(html).wrong).toEqual([]);
    expect(html.length).toBeLessThan(10_000);
    expect(html).not.toContain('href="javascript');
  });
});
