import { describe, expect, test } from 'vitest';
import { createSpellings, mapUris } from '../../../server/src/lsp/spellings.ts';

/** Upper case does not matter, and `/link/` leads to `/ws/`. */
const resolve = (uri: string) => uri.toLowerCase().replace('/link/', '/ws/');

describe('the spelling of a file', () => {
  test('is that of the open document, else that below the folder, else its identity', () => {
    const { identityOf, spellingOf, open, close, setFolders } = createSpellings(resolve);
    expect(setFolders(['file:///LINK/', 'file:///ws', 'file:///ws/Sub'])).toEqual(['file:///ws', 'file:///ws/sub']);
    expect(open('file:///WS/A.brief')).toBe('file:///ws/a.brief');
    expect(identityOf('file:///WS/A.brief')).toBe('file:///ws/a.brief');
    expect(spellingOf('file:///ws/a.brief')).toBe('file:///WS/A.brief');
    expect(spellingOf('file:///ws/b.brief')).toBe('file:///LINK/b.brief');
    expect(spellingOf('file:///ws/sub/b.brief')).toBe('file:///ws/Sub/b.brief');
    expect(spellingOf('file:///wsx/b.brief')).toBe('file:///wsx/b.brief');
    expect(close('file:///WS/A.brief')).toBe('file:///ws/a.brief');
    expect(spellingOf('file:///ws/a.brief')).toBe('file:///LINK/a.brief');
  });

  test('a folder that was opened through a link stays the same when both are gone', () => {
    let isGone = false;
    const { identityOf, setFolders } = createSpellings((uri) => (isGone ? uri : resolve(uri)));
    expect(setFolders(['file:///link/desk'])).toEqual(['file:///ws/desk']);
    isGone = true;
    expect(identityOf('file:///link/desk')).toBe('file:///ws/desk');
    expect(identityOf('file:///link/desk/')).toBe('file:///ws/desk');
    expect(identityOf('file:///link/other')).toBe('file:///link/other');
  });

  test('a file that is opened under two spellings counts once, and the first text counts', () => {
    const { identityOf, open, close, spellingOf } = createSpellings(resolve);
    expect(open('file:///ws/A')).toBe('file:///ws/a');
    expect(open('file:///ws/a')).toBeUndefined();
    expect(identityOf('file:///ws/a')).not.toBe('file:///ws/a');
    expect(close('file:///ws/a')).toBeUndefined();
    expect(spellingOf('file:///ws/a')).toBe('file:///ws/A');
    expect(close('file:///ws/A')).toBe('file:///ws/a');
    expect(open('file:///ws/a')).toBe('file:///ws/a');
  });
});

test('every URI in a message is mapped, and nothing else', () => {
  const message = {
    uri: 'x1:a',
    text: 'uri',
    data: [1, 2, { uri: '' }],
    items: [{ targetUri: 'x1:b', command: { arguments: ['file:///c', 'words', { uri: 'x1:d' }, [{ uri: 'x1:e' }]] } }],
    edit: { documentChanges: [{ oldUri: 'x1:f', newUri: 'x1:g' }] },
    changes: [{ uri: 'x1:h' }],
  };
  expect(JSON.stringify(mapUris(message, (uri) => `<${uri}>`))).toMatchInlineSnapshot(
    `{"uri":"<x1:a>","text":"uri","data":[1,2,{"uri":""}],"items":[{"targetUri":"<x1:b>","command":{"arguments":["<file:///c>","words",{"uri":"<x1:d>"},[{"uri":"<x1:e>"}]]}}],"edit":{"documentChanges":[{"oldUri":"<x1:f>","newUri":"<x1:g>"}]},"changes":[{"uri":"<x1:h>"}]}`,
  );
  expect(mapUris(message, (uri) => uri)).toBe(message);
});
