/** Where there are many briefs other threads read them, and nobody can tell. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Location } from 'vscode-languageserver-protocol';
import { createWorkerPool } from '../../server/src/lsp/indexing/workerPool.node.ts';
import { NOTHING_KNOWN } from '../../server/src/syntax/knownNames.ts';
import { unpackBatch } from '../../server/src/workspace/index/packedBatch.ts';
import { packedCitationsOf } from '../../server/src/workspace/index/packedCitations.ts';
import { packedMentionsOf } from '../../server/src/workspace/index/packedFacts.ts';
import { createStringTable } from '../../server/src/workspace/index/stringTable.ts';
import { type Client, SERVER_PATH, startClient } from './client.ts';

/** More than are read without other threads, and fewer. */
const [MANY, FEW] = [1_600, 60];
const OWN = '---\nentities:\n  - { id: own, type: org, name: Own Office }\n---\n';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'briefmark-threads-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** A folder with briefs that name JNIM and cite a report, some with entries of their own. */
function files(count: number): Record<string, string> {
  const briefs = Array.from({ length: count }, (_, index) => {
    const front = index % 100 === 7 ? OWN : '';
    return [
      `${index % 7}/${index}.brief`,
      `${front}# Part ${index}\n\nJNIM left, as [they](group:jnim) said (TASS, May 3, 2021).\n`,
    ];
  });
  return {
    ...Object.fromEntries(briefs),
    'entities.yaml': 'entities:\n  - { id: jnim, type: group, name: JNIM }\n',
    'sources.yaml': 'references:\n  - { id: tass-1, title: A report, container-title: TASS, issued: 2021-05-03 }\n',
  };
}

async function placesOf(client: Client, text: string, character: number): Promise<Location[]> {
  client.open('probe.brief', text);
  const params = { textDocument: { uri: client.uri('probe.brief') }, position: { line: 0, character } };
  const places = await client.request<Location[] | null>('textDocument/references', {
    ...params,
    context: { includeDeclaration: false },
  });
  client.close('probe.brief');
  return (places ?? []).filter(({ uri }) => uri !== client.uri('probe.brief'));
}

test.each([MANY, FEW])(
  'each of %i briefs counts, with its lines, its sources and what it defines itself',
  async (count) => {
    const client = await startClient({ folder: home, files: files(count) });
    // Whoever asks for all places waits until all is read.
    expect((await placesOf(client, 'JNIM', 1)).length).toBe(2 * count);
    expect((await placesOf(client, 'Said (TASS, May 3, 2021).', 8)).length).toBe(count);
    const line = (await placesOf(client, 'JNIM', 1)).find(({ uri }) => uri === client.uri('0/7.brief'))?.range.start
      .line;
    expect(line).toBe(6);
    expect(await placesOf(client, 'Own Office', 1)).toEqual([]);

    // Another name: every brief is looked through again.
    client.write('entities.yaml', 'entities:\n  - { id: part, type: group, name: Part }\n');
    client.notifyFileChange('entities.yaml', 2);
    await expect.poll(async () => (await placesOf(client, 'Part', 1)).length).toBe(count);
    // One that no brief names: they stay as they are, and their places are known as before.
    client.write('entities.yaml', 'entities:\n  - { id: part, type: group, name: Part, aliases: [Nowhere] }\n');
    client.notifyFileChange('entities.yaml', 2);
    await expect.poll(async () => (await placesOf(client, 'Nowhere', 1)).length).toBe(count);
    client.delete('3/3.brief');
    client.notifyFileChange('3/3.brief', 3);
    await expect.poll(async () => (await placesOf(client, 'Part', 1)).length).toBe(count - 1);
    expect(client.log.filter((line) => /error/i.test(line))).toEqual([]);
    expect(await client.stop()).toBe(0);
  },
);

test('what threads cannot read is left to others', async () => {
  const left: string[] = [];
  const uris = Array.from({ length: 1_000 }, (_, index) => `file:///${index}.brief`);
  for await (const read of createWorkerPool(join(home, 'nothing.js')).readBriefs(uris, { names: '[]' }))
    left.push(...read.unread);
  expect(left).toEqual(uris);
});

test('two readings at a time do not disturb each other', async () => {
  const client = await startClient({ folder: home, files: files(MANY) });
  await client.stop();
  const readers = createWorkerPool(SERVER_PATH);
  const uris = Object.keys(files(MANY)).flatMap((name) => (name.endsWith('.brief') ? client.uri(name) : []));
  const countOf = async (text: string) => {
    const words = createStringTable();
    let count = 0;
    const names = JSON.stringify([{ text, id: 'id' }]);
    for await (const { batch, stringNumbers } of readers.readBriefs(uris, { names })) {
      for (const { packed } of unpackBatch(batch!, words, stringNumbers)) {
        expect(packedCitationsOf(packed, words, NOTHING_KNOWN).map(({ value }) => value.source?.name)).toEqual([
          'TASS',
        ]);
        count += packedMentionsOf(packed, words).length;
      }
    }
    return count;
  };
  const withOwn = Math.ceil((MANY - 7) / 100);
  expect(await Promise.all([countOf('JNIM'), countOf('Part'), countOf('nobody')])).toEqual([
    MANY - withOwn,
    MANY - withOwn,
    0,
  ]);
});
