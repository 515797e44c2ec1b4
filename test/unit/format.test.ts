/**
 * docs/format.md is the norm of the format, and its examples are run: below each fenced block `brief` stands a block `records`, what is
 * read in it, or a block `mentions`, whose names are found in it; and where it matters a block `findings`, what the rules say of it. `npx vitest run --project unit test/unit/format.test.ts -u`
 * writes both into the page.
 */
import { expect, test } from 'vitest';
import page from '../../docs/format.md?raw';
import { shift, slice } from '../../server/src/base/text/span.ts';
import { type CitationRow, citationRows } from '../../server/src/exporters/rows/citations.ts';
import { findingsByFile, workspaceOf } from './support/fixture.ts';

const example =
  /^```brief\n([\s\S]*?)\n```\n\n```(records|mentions)\n[\s\S]*?```(?:\n\n```(findings)\n[\s\S]*?```)?$/gm;
const fileHeader = /^--- (\S+\.(?:brief|yaml))$/m;

test('the examples of the format page are read as it says', async () => {
  const executed = page.replace(example, (_, text: string, kind: string, findings?: string) => {
    const files = filesOf(text);
    const blocks = [block('brief', text), block(kind, kind === 'records' ? recordsIn(files) : mentionsIn(files))];
    if (findings) blocks.push(block('findings', findingsIn(files)));
    return blocks.join('\n\n');
  });
  await expect(executed).toMatchFileSnapshot('../../docs/format.md');
});

test('each example has its records', () => {
  expect([...page.matchAll(example)].length).toBe([...page.matchAll(/^```brief$/gm)].length);
  expect([...page.matchAll(example)].length).toBeGreaterThan(30);
});

function block(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

/** An example is one brief, or several files, each below a line `--- name`. */
function filesOf(text: string) {
  const [first, ...rest] = text.split(fileHeader);
  const named = first === '' ? [] : [['main.brief', first!]];
  for (let index = 0; index < rest.length; index += 2) named.push([rest[index]!, rest[index + 1]!.replace(/^\n/, '')]);
  return named.map(([name, content]) => ({ name: name!, uri: `file:///${name}`, text: `${content}\n`, marks: [] }));
}

type Files = ReturnType<typeof filesOf>;

function recordsIn(files: Files): string {
  const workspace = workspaceOf({ files });
  const rows = files.flatMap(({ name, uri, text }) => {
    const brief = workspace.brief(uri);
    const rowsOfFile = brief ? citationRows({ name, brief, scope: workspace.scopeOf(uri) }) : [];
    return rowsOfFile.map((row) => formatRow(row, text));
  });
  return rows.join('\n') || 'none';
}

/** The mentions in the briefs, one a line: words and id. */
function mentionsIn(files: Files): string {
  const workspace = workspaceOf({ files });
  const rows = files.flatMap(({ uri, text }) =>
    (workspace.factsOf(uri)?.mentions ?? []).map(
      ({ at, value }) => `${oneLine(slice(text, shift(value, at)))} → ${value.ids.join(', ')}`,
    ),
  );
  return rows.join('\n') || 'none';
}

function formatRow(row: CitationRow, text: string): string {
  const date = row.iso === null || row.iso === row.date ? row.date : `${row.date} → ${row.iso}`.trim();
  const { title, author, locator, url, archive, accessed, id } = row;
  const markers = row.markers.map((span) => slice(text, span)).join(' ') || null;
  const fields = Object.entries({ id, markers, author, title, locator, url, archive, accessed });
  const written = fields.flatMap(([name, value]) => (value === null ? [] : [`${name} ${value}`]));
  return [row.form, row.source || '–', date || '–', row.status, ...written].map(oneLine).join(' | ');
}

function findingsIn(files: Files): string {
  const found = findingsByFile(files, {}).flatMap((findings, index) =>
    findings.map(({ severity, code, span }) => `${severity} ${code}: ${oneLine(slice(files[index]!.text, span))}`),
  );
  return found.join('\n') || 'none';
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ');
}
