import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { fileIdentity, toFileUri, toFileUris, toPath } from '../../../server/src/host/nodeUris.ts';
import { testProperty } from '../support/arbitraries.ts';

const part = fc
  .oneof(fc.stringMatching(/^[\w.-]{1,9}$/), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 9 }))
  .filter((name) => !/^\.*$|[/\\\0]/.test(name));

testProperty(
  'the URIs of files are those of their paths, and are their own identity',
  fc.constantFrom('/', '/home/a b/é', '/work'),
  fc.array(part, { minLength: 1, maxLength: 3 }),
  (folder, parts) => {
    const path = join(folder, `${parts.join('/')}.brief`);
    const [uri] = toFileUris(folder, [`${parts.join('/')}.brief`]);
    expect(uri).toBe(toFileUri(path));
    expect(toPath(uri!)).toBe(path);
    expect(fileIdentity(uri!)).toBe(uri);
  },
);
