/** What a brief is called, and where: the title stands once. */
import { expect, test } from 'vitest';
import { renderBrief } from '../../../server/src/render/brief.ts';
import { createScope } from '../../../server/src/scope/scope.ts';
import { readBrief } from '../../../server/src/syntax/brief/brief.ts';

/** The title of the page, and the page above its prose. */
function top(text: string): string {
  const { title, parts } = renderBrief(readBrief(text), createScope([]), { fallbackTitle: 'file-name' });
  const html = parts
    .map((part) => part.html)
    .filter(Boolean)
    .join('\n');
  return `${title}\n${html.slice(0, html.indexOf('<p>'))}`.trim();
}

const PROSE = 'The port slept.\n';

test.each([
  ['---\ntitle: Cranes\n---\n\n', 'Cranes\n<header><h1>Cranes</h1></header>'],
  // The title of the front matter, once more in the text.
  [
    '---\ntitle: cranes, still\n---\n\n# Cranes – *still*\n\n',
    'cranes, still\n<header><h1>Cranes – <em>still</em></h1></header>',
  ],
  ['---\ntitle: Cranes\n---\n\n# Summary\n\n', 'Cranes\n<header><h1>Cranes</h1></header>\n<h2>Summary</h2>'],
  ['# Cranes\n\n', 'Cranes\n<header><h1>Cranes</h1></header>'],
  ['# Cranes[^1]\n\n', 'Cranes\n<header><h1>Cranes[^1]</h1></header>'],
  ['Cranes\n======\n\n', 'Cranes\n<header><h1>Cranes</h1></header>'],
  ['Cranes\n\n', 'Cranes\n<header><h1>Cranes</h1></header>'],
  ['TLP:AMBER\n\nCranes\n\n', 'Cranes\n<header><h1>Cranes</h1></header>\n<p class="marking">TLP:AMBER</p>'],
  // Headings of equal rank are sections.
  ['# Summary\n\nIt is so.\n\n# Outlook\n\n', 'file-name\n<h2>Summary</h2>'],
  ['Key Takeaways:\n\n', 'file-name\n<h2>Key Takeaways:</h2>'],
  ['', 'file-name'],
  [
    'Cranes\nDate: 4 March 2022\nTo: Desk\n\n',
    'Cranes\n<header><h1>Cranes</h1></header>\n<p class="masthead">Date: 4 March 2022\nTo: Desk</p>',
  ],
  [
    '# Cranes\n\nTo: Desk\nFrom: The section that counts.\nDate: 4 March 2022\n\n',
    'Cranes\n<header><h1>Cranes</h1></header>\n<p class="masthead">To: Desk\nFrom: The section that counts.\nDate: 4 March 2022</p>',
  ],
])('%j', (head, expected) => {
  expect(top(`${head}${PROSE}`)).toBe(expected);
});
