/** What makes a brief easier to look at: tokens, lenses, hints, folds, selection, over stdio. */
import { afterEach, expect, test } from 'vitest';
import type {
  CodeLens,
  FoldingRange,
  InlayHint,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
} from 'vscode-languageserver-protocol';
import { type Client, type ClientOptions, PULL_CAPABILITIES, startClient } from './client.ts';

const ENTITIES = `entities:
  - { id: iskp, type: group, name: Islamic State in Khorasan Province, aliases: [ISKP] }
  - { id: tass, type: media, name: TASS }
`;
const SOURCES = `references:
  - id: tass-1
    container-title: TASS
    issued: 2021-09-06
  - { id: tass-2, container-title: TASS, issued: 2021-09-08 }
`;
const BRIEF = `---
date: 2021-09-24
---

ISKP denied it (, September 22). Moscow opted out (TASS, September 6) [twice](src:tass-1).
`;
const CAPABILITIES = {
  ...PULL_CAPABILITIES,
  textDocument: {
    ...PULL_CAPABILITIES.textDocument,
    semanticTokens: {
      requests: { full: { delta: true }, range: true },
      tokenTypes: [],
      tokenModifiers: [],
      formats: ['relative' as const],
    },
  },
  workspace: {
    ...PULL_CAPABILITIES.workspace,
    semanticTokens: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
  },
};

let client: Client;
afterEach(async () => {
  expect(client.log.filter((line) => /error/i.test(line))).toEqual([]);
  expect(await client.stop()).toBe(0);
});

async function start(options: ClientOptions = {}): Promise<void> {
  const files = {
    'entities.yaml': ENTITIES,
    'sources.yaml': SOURCES,
    'b.brief': 'Denied (TASS, September 6, 2021).\n',
  };
  client = await startClient({ capabilities: CAPABILITIES, files, ...options });
  client.open('a.brief', BRIEF);
  await expect.poll(() => client.log.some((line) => line.startsWith('Read '))).toBe(true);
}

const document = (name: string) => ({ textDocument: { uri: client.uri(name) } });
const asked = (what: string) => client.serverRequests.filter((method) => method === `workspace/${what}/refresh`).length;

/** The tokens as words: `line:character text type modifiers`. */
function show(data: readonly number[], text: string): string[] {
  const { tokenTypes, tokenModifiers } = client.initialized.capabilities.semanticTokensProvider!.legend;
  const lines = text.split('\n');
  let [line, character] = [0, 0];
  return Array.from({ length: data.length / 5 }, (_, index) => {
    const [down, along, length, type, bits] = data.slice(5 * index, 5 * index + 5) as [
      number,
      number,
      number,
      number,
      number,
    ];
    character = down > 0 ? along : character + along;
    line += down;
    const modifiers = tokenModifiers.filter((_, bit) => bits & (1 << bit));
    return [
      `${line}:${character}`,
      lines[line]!.slice(character, character + length),
      tokenTypes[type],
      ...modifiers,
    ].join(' ');
  });
}

const TOKENS = [
  '4:0 ISKP group untagged',
  '4:16 , September 22 source missing',
  '4:51 TASS source untagged',
  '4:57 September 6 date',
  '4:70 [ tagTail',
  '4:71 twice source',
  '4:76 ](src:tass-1) tagTail',
];

test('semantic tokens: all, in a range, and what changed since', async () => {
  await start();
  const full = await client.request<SemanticTokens>('textDocument/semanticTokens/full', document('a.brief'));
  expect(show(full.data, BRIEF)).toEqual(TOKENS);
  const range = { start: { line: 4, character: 55 }, end: { line: 4, character: 60 } };
  const part = await client.request<SemanticTokens>('textDocument/semanticTokens/range', {
    ...document('a.brief'),
    range,
  });
  expect(show(part.data, BRIEF)).toEqual(['4:57 September 6 date']);

  const delta = (previousResultId: string | undefined) =>
    client.request<SemanticTokens & SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
      ...document('a.brief'),
      previousResultId,
    });
  const place = { line: 4, character: 16 };
  client.change('a.brief', [{ range: { start: place, end: place }, text: 'TASS' }]);
  const changed = await delta(full.resultId);
  const data = [...full.data];
  for (const edit of changed.edits) data.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
  expect(show(data, BRIEF.replace('(,', '(TASS,')).slice(0, 3)).toEqual([
    '4:0 ISKP group untagged',
    '4:16 TASS source unknown untagged',
    '4:22 September 22 date',
  ]);
  expect((await delta(changed.resultId)).edits).toEqual([]);
  // An answer the server no longer knows: all of them.
  expect((await delta('nonsense')).data).toEqual(data);
});

