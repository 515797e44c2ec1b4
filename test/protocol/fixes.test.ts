import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import type {
  ClientCapabilities,
  CodeAction,
  CodeActionParams,
  Diagnostic,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { readBrief, stripTags } from '../../server/src/syntax/brief/brief.ts';
import { applyWorkspaceEdit } from '../unit/support/world.ts';
import { type Client, PULL_CAPABILITIES, startClient } from './client.ts';

const CAPABILITIES: ClientCapabilities = {
  ...PULL_CAPABILITIES,
  textDocument: {
    ...PULL_CAPABILITIES.textDocument,
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } },
      isPreferredSupport: true,
    },
  },
  workspace: {
    ...PULL_CAPABILITIES.workspace,
    applyEdit: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
};

let client: Client;
/** Every file as the client has it: those in `versions` are open, the others on disk. */
let texts: Map<string, string>;
let versions: Map<string, number>;
/** Edits that came by `workspace/applyEdit`. */
let pushed: WorkspaceEdit[];

afterEach(async () => {
  expect(client.log.filter((line) => /error/i.test(line))).toEqual([]);
  expect(await client.stop()).toBe(0);
});

async function start(
  files: Readonly<Record<string, string>>,
  open: readonly string[],
  capabilities = CAPABILITIES,
): Promise<void> {
  client = await startClient({ files, capabilities, commands: ['briefmark.addSource'] });
  texts = new Map(Object.entries(files).map(([name, text]) => [client.uri(name), text]));
  versions = new Map();
  pushed = [];
  client.connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
    pushed.push(edit);
    take(edit);
    return { applied: true };
  });
  for (const name of open) {
    versions.set(client.uri(name), 1);
    client.open(name, files[name]!);
  }
  await expect.poll(() => client.log.some((line) => line.startsWith('Read ')), PATIENT).toBe(true);
}

