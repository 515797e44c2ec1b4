import { describe, expect, test } from 'vitest';

declare global {
  interface ImportMeta {
    glob(pattern: string, options: object): Record<string, string>;
  }
}

/** The sources as text. Vite reads them when the test is built, so that the test itself needs no disk. */
const sources = import.meta.glob('../../server/src/**/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Imports run one way: each layer sees itself and those named here. ARCHITECTURE.md. */
const MAY_SEE: Record<string, string[]> = {
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
  features: ['base', 'protocol', 'syntax', 'names', 'scope', 'workspace', 'analysis', 'edits', 'rules', 'render'],
  host: ['base', 'protocol'],
  lsp: ['base', 'protocol', 'syntax', 'names', 'scope', 'workspace', 'rules', 'features', 'host'],
  cli: [
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
    'features',
    'host',
  ],
};
const NODE_ONLY = /\/(?:host\/node\w+|cli(?:\/\w+)?|[\w.]*\.node)\.ts$/;

const files = Object.entries(sources).map(([path, text]) => {
  const steps = path.replace('../../server/src/', '').split('/');
  const imports = [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((match) => match[1]!);
  return { path, layer: steps.length > 1 ? steps[0]! : 'door', imports };
});

test('every folder is a layer that is known here', () => {
  expect(files.length).toBeGreaterThan(50);
  for (const { path, layer } of files) expect(layer === 'door' || layer in MAY_SEE, path).toBe(true);
});

describe.each(Object.entries(MAY_SEE))('%s', (layer, seen) => {
  test(`sees ${seen.join(', ') || 'nothing else'}`, () => {
    for (const { path, imports } of files.filter((file) => file.layer === layer)) {
      for (const from of imports.filter((name) => name.startsWith('.'))) {
        const target = new URL(from, `file:///${path.replace('../../', '')}`).pathname;
        expect([layer, ...seen], `${path} imports ${from}`).toContain(target.split('/')[3]);
      }
    }
  });
});

test('only the doors, the command line and the node host import node:*; nothing in the server imports vscode', () => {
  for (const { path, imports } of files) {
    expect(imports.includes('vscode'), path).toBe(false);
    if (!NODE_ONLY.test(path))
      expect(
        imports.filter((name) => name.startsWith('node:')),
        path,
      ).toEqual([]);
  }
});
