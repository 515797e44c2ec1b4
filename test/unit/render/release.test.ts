/** A page for readers has neither ratings nor what is marked more strictly than the brief; one for the house has both. */
import { expect, test } from 'vitest';
import { renderBrief } from '../../../server/src/render/brief.ts';
import { briefOf } from '../support/fixture.ts';
import { markupOf, textOf } from './page.ts';

const registries = `
--- entities.yaml
entities:
  - { id: falcon, type: person, name: Maria Secret, aliases: [Falcon], description: Our man., tlp: RED }
  - { id: kestrel, type: weapon, name: Kestrel, tlp: GREEN }
  - { id: wire, type: media, name: The Secret Wire, aliases: [Wire], reliability: B, tlp: AMBER }
--- sources.yaml
references:
  - { id: red-1, container-title: Tide, title: Secret report, author: [{ literal: Secret Author }], issued: 2024-03-04, URL: "https://secret.example/1", custom: { tlp: RED, credibility: 2 } }
  - { id: wire-1, container-title: Wire, title: Secret call, issued: 2024-03-05 }
  - { id: wire-2, container-title: Wire, title: Open call, issued: 2024-03-06, custom: { tlp: CLEAR } }
  - { id: odd-1, container-title: Quay, title: Secret label, issued: 2024-03-07, custom: { tlp: PURPLE } }
`;
const prose =
  'Falcon saw the [bird](person:falcon) and Kestrel (Tide, March 4; [Tide](src:red-1), March 4; Wire, March 5; Wire, March 6; Quay, March 7). [@red-1, p. 2]';

function render(marking: string, internal = false): string {
  const { uri, brief, workspace } = briefOf(`---\ndate: 2024-03-10${marking}\n---\n\n${prose}\n${registries}`);
  const { parts } = renderBrief(brief, workspace.scopeOf(uri), { fallbackTitle: 'main', internal });
  const html = parts.map((part) => part.html).join('\n');
  expect(markupOf(html).wrong).toEqual([]);
  return html;
}

const secrets = [
  'Secret report',
  'Secret Author',
  'secret.example',
  'Maria',
  'Our man',
  'red-1',
  'Secret call',
  'Secret label',
];

test.each(['', '\ntlp: GREEN', '\ntlp: CLEAR', '\ntlp: nonsense'])(
  'without secrets, for a brief with %j',
  (marking) => {
    const html = render(marking);
    for (const secret of [...secrets, 'Secret Wire', 'Rated']) expect(html).not.toContain(secret);
    // What the brief itself says stays, and is listed.
    expect(textOf(html)).toContain(
      'Falcon saw the bird and Kestrel (Tide, March 4[1]; Tide, March 4[1]; Wire, March 5[2]',
    );
    expect(textOf(html)).toContain('(source withheld[1], p. 2)');
    expect(textOf(html)).toContain('Tide, March 4. ↩︎ 1 2 3');
    expect(textOf(html)).toContain('Wire. Open call. March 6, 2024.');
    expect(html.includes('title="Kestrel, weapon"')).toBe(marking !== '\ntlp: CLEAR');
  },
);

test('what is marked like the brief is on the page, but no rating', () => {
  const html = render('\ntlp: AMBER');
  expect(textOf(html)).toContain('The Secret Wire. Secret call.');
  for (const secret of ['Secret report', 'Maria', 'Rated']) expect(html).not.toContain(secret);
});

test('inside the house everything is', () => {
  const html = render('', true);
  for (const secret of secrets.filter((one) => one !== 'red-1')) expect(html).toContain(secret);
  expect(textOf(html)).toContain('Rated 2.');
});