function nameOf(uri: string): string {
  return decodeURIComponent(uri.slice(client.uri('').length)).replace(/^\//, '');
}

/** Files on disk are read again in the background. */
const PATIENT = { interval: 50 };

/** Applies an edit as an editor does: to what is open, else on disk. */
function take(edit: WorkspaceEdit): void {
  const after = applyWorkspaceEdit(texts, edit, (uri) => versions.get(uri) ?? null);
  for (const [uri, text] of after) {
    const before = texts.get(uri);
    if (before === text) continue;
    texts.set(uri, text);
    const version = versions.get(uri);
    if (version !== undefined) {
      versions.set(uri, version + 1);
      client.change(nameOf(uri), [{ text }]);
    } else {
      client.write(nameOf(uri), text);
      client.notifyFileChange(nameOf(uri), before === undefined ? 1 : 2);
    }
  }
}

async function actionsAt(name: string, range: CodeActionParams['range'], only?: string[]): Promise<CodeAction[]> {
  const context = { diagnostics: [], ...(only && { only }) };
  return client.request('textDocument/codeAction', { textDocument: { uri: client.uri(name) }, range, context });
}

/** All findings of the open files. */
async function findings(): Promise<{ name: string; diagnostic: Diagnostic }[]> {
  const all: { name: string; diagnostic: Diagnostic }[] = [];
  for (const uri of versions.keys())
    for (const diagnostic of await client.diagnostics(nameOf(uri))) all.push({ name: nameOf(uri), diagnostic });
  return all;
}

/** Takes the first fix of the first finding until there is none, or none helps. Answers what was done. */
async function fixEverything(): Promise<string[]> {
  const done: string[] = [];
  for (let now = await findings(); now.length > 0 && done.length < 60; ) {
    const [{ name, diagnostic }] = now as [(typeof now)[0]];
    const actions = await actionsAt(name, diagnostic.range, ['quickfix']);
    const mine = actions.filter(({ diagnostics }) => diagnostics?.[0]?.code === diagnostic.code);
    const fix = mine.find(({ title }) => !title.startsWith('Ignore'));
    expect(fix, `${diagnostic.code}: ${diagnostic.message}`).toBeDefined();
    done.push(`${diagnostic.code}: ${fix!.title}`);
    if (fix!.edit) take(fix!.edit);
    else {
      // What the client's command does after it has asked for the outlet.
      const [place] = fix!.command!.arguments!;
      const argument = { ...place, outlet: 'Khaama Press', title: 'A report' };
      await client.request('workspace/executeCommand', { command: 'briefmark.addSourceEntry', arguments: [argument] });
    }
    // Settled: other findings than before, and the same twice.
    const before = JSON.stringify(now);
    let last = before;
    const settled = async () => {
      now = await findings();
      const here = JSON.stringify(now);
      const same = here === last;
      last = here;
      return same && here !== before;
    };
    await expect.poll(settled, PATIENT).toBe(true);
  }
  return done;
}

/** The prose of a brief: without tags, without what stands in citations. */
function proseOf(text: string): string {
  const plain = stripTags(readBrief(text));
  const brief = readBrief(plain);
  let prose = '';
  let at = 0;
  for (const [index, block] of brief.blocks.entries()) {
    for (const group of block.groups) {
      if (group.kind !== 'citation') continue;
      prose += `${plain.slice(at, brief.starts[index]! + group.start)}(…)`;
      at = brief.starts[index]! + group.end;
    }
  }
  return prose + plain.slice(at);
}

const BRIEF = `---
title: A brief
date: 2021-09-24
---

Pilots left the country (, September 5). A blast followed (, September 20; see , September 20).

[Kabul](person:kabul) fell, said [Ahmad](person:ahmad), a member of [IS-K](grup:iskp) and of [Badr Corps](group:badr).

Talks were held (TASS,September 6). They failed (Reuters, September 7). They went on (Reuterz, September 8).

The answer came late (TASS, September 31), or never (TASS, September 6, 2022; Dawn, September 9 and 10).

It was so ([Reuters](src:reuters-8x), September 8), and so it stayed [@dawn-1].
`;
const ENTITIES = `# Who is who
entities:
  - id: kabul # the city
    type: place
    name: Kabul
    part_of: afganistan
  - id: afghanistan
    type: plase
    name: Afghanistan
  - { id: iskp, type: group, name: Islamic State in Khorasan Province, alias: ISKP }
  - { id: iskp, type: group, name: "The same, again" }
  - { id: tass, type: media, name: TASS }

# the end
`;
const SOURCES = `# What is cited
references:
  - { id: rferl-1, title: Pilots leave, container-title: RFE/RL, issued: 2021-09-05 }
  - { id: tass-1, container-title: TASS, issued: 2021-09-06 }
  - { id: reuters-7a, title: One, container-title: Reuters, issued: 2021-09-07 }
  - { id: reuters-7b, title: Two, container-title: Reuters, issued: 2021-09-07 }
  - { id: reuters-8, container-title: Reuters, issued: 2021-09-08 }
  # the end
`;

describe('to no findings by fixes alone', () => {
  test.each(['\n', '\r\n'])('a casebook with findings of many kinds, line ends %j', async (newline) => {
    const files = Object.fromEntries(
      Object.entries({ 'main.brief': BRIEF, 'entities.yaml': ENTITIES, 'sources.yaml': SOURCES }).map(
        ([name, text]) => [name, text.replaceAll('\n', newline)],
      ),
    );
    await start(files, ['main.brief', 'entities.yaml']);
    const kinds = new Set((await findings()).map(({ diagnostic }) => diagnostic.code));
    expect([...kinds].sort()).toEqual([
      'ambiguous-source',
      'duplicate-id',
      'entity-type-mismatch',
      'future-date',
      'impossible-date',
      'invalid-registry',
      'malformed-citation',
      'missing-source',
      'unknown-entity',
      'unknown-reference',
      'unknown-source',
      'unknown-tag-type',
    ]);
    const done = await fixEverything();
    expect(await findings(), done.join('\n')).toEqual([]);
    const text = (name: string) => texts.get(client.uri(name))!;
    expect(proseOf(text('main.brief'))).toBe(proseOf(files['main.brief']!));
    expect(text('main.brief')).not.toMatch(newline === '\n' ? /\r/ : /(?<!\r)\n/);
    expect(text('sources.yaml')).not.toMatch(newline === '\n' ? /\r/ : /(?<!\r)\n/);
    for (const comment of ['# Who is who', '# the city', '# the end']) expect(text('entities.yaml')).toContain(comment);
    // Only inserted: every line of before is there, in order.
    let at = 0;
    for (const line of files['sources.yaml']!.split(newline)) {
      at = text('sources.yaml').indexOf(line, at);
      expect(at, line).toBeGreaterThanOrEqual(0);
      at += line.length;
    }
    expect(pushed.length).toBe(done.filter((line) => line.includes('Add a source for')).length);
    expect(pushed.length).toBeGreaterThan(0);
  });

  test('the samples', async () => {
    const folder = new URL('../../samples/', import.meta.url).pathname;
    // What an editor finds before release only its writer can put right.
    const names = readdirSync(folder).filter((name) => name !== 'sahel-outlook.brief.md');
    const files = Object.fromEntries(names.map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]));
    const briefs = names.filter((name) => /\.brief(?:\.md)?$/.test(name));
    await start(files, briefs);
    expect((await findings()).length).toBeGreaterThan(7);
    const done = await fixEverything();
    expect(await findings(), done.join('\n')).toEqual([]);
    for (const name of briefs) expect(proseOf(texts.get(client.uri(name))!), name).toBe(proseOf(files[name]!));
    expect(texts.get(client.uri('entities.yaml'))).toBe(files['entities.yaml']);
  });
});

