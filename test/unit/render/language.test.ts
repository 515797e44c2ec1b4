/** The page speaks the language of the brief, whatever the language of the editor. */
import { expect, test } from 'vitest';
import { renderBrief } from '../../../server/src/render/brief.ts';
import { toDocument } from '../../../server/src/render/document.ts';
import { briefOf } from '../support/fixture.ts';
import { loadInSpanish } from '../support/spanish.ts';
import { textOf } from './page.ts';

const inSpanish = loadInSpanish(async () => ({
  ...(await import('../../../server/src/render/brief.ts')),
  ...(await import('../../../server/src/render/document.ts')),
  ...(await import('../support/fixture.ts')),
}));
const inEnglish = { renderBrief, toDocument, briefOf };

const registries = `
--- entities.yaml
entities:
  - { id: kestrel, type: weapon, name: Kestrel }
--- sources.yaml
references:
  - { id: tide-2, container-title: The Tide, title: Cranes move, issued: 2024-03-09, custom: { reliability: B, archive: "https://example.org/<2>" } }
`;

function render(from: typeof inEnglish, text: string): string {
  const { uri, brief, workspace } = from.briefOf(`${text}${registries}`);
  return from.toDocument(from.renderBrief(brief, workspace.scopeOf(uri), { fallbackTitle: 'main', internal: true }));
}

const CITED = 'Kestrel (, March 4) [@tide-2] (Gull Post, March 1). ![Cranes](https://example.org/c.png)\n';

test('of a Spanish brief', () => {
  const text = `---\nlang: es-MX\ndate: 2024-03-10\n---\n\n${CITED}`;
  const html = render(inEnglish, text);
  for (const said of [
    '10 de marzo de 2024',
    'Kestrel (falta la fuente, March 4) (The Tide, 9 de marzo de 2024[1]) (Gull Post, March 1[2?]).',
    'Imagen: Cranes (https://example.org/c.png)',
    'FuentesCitas con fuente: 2 de 3. Faltan:',
    'The Tide. Cranes move. 9 de marzo de 2024. Calificación B. Copia archivada en https://example.org/<2>.',
    'Gull Post, March 1. No está en el registro de fuentes.',
    'Entidades nombradas en este informe',
    'Kestrel, arma.',
  ])
    expect(textOf(html)).toContain(said);
  expect(html).toContain('<html lang="es-MX">');
  expect(html).toContain('aria-label="Fuente 2, desconocida"');
  expect(render(inSpanish(), text)).toBe(html);
});

test('of an English brief in a Spanish editor', () => {
  const text = `---\ndate: 2024-03-10\n---\n\nThe brief of the desk: ${CITED}`;
  const html = render(inSpanish(), text);
  expect(textOf(html)).toContain('SourcesCitations with a source: 2 of 3. Missing:');
  expect(html).toContain('<html lang="en">');
  expect(render(inEnglish, text)).toBe(html);
});

test.each([
  ['El ministro dijo que la reunión con los jefes fue breve.', 'es', 'Fuentes'],
  ['Le ministre a dit que la réunion est terminée pour les chefs.', 'fr', 'Sources'],
  ['Der Minister sagte, das Treffen mit den Führern ist nicht vorbei.', 'de', 'Quellen'],
  ['The minister said that it was over.', 'en', 'Sources'],
  ['Министр сказал.', 'en', 'Sources'],
  ['---\nlang: pt-BR\n---\n\nO ministro disse que a reunião terminou.', 'pt-BR', 'Sources'],
  ['---\nlang: "x\\" onload="\n---\n\nThe minister said that it was over.', 'en', 'Sources'],
])('%s', (text, language, sources) => {
  const html = render(inEnglish, `${text} (Gull Post, March 1)\n`);
  expect(html).toContain(`<html lang="${language}">`);
  expect(html).toContain(`<h2 id="sources-title">${sources}</h2>`);
});
