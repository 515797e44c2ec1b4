import { expect, test } from 'vitest';
import { signoffSheetFeature } from '../../../../server/src/features/preview/signoffSheet.ts';
import { parseFixture } from '../../support/fixture.ts';
import { CASEBOOK, createContext } from '../../support/world.ts';

const URI = 'file:///main.brief';
const BRIEF = `# Kabul

The *pilots* left (RFE/RL, September 5). Nobody said why (, September 6).

## After <b>

<!-- brief-ignore missing-source: seen by the author -->
The gate was open (, September 7).
`;

async function sheetOf(brief: string) {
  const { files } = parseFixture(`${CASEBOOK}--- main.brief\n${brief}`);
  return signoffSheetFeature.answer({ uri: URI, name: 'main' }, createContext({ files }));
}

test('the sheet comes in parts whose places lead to statements, citations, findings and silenced rules', async () => {
  const sheet = await sheetOf(BRIEF);
  const places = sheet!.parts.flatMap(({ line, at, html }) => [
    `${line}: ${/<h[12]>(.*?)<\/h[12]>/.exec(html)?.[1]}`,
    ...[...html.matchAll(/<(tr|a)[^>]* data-at="(\d+)"[^>]*>([^<]*)/g)].map(
      ([, tag, offset, words]) =>
        `  ${tag} ${words || '…'} → ${JSON.stringify(BRIEF.slice(at + Number(offset)).slice(0, 20))}`,
    ),
  ]);
  expect(places.join('\n')).toMatchInlineSnapshot(`
    0: Sign-off sheet: Kabul
    3: Kabul
      tr … → "The *pilots* left (R"
      a 3 → "The *pilots* left (R"
      a Radio Free Europe/Radio Liberty, “Pilots leave”, 2021-09-05 → "RFE/RL, September 5)"
      tr … → "Nobody said why (, S"
      a 3 → "Nobody said why (, S"
      a source missing: , September 6 → ", September 6).\\n\\n## "
    8: After &lt;b&gt;
      tr … → "The gate was open (,"
      a 8 → "The gate was open (,"
      a source missing: , September 7 → ", September 7).\\n"
    3: Open findings
      tr … → ", September 6).\\n\\n## "
      a 3 → ", September 6).\\n\\n## "
    7: Silenced rules
      tr … → "missing-source: seen"
      a 7 → "missing-source: seen"
  `);
  expect(sheet).toMatchObject({ version: 7, title: 'Sign-off sheet: Kabul', language: 'en' });
});

test('a file that is not an open brief has none', async () => {
  const { files } = parseFixture(CASEBOOK);
  const answer = await signoffSheetFeature.answer(
    { uri: 'file:///sources.yaml', name: 'sources' },
    createContext({ files }),
  );
  expect(answer).toBeUndefined();
});
