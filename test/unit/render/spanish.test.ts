/** A page in Spanish: our texts are translated, the prose of the brief is not. */
import { expect, test } from 'vitest';
import { loadInSpanish } from '../support/spanish.ts';
import { markupOf, textOf } from './page.ts';

const server = loadInSpanish(async () => ({
  ...(await import('../../../server/src/render/brief.ts')),
  ...(await import('../support/fixture.ts')),
}));

const BRIEF = `---
date: 2024-03-10
---

Kestrel flew (, March 4). Cranes moved [@tide-2]. They stand (Gull Post, March 1). ![Cranes](https://example.org/c.png)

--- entities.yaml
entities:
  - { id: kestrel, type: weapon, name: Kestrel }
--- sources.yaml
references:
  - { id: tide-2, container-title: The Tide, title: Cranes move, issued: 2024-03-09, custom: { reliability: B, archive: "https://example.org/<2>" } }
`;

test('our texts on the page are Spanish, the prose is unchanged', () => {
  const { uri, brief, workspace } = server().briefOf(BRIEF);
  const { parts } = server().renderBrief(brief, workspace.scopeOf(uri), { fallbackTitle: 'main' });
  const html = parts.map(({ html }) => html).join('\n');
  const words = textOf(html);
  for (const said of [
    '10 de marzo de 2024',
    'Kestrel flew (falta la fuente, March 4). Cranes moved (The Tide, March 9, 2024[1]). They stand (Gull Post, March 1[2?]).',
    'Imagen: Cranes (https://example.org/c.png)',
    'Fuentes',
    'Citas con fuente: 2 de 3. Faltan:',
    'The Tide. Cranes move. 9 de marzo de 2024. Calificación B: normalmente fiable. Copia archivada en https://example.org/<2>.',
    'Gull Post, March 1. No está en el registro de fuentes.',
    'Entidades nombradas en este informe',
  ])
    expect(words).toContain(said);
  expect(html).toContain('aria-label="Fuente 2, desconocida"');
  expect(markupOf(html.replaceAll('Fuente ', 'Source ').replaceAll('desconocida', 'unknown')).wrong).toEqual([]);
});
