/** Whoever reads Spanish reads it at the cursor, too; what stands in files stays as it is. */
import { expect, test } from 'vitest';
import { loadInSpanish, translations } from '../support/spanish.ts';

const server = loadInSpanish(async () => ({
  ...(await import('../../../server/src/features/hover/card.ts')),
  ...(await import('../../../server/src/features/annotations/codeLens.ts')),
  ...(await import('../../../server/src/features/completion/index.ts')),
  ...(await import('../../../server/src/features/hover/hover.ts')),
  ...(await import('../../../server/src/features/outline/outline.ts')),
  ...(await import('../../../server/src/features/codeActions/refactorings/index.ts')),
  ...(await import('../../../server/src/features/rename/rename.ts')),
  ...(await import('../../../server/src/syntax/brief/brief.ts')),
  ...(await import('../support/fixture.ts')),
}));

const CASEBOOK = `--- a.brief
---
date: 2021-09-10
---

# Uno

ISKP struck (, September 5), and it is very likely that ISKP (BBC, May 4) will again.
--- sources.yaml
entities:
  - { id: iskp, name: ISKP, type: group, part_of: is }
references:
  - { id: tass-1, type: article-newspaper, container-title: TASS, title: Pilots leave, issued: 2021-09-05 }
`;

/** The brief, and where words of it begin. */
function casebook() {
  const fixture = server().parseFixture(CASEBOOK);
  const workspace = server().workspaceOf(fixture);
  const { uri, text } = fixture.files[0]!;
  return { workspace, uri, text, brief: workspace.brief(uri)!, at: (words: string) => text.indexOf(words) + 1 };
}

test.each([
  ['ISKP struck', 'ISKP (group)\nForma parte de: is (no está en el registro)\nMenciones: 2 aquí, 0 en otros lugares'],
  [
    ', September',
    'Falta la fuente (, September 5)\nDe esta cita solo queda la fecha: lo más probable es que el nombre fuera un enlace o un dominio a secas y se perdiera al copiar.\nFecha citada: 5 de septiembre de 2021 (año deducido del encabezado YAML del informe, 10 de septiembre de 2021)\nEl registro tiene 1 publicación de ese día:\n• TASS, 5 de septiembre de 2021: Pilots leave',
  ],
  [
    'very likely',
    'Very likely: 80–95 % (ICD 203)\nTambién: highly probable\nEscala PHIA: no tiene ese término; highly likely (80–90 %)',
  ],
])('the hover of %s', (words, card) => {
  const { workspace, uri, brief, at } = casebook();
  expect(server().toPlainText(server().hoverBrief(workspace, uri, brief, at(words))!.lines)).toBe(card);
});

test('outline and lenses', () => {
  const { workspace, uri, brief } = casebook();
  const [section] = server().buildOutline(brief, workspace.scopeOf(uri));
  expect(section!.children.map(({ name, detail }) => `${name} [${detail}]`)).toEqual([
    'Falta la fuente, September 5 []',
    'BBC, May 4 []',
    'ISKP [2 menciones]',
  ]);
  expect(server().usageOf(workspace, { kind: 'source', id: 'tass-1' }).title).toBe(translations['never cited']);
});

test('titles of refactorings; the reason why nothing can be renamed', () => {
  const { workspace, uri, brief, at } = casebook();
  const selection = { start: at('ISKP struck'), end: at('ISKP struck') };
  const scope = workspace.scopeOf(uri);
  const place = {
    uri,
    brief,
    selection,
    scope,
    workspace,
    addAlias: () => undefined,
    addEntries: () => undefined,
    isIndexed: true,
  };
  expect(
    server()
      .REFACTORINGS.flatMap((refactoring) => refactoring(place))
      .map(({ title }) => title),
  ).toEqual(['Etiquetar «ISKP» como group: ISKP', 'Etiquetar las 2 menciones de ISKP en este informe («ISKP»)']);
  expect(server().renameableAt(uri, { kind: 'brief', value: brief }, at('struck'), workspace)).toEqual({
    reason: expect.stringContaining('Aquí no hay nada'),
  });
});

test('completion says in Spanish what it puts into the brief in English', () => {
  const { workspace, uri, text } = casebook();
  const typed = text.replace('(BBC, May 4)', '()');
  const place = { uri, workspace, text: typed, offset: typed.indexOf('()') + 1, brief: server().readBrief(typed) };
  expect(
    server()
      .complete(place)!
      .offers.map((offer) => `${offer.text} [${offer.detail}]`),
  ).toEqual(['TASS, September 5 [Pilots leave]', 'TASS [1 publicación]']);
});
