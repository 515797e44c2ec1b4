import { expect, test } from 'vitest';
import { readInitializationOptions } from '../../../server/src/protocol/initialization.ts';

test('options of the expected types are read', () => {
  const options = { commands: ['a'], views: true, translations: { Yes: 'Sí' }, trusted: true, storage: '/tmp/x' };
  expect(readInitializationOptions({ ...options, profile: 'release' })).toEqual(options);
});

test('others count as absent', () => {
  const none = { commands: [], views: false, translations: undefined, trusted: false, storage: undefined };
  for (const value of [undefined, null, 'a', [], {}, { commands: 'a', views: 1, translations: [1], storage: 2 }])
    expect(readInitializationOptions(value)).toEqual(none);
  expect(readInitializationOptions({ commands: ['a', 1], translations: { Yes: 'Sí', No: 1 } })).toEqual({
    ...none,
    commands: ['a'],
    translations: { Yes: 'Sí' },
  });
});