const RANGE = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

test('an action has kind, diagnostic, preference, and an edit for the version it was made for', async () => {
  await start({ 'a.brief': 'Talks were held (TASS,May 9).\n' }, ['a.brief']);
  const [first, ignore] = await actionsAt('a.brief', RANGE, ['quickfix']);
  expect(first).toMatchObject({
    kind: 'quickfix',
    isPreferred: true,
    diagnostics: [{ code: 'malformed-citation', source: 'Briefmark' }],
    edit: {
      documentChanges: [
        {
          textDocument: { uri: client.uri('a.brief'), version: 1 },
          edits: [{ range: { start: { line: 0, character: 21 }, end: { line: 0, character: 22 } }, newText: ', ' }],
        },
      ],
    },
  });
  expect(ignore!.title).toBe('Ignore malformed-citation here');
  const all = await actionsAt('a.brief', RANGE, ['source.fixAll']);
  expect(all.map(({ kind }) => kind)).toEqual(['source.fixAll.briefmark']);
  take(all[0]!.edit!);
  expect(texts.get(client.uri('a.brief'))).toBe('Talks were held (TASS, May 9).\n');
  expect(await actionsAt('a.brief', RANGE, ['source.fixAll.briefmark'])).toEqual([]);
});

test('a registry is made beside the brief where there is none', async () => {
  await start({ 'in/a.brief': '---\ndate: 2021-09-24\n---\n\nIt left (, September 5).\n' }, ['in/a.brief']);
  const actions = await actionsAt('in/a.brief', RANGE, ['quickfix']);
  const [add] = actions.filter(({ command }) => command);
  expect(add!.command!.arguments).toMatchObject([{ uri: client.uri('in/a.brief'), version: 1 }]);
  const [place] = add!.command!.arguments!;
  const run = (more: object) =>
    client.request('workspace/executeCommand', {
      command: 'briefmark.addSourceEntry',
      arguments: [{ ...place, outlet: 'RFE/RL', ...more }],
    });
  await expect(run({ version: 7 })).rejects.toThrow('changed in the meantime');
  await expect(run({ span: { start: 0, end: 3 } })).rejects.toThrow('no citation without a source');
  await expect(run({ outlet: 7 })).rejects.toThrow('invalid argument');
  expect(await run({ title: 'Pilots: a report' })).toEqual({ ids: ['rfe-rl-2021-09-05'] });
  expect(texts.get(client.uri('in/a.brief'))).toContain('(RFE/RL, September 5)');
  expect(texts.get(client.uri('in/sources.yaml'))).toBe(`references:
  - id: rfe-rl-2021-09-05
    type: article-newspaper
    title: "Pilots: a report"
    container-title: RFE/RL
    issued: 2021-09-05
`);
});

test('a registry that is open and not saved is written as it is on screen', async () => {
  await start({ 'a.brief': 'It left (TASS, May 9, 2021).\n', 'sources.yaml': 'references: []\n' }, [
    'a.brief',
    'sources.yaml',
  ]);
  take({
    documentChanges: [
      {
        textDocument: { uri: client.uri('sources.yaml'), version: 1 },
        edits: [
          { range: { ...RANGE, end: { line: 1, character: 0 } }, newText: '# mine\nreferences:\n  - id: a\n# end' },
        ],
      },
    ],
  } satisfies WorkspaceEdit);
  const actions = await actionsAt('a.brief', RANGE, ['quickfix']);
  take(actions.find(({ title }) => title === 'Add TASS, May 9, 2021 to sources.yaml')!.edit!);
  expect(texts.get(client.uri('sources.yaml'))).toBe(
    '# mine\nreferences:\n  - id: a\n  - id: tass-2021-05-09\n    type: article-newspaper\n    container-title: TASS\n    issued: 2021-05-09\n# end',
  );
});

test('clients that know less get less; a place without findings gets none', async () => {
  await start({ 'a.brief': 'Fine.\n' }, ['a.brief']);
  expect(await actionsAt('a.brief', RANGE)).toEqual([]);
  expect(await actionsAt('nowhere.brief', RANGE)).toEqual([]);
  expect(client.initialized.capabilities.codeActionProvider).toEqual({
    codeActionKinds: ['quickfix', 'refactor', 'source.fixAll.briefmark'],
  });
  await client.stop();
  await start({}, [], PULL_CAPABILITIES);
  expect(client.initialized.capabilities.codeActionProvider).toBeUndefined();
});
