import { expect, test } from 'vitest';
import { createFolderConfigs } from '../../../server/src/lsp/folderConfig.ts';
import { DEFAULT_SETTINGS, readSettings, type Settings } from '../../../server/src/lsp/settings.ts';
import { readConfig } from '../../../server/src/rules/config/config.ts';
import { DEFAULT_CHECK_SETTINGS } from '../../../server/src/rules/engine/settings.ts';

function start(...folders: string[]) {
  let settings: Settings = DEFAULT_SETTINGS;
  const configs = createFolderConfigs(
    () => folders,
    () => [],
    () => settings,
  );
  return {
    ...configs,
    write: (uri: string, text: string) => configs.put(uri, readConfig(text)),
    set: (value: object) => {
      settings = readSettings(value).settings;
    },
  };
}

test('each folder has its own, and the inner one of two counts', () => {
  const { checksFor, uris: places, write } = start('file:///a', 'file:///a/b/', 'file:///ab');
  expect(places()).toEqual(['file:///a/.briefmark.yaml', 'file:///a/b/.briefmark.yaml', 'file:///ab/.briefmark.yaml']);
  write('file:///a/.briefmark.yaml', 'tradecraft: { scale: PHIA }');
  write('file:///a/b/.briefmark.yaml', 'profile: release');
  expect(checksFor('file:///a/x.brief')).toEqual({ ...DEFAULT_CHECK_SETTINGS, scale: 'PHIA' });
  expect(checksFor('file:///a/b/x.brief')).toEqual({ ...DEFAULT_CHECK_SETTINGS, profile: 'release' });
  for (const uri of ['file:///ab/x.brief', 'file:///x.brief', 'untitled:1'])
    expect(checksFor(uri)).toEqual(DEFAULT_CHECK_SETTINGS);
});

test('the editor wins, code by code and profile by profile; lists add up', () => {
  const { checksFor, roots, write, set } = start('file:///a');
  write(
    'file:///a/.briefmark.yaml',
    `profile: release
rules: { missing-source: hint, unknown-source: off }
exclude: [old/]
include: [a/*.md]
tradecraft: { publications: [A] }
style: { dates: 5 Sept. }
`,
  );
  set({
    profile: 'draft',
    rules: { 'missing-source': { release: 'warning' } },
    exclude: ['b/'],
    include: ['**/*.txt', '../c.md'],
    tradecraft: { scale: 'auto', publications: ['A', 'B'] },
    style: { dates: 'auto', citationOrder: 'by name' },
  });
  expect(checksFor('file:///a/x.brief')).toEqual({
    profile: 'draft',
    rules: {
      'missing-source': { draft: 'hint', release: 'warning' },
      'unknown-source': { draft: 'off', release: 'off' },
    },
    scale: 'ICD203',
    publications: ['A', 'B'],
    dates: '5 Sept.',
    citationOrder: 'by name',
  });
  expect(roots()).toEqual([{ uri: 'file:///a', exclude: ['old/', 'b/'], include: ['a/*.md', '**/*.txt'] }]);
});

test('the same object as long as nothing has changed', () => {
  const { checksFor, put, write, set } = start('file:///a');
  const uri = 'file:///a/.briefmark.yaml';
  write(uri, 'profile: release');
  const before = checksFor('file:///a/x.brief');
  write(uri, '# A word about it.\nprofile: release\n');
  set({ codeLens: { enabled: false } });
  expect(checksFor('file:///a/y.brief')).toBe(before);
  put(uri, undefined);
  expect(checksFor('file:///a/x.brief')).not.toBe(before);
  expect(checksFor('file:///a/x.brief')).toEqual(DEFAULT_CHECK_SETTINGS);
});
