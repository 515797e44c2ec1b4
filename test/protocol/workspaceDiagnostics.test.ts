/** The diagnostics of all files of the workspace, in a request that is held open. */
import { afterEach, expect, test } from 'vitest';
import type {
  Diagnostic,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol';
import { CancellationTokenSource, ProgressType } from 'vscode-languageserver-protocol';
import { type Client, type ClientOptions, startClient } from './client.ts';

const TASS = '  - { id: tass, title: T, container-title: TASS, issued: 2021-05-03 }\n';
const SOURCES = `references:\n${TASS}`;
const partType = new ProgressType<WorkspaceDiagnosticReport>();
const ALL = { check: { allBriefs: true } };
const BRIEF_COUNT = 40;

let client: Client;
/** What the client shows of each file, as `codes`. */
let shown: Map<string, string>;
/** The parts that came, each as its kinds and names. */
let parts: string[][];
let held: { answer: Promise<WorkspaceDiagnosticReport>; cancel: () => void };

afterEach(async () => {
  expect(client.log.filter((line) => /error/i.test(line))).toEqual([]);
  expect(await client.stop()).toBe(0);
});

const nameOf = (uri: string) => uri.slice(client.uri('').length).replace(/^\//, '');
const codesOf = (items: readonly Diagnostic[]) => items.map(({ code }) => code).join(' ');

function show(items: readonly WorkspaceDocumentDiagnosticReport[]): void {
  parts.push(items.map(({ kind, uri }) => `${kind === 'full' ? '' : `${kind} `}${nameOf(uri)}`).sort());
  for (const item of items) {
    if (item.kind !== 'full') continue;
    if (item.items.length > 0) shown.set(nameOf(item.uri), codesOf(item.items));
    else shown.delete(nameOf(item.uri));
  }
}

async function start(files: Record<string, string>, options: ClientOptions = {}): Promise<void> {
  client = await startClient({ files, ...options });
  shown = new Map();
  hold();
}

/** Makes the request, as an editor does once and for all. */
function hold(previousResultIds: { uri: string; value: string }[] = []): void {
  parts = [];
  const token = `part-${Math.random()}`;
  client.connection.onProgress(partType, token, ({ items }) => show(items));
  const { token: cancellation, cancel } = createCancellation();
  const answer = client.connection.sendRequest<WorkspaceDiagnosticReport>(
    'workspace/diagnostic',
    { identifier: 'briefmark', previousResultIds, partialResultToken: token },
    cancellation,
  );
  answer.catch(() => {});
  held = { answer, cancel };
}

function createCancellation() {
  const source = new CancellationTokenSource();
  return { token: source.token, cancel: () => source.cancel() };
}

const poll = (see: () => unknown) => expect.poll(see, { interval: 20 });
const pause = () => new Promise((resolve) => setTimeout(resolve, 600));

async function switchTo(settings: object): Promise<void> {
  client.connection.onRequest('workspace/configuration', ({ items }) => items.map(() => settings));
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
}

/** As many briefs as cite a report of RIA that no registry has, and a registry. */
function manyBriefs(): Record<string, string> {
  const briefs = Array.from({ length: BRIEF_COUNT }, (_, index) => [
    `${index % 3}/b${index}.brief`,
    `It left (RIA, May ${1 + (index % 9)}, 2021).\n`,
  ]);
  return { ...Object.fromEntries(briefs), 'clean.brief': 'It left (TASS, May 3, 2021).\n', 'sources.yaml': SOURCES };
}

test('closed files are reported when they are switched on, and empty when they are switched off', async () => {
  await start({ 'a.brief': 'It left (, May 4).\n', 'sources.yaml': SOURCES });
  await pause();
  expect(parts).toEqual([]);
  await switchTo(ALL);
  await poll(() => [...shown].sort()).toEqual([
    ['a.brief', 'missing-source'],
    ['sources.yaml', 'unused-source'],
  ]);
  await switchTo({ ...ALL, rules: { 'missing-source': 'off' } });
  await poll(() => [...shown]).toEqual([['sources.yaml', 'unused-source']]);
  await switchTo({});
  await poll(() => [...shown]).toEqual([]);
});

test('a registry entry changes what is found in many closed briefs; only those that changed are reported', async () => {
  await start(manyBriefs(), { settings: ALL });
  await poll(() => shown.size).toBe(BRIEF_COUNT);
  expect(shown.has('clean.brief')).toBe(false);
  parts = [];
  const ria = '  - { id: ria, title: R, container-title: RIA, issued: 2021-05-02 }\n';
  client.write('sources.yaml', SOURCES + ria);
  client.notifyFileChange('sources.yaml', 2);
  const cites = (day: number) =>
    Object.keys(manyBriefs()).filter((name) => /b\d+/.test(name) && Number(/b(\d+)/.exec(name)![1]) % 9 === day - 1);
  await poll(() => cites(2).some((name) => shown.has(name))).toBe(false);
  // The outlet is known now, so its other reports are missed more.
  await poll(() => shown.size).toBe(BRIEF_COUNT - cites(2).length);
  await pause();
  parts = [];
  client.write('sources.yaml', `${SOURCES}${ria}# nothing that any brief depends on\n`);
  client.notifyFileChange('sources.yaml', 2);
  await pause();
  expect(parts).toEqual([]);
});

test('what is open is not said twice, and what is closed again is as it is on disk', async () => {
  await start({ 'a.brief': 'It left (, May 4).\n', 'b.brief': 'It left (, May 5).\n' }, { settings: ALL });
  await poll(() => [...shown.keys()]).toEqual(['a.brief', 'b.brief']);
  client.open('a.brief', 'It left (, May 4).\n');
  await client.diagnostics('a.brief');
  await pause();
  parts = [];
  client.change('a.brief', [{ text: 'It left (TASS, May 4).\n' }]);
  expect(await client.codes('a.brief')).toEqual([]);
  await pause();
  expect(parts).toEqual([]);
  client.close('a.brief');
  await poll(() => parts).toEqual([['a.brief']]);
  expect(shown.get('a.brief')).toBe('missing-source');
});

test('what was open before and is closed is reported empty while closed files are not wanted', async () => {
  await start({ 'a.brief': 'It left (, May 4).\n' });
  client.open('a.brief', 'It left (, May 4).\n');
  expect(await client.codes('a.brief', (codes) => codes.length > 0)).toEqual(['missing-source']);
  await pause();
  expect(parts).toEqual([]);
  client.close('a.brief');
  await poll(() => parts).toEqual([['a.brief']]);
  expect(shown.size).toBe(0);
});

test('a document that is open and not pulled is reported as it is on screen', async () => {
  await start({ 'a.brief': 'It left (, May 4).\n' }, { settings: ALL });
  await poll(() => [...shown.keys()]).toEqual(['a.brief']);
  client.open('a.brief', 'It left (TASS, May 4).\n');
  await poll(() => [...shown.keys()]).toEqual([]);
});

test('files come, change, move and go', async () => {
  await start({ 'a.brief': 'It left (, May 4).\n' }, { settings: ALL });
  await poll(() => [...shown]).toEqual([['a.brief', 'missing-source']]);
  client.write('sub/b.brief', 'It stayed (, May 5).\n');
  client.notifyFileChange('sub', 1);
  await poll(() => [...shown.keys()].sort()).toEqual(['a.brief', 'sub/b.brief']);
  client.write('a.brief', 'It left (TASS, May 4).\n');
  client.notifyFileChange('a.brief', 2);
  await poll(() => [...shown.keys()]).toEqual(['sub/b.brief']);
  client.delete('sub');
  client.notifyFileChange('sub', 3);
  await poll(() => [...shown.keys()]).toEqual([]);
  client.write('.briefmark.yaml', 'profil: release\n');
  client.notifyFileChange('.briefmark.yaml', 1);
  await poll(() => [...shown.keys()]).toEqual(['.briefmark.yaml']);
  client.delete('.briefmark.yaml');
  client.notifyFileChange('.briefmark.yaml', 3);
  await poll(() => [...shown.keys()]).toEqual([]);
});

test('a request that is canceled ends; one that replaces it confirms what still holds', async () => {
  await start({ 'a.brief': 'It left (, May 4).\n', 'b.brief': 'It left (, May 5).\n' }, { settings: ALL });
  const ids: { uri: string; value: string }[] = [];
  held.cancel();
  await expect(held.answer).rejects.toMatchObject({ code: -32800 });
  hold();
  await poll(() => shown.size).toBe(2);
  held.cancel();
  await expect(held.answer).rejects.toMatchObject({ code: -32800 });
  hold();
  await poll(() => parts).toHaveLength(1);
  const all = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
  await expect(held.answer).rejects.toMatchObject({ code: -32802 });
  for (const { uri, resultId } of all.items) ids.push({ uri, value: resultId! });
  expect(all.items.map(({ uri }) => nameOf(uri)).sort()).toEqual(['a.brief', 'b.brief']);
  hold([...ids.slice(0, 1), { uri: client.uri('gone.brief'), value: 'x' }]);
  await poll(() => parts).toHaveLength(1);
  expect(parts).toEqual([['b.brief', 'gone.brief', 'unchanged a.brief']]);
});
