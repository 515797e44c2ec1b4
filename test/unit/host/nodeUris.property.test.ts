import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { expect } from 'vitest';
import { toFileUris } from '../../../server/src/host/nodeUris.ts';
import { testProperty } from '../support/arbitraries.ts';

const part = fc
  .oneof(fc.stringMatching(/^[\w.-]{1,9}$/), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 9 }))
  .filter((name) => !/^\.*$|[/\\\0]/.test(name));

testProperty(
  'the URIs of files are those of their paths',
  fc.constantFrom('/', '/home/a b/é', '/work'),
  fc.array(part, { minLength: 1, maxLength: 3 }),
  (folder, parts) => {
    const name = `${parts.join('/')}.brief`;
    expect(toFileUris(folder, [name])).toEqual([pathToFileURL(join(folder, name)).href]);
  },
);