test('no semantic tokens are promised to a client that knows none', async () => {
  await start({ capabilities: PULL_CAPABILITIES });
  expect(client.initialized.capabilities.semanticTokensProvider).toBeUndefined();
  expect(asked('semanticTokens') + asked('codeLens') + asked('inlayHint')).toBe(0);
});

test('lenses say how often an entry is cited, and are asked for again when that has changed', async () => {
  await start({ commands: ['briefmark.showReferences'] });
  client.open('sources.yaml', SOURCES);
  const lenses = async () => {
    const found = await client.request<CodeLens[]>('textDocument/codeLens', document('sources.yaml'));
    return Promise.all(found.map((lens) => client.request<CodeLens>('codeLens/resolve', lens)));
  };
  const titles = async () => (await lenses()).map(({ command }) => command!.title);
  expect(await titles()).toEqual(['cited 3 times in 2 briefs', 'never cited']);
  const [first, second] = await lenses();
  expect(first).toMatchObject({
    range: { start: { line: 1, character: 8 } },
    command: {
      command: 'briefmark.showReferences',
      arguments: [
        client.uri('sources.yaml'),
        { line: 1, character: 8 },
        expect.arrayContaining([
          { uri: client.uri('b.brief'), range: { start: { line: 0, character: 8 }, end: { line: 0, character: 31 } } },
        ]),
      ],
    },
  });
  expect(second!.command).toEqual({ title: 'never cited', command: '' });

  await expect.poll(() => asked('codeLens')).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 600));
  const before = asked('codeLens');
  const end = { line: 4, character: 90 };
  client.change('a.brief', [{ range: { start: end, end }, text: ' Words.' }]);
  await titles();
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(asked('codeLens')).toBe(before);
  client.change('a.brief', [{ range: { start: end, end }, text: ' Yes' }]);
  client.change('a.brief', [{ range: { start: end, end }, text: ' (TASS, September 8).' }]);
  await expect.poll(() => asked('codeLens')).toBe(before + 1);
  expect(await titles()).toEqual(['cited 3 times in 2 briefs', 'cited once']);
});

test('lenses without a click for other clients, and none when they are switched off', async () => {
  const settings = { codeLens: { enabled: true } };
  await start({ settings });
  client.open('entities.yaml', ENTITIES);
  const lenses = () => client.request<CodeLens[] | null>('textDocument/codeLens', document('entities.yaml'));
  const [first] = (await lenses())!;
  expect((await client.request<CodeLens>('codeLens/resolve', first!)).command).toEqual({
    title: '1 mention',
    command: '',
  });
  await new Promise((resolve) => setTimeout(resolve, 600));
  const before = asked('codeLens');
  settings.codeLens.enabled = false;
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await expect.poll(() => asked('codeLens')).toBe(before + 1);
  expect(await lenses()).toBeNull();
});

test('hints come when they are switched on', async () => {
  const settings = { inlayHints: { years: false, ids: false } };
  await start({ settings });
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const hints = () => client.request<InlayHint[]>('textDocument/inlayHint', { ...document('a.brief'), range });
  expect(await hints()).toEqual([]);
  const before = asked('inlayHint');
  Object.assign(settings.inlayHints, { years: true, ids: true });
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await expect.poll(() => asked('inlayHint')).toBeGreaterThan(before);
  expect(await hints()).toEqual([
    { position: { line: 4, character: 30 }, label: '2021', paddingLeft: true },
    { position: { line: 4, character: 68 }, label: '2021', paddingLeft: true },
    { position: { line: 4, character: 68 }, label: 'tass-1', paddingLeft: true },
  ]);
});

test('folds and selections of briefs and registries; nothing for unknown documents', async () => {
  await start();
  client.open('sources.yaml', SOURCES);
  const folds = async (name: string) =>
    (await client.request<FoldingRange[] | null>('textDocument/foldingRange', document(name)))?.map(
      ({ startLine, endLine }) => `${startLine}–${endLine}`,
    );
  expect(await folds('a.brief')).toEqual(['0–2']);
  expect(await folds('sources.yaml')).toEqual(['0–4', '1–3']);
  expect(await folds('nowhere.brief')).toBeUndefined();
  const positions = [
    { line: 4, character: 59 },
    { line: 4, character: 1 },
  ];
  const [date, name] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
    ...document('a.brief'),
    positions,
  });
  const columns = (range: SelectionRange | undefined): string[] =>
    range ? [`${range.range.start.character}–${range.range.end.character}`, ...columns(range.parent)] : [];
  expect(columns(date)).toEqual(['57–66', '57–68', '51–68', '50–69', '33–90', '0–90', '0–0']);
  expect(columns(name)).toEqual(['0–4', '0–32', '0–90', '0–0']);
});
