import { describe, expect, test } from 'vitest';

declare global {
  interface ImportMeta {
    glob(pattern: string | string[], options: object): Record<string, string>;
  }
}

/** The sources as text. Vite reads them when the test is built, so the test itself needs no disk. */
const sources = import.meta.glob(['../../{server,client}/src/**/*.ts', '../**/*.{ts,mjs}'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Imports run one way: each layer of the server sees itself and the layers named here. See ARCHITECTURE.md. */
const SERVER_LAYERS: Record<string, string[]> = {
  base: [],
  protocol: ['base'],
  syntax: ['base'],
  names: ['base', 'syntax'],
  scope: ['base', 'syntax', 'names'],
  workspace: ['base', 'syntax', 'names', 'scope'],
  analysis: ['base', 'syntax', 'names', 'scope', 'workspace'],
  edits: ['base', 'syntax', 'names', 'scope', 'workspace'],
  rules: ['base', 'syntax', 'names', 'scope', 'workspace', 'analysis', 'edits'],
  render: ['base', 'protocol', 'syntax', 'names', 'scope', 'workspace', 'analysis'],
  exporters: ['base', 'protocol', 'syntax', 'names', 'scope', 'workspace', 'analysis', 'rules', 'render'],
  assistants: ['base', 'syntax', 'names', 'scope', 'workspace', 'analysis', 'rules', 'exporters'],
  references: ['base', 'syntax'],
  importers: ['base', 'syntax', 'references'],
  features: [
    'base',
    'protocol',
    'syntax',
    'names',
    'scope',
    'workspace',
    'analysis',
    'edits',
    'rules',
    'render',
    'exporters',
    'assistants',
    'references',
    'importers',
  ],
  host: ['base', 'protocol'],
};
const LAYERS: Record<string, string[]> = {
  ...SERVER_LAYERS,
  lsp: Object.keys(SERVER_LAYERS),
  cli: Object.keys(SERVER_LAYERS).filter((layer) => layer !== 'features'),
  client: ['protocol'],
};
const NODE_ONLY = /^server\/src\/(?:host\/node\w+|cli(?:\/\w+)*|(?:\w+\/)*\w+\.node)\.ts$/;

interface Source {
  readonly path: string;
  readonly layer: string;
  readonly folder: string;
  readonly packages: readonly string[];
  readonly imports: readonly string[];
}

const paths = new Set(Object.keys(sources).map(pathOf));
const files = Object.entries(sources).map(([key, text]) => toSource(pathOf(key), text));

function pathOf(key: string): string {
  return new URL(key, 'file:///test/unit/').pathname.slice(1);
}

function toSource(path: string, text: string): Source {
  const names = [...text.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*'([^']+)'/g)].map((match) => match[1]!);
  const imports = names.filter((name) => name.startsWith('.')).map((name) => targetOf(path, name));
  return {
    path,
    layer: layerOf(path),
    folder: folderOf(path),
    packages: names.filter((name) => !/^\./.test(name)),
    imports,
  };
}

function targetOf(path: string, name: string): string {
  const target = new URL(name, `file:///${path}`).pathname.slice(1);
  return [target, `${target}.ts`, `${target}/index.ts`].find((one) => paths.has(one)) ?? target;
}

/** Files directly in `server/src` are entry points: they may see everything, and nothing may see them. */
function layerOf(path: string): string {
  const [top, , folder, ...rest] = path.split('/');
  if (top !== 'server') return top!;
  return rest.length > 0 ? folder! : 'entry point';
}

/**
 * An `index.ts` is the list of a folder, and a node of its own: it sees the folders it lists, and these may see the other
 * files beside it.
 */
function folderOf(path: string): string {
  return path.endsWith('/index.ts') ? path : path.slice(0, path.lastIndexOf('/'));
}

test('every folder of the server is a known layer', () => {
  expect(files.length).toBeGreaterThan(300);
  for (const { path, layer } of files)
    if (path.startsWith('server/') && layer !== 'entry point') expect(Object.keys(LAYERS), path).toContain(layer);
});

describe.each(Object.entries(LAYERS))('%s', (layer, seen) => {
  test(`sees ${seen.join(', ') || 'nothing else'}`, () => {
    for (const { path, imports } of files.filter((file) => file.layer === layer))
      for (const target of imports) expect([layer, ...seen], `${path} imports ${target}`).toContain(layerOf(target));
  });
});

test('the product does not import its tests', () => {
  for (const { path, imports, layer } of files)
    if (layer !== 'test')
      expect(
        imports.filter((target) => target.startsWith('test/')),
        path,
      ).toEqual([]);
});

test.each([
  ['files', (source: Source) => source.path],
  ['folders', (source: Source) => source.folder],
])('no cycle of %s, imports of types included', (kind, nodeOf) => {
  const graph = new Map<string, Set<string>>();
  const byPath = new Map(files.map((file) => [file.path, file]));
  for (const file of files) {
    const from = nodeOf(file);
    const targets = graph.get(from) ?? new Set();
    for (const target of file.imports) {
      const source = byPath.get(target);
      if (source && nodeOf(source) !== from && !(kind === 'folders' && isOwnList(file, source)))
        targets.add(nodeOf(source));
    }
    graph.set(from, targets);
  }
  expect(cyclesIn(graph)).toEqual([]);
});

/** Whether it is the list of the folder the file is in: importing it leaves no folder. */
function isOwnList(file: Source, target: Source): boolean {
  return target.folder === target.path && target.path.slice(0, -'/index.ts'.length) === file.folder;
}

/** The strongly connected components of more than one node (Tarjan), each sorted. */
function cyclesIn(graph: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const cycles: string[][] = [];
  const visit = (node: string): void => {
    order.set(node, order.size);
    low.set(node, order.get(node)!);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node)!, low.get(next)!));
    }
    if (low.get(node) !== order.get(node)) return;
    const component = stack.splice(stack.indexOf(node));
    if (component.length > 1) cycles.push(component.sort());
  };
  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return cycles;
}

/** Who may know that facts are packed, and who may know where closed files come from. */
test.each([
  [
    'server/src/workspace/index/',
    /^server\/src\/(?:workspace\/index\/|lsp\/indexing\/|lsp\/session\.ts$|(?:api|cli\/project)\.ts$)/,
  ],
  ['server/src/lsp/indexing/', /^server\/src\/(?:lsp\/(?:indexing\/|session\.ts$)|serve\.node\.ts$|engine\.node\.ts$)/],
])('%s is seen by its owners alone', (fenced, owners) => {
  for (const { path, imports } of files.filter((file) => file.layer !== 'test'))
    for (const target of imports)
      if (target.startsWith(fenced)) expect(path, `${path} imports ${target}`).toMatch(owners);
});

const comparedForm = /\bform [!=]== '(?:parenthesis|key|tag|note|link|source-line|author-date|placeholder|leftover)'/;

test('no file compares the form of a citation: what differs between forms is a member of `CitationForm`', () => {
  for (const [key, text] of Object.entries(sources))
    if (!pathOf(key).startsWith('test/')) expect(text, pathOf(key)).not.toMatch(comparedForm);
});

test('only entry points, the command line and the Node host import node:*; nothing in the server imports vscode', () => {
  for (const { path, packages } of files.filter((file) => file.path.startsWith('server/'))) {
    expect(packages, path).not.toContain('vscode');
    if (!NODE_ONLY.test(path))
      expect(
        packages.filter((name) => name.startsWith('node:')),
        path,
      ).toEqual([]);
  }
});
