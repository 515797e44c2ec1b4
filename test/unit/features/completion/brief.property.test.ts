import { expect, test } from 'vitest';
import { completeIn } from './support.ts';

test('no more than 200, and then the editor is to ask again', () => {
  const entries = Array.from({ length: 500 }, (_, at) => `  - { id: a${at}, type: group, name: Name ${at} }`);
  const registries = `--- entities.yaml\nentities:\n${entries.join('\n')}\n`;
  expect(completeIn('[x](group:|', { registries }).found).toMatchObject({ isTruncated: true, offers: { length: 200 } });
  expect(completeIn('[x](group:a499|', { registries }).found).toMatchObject({
    isTruncated: false,
    offers: { length: 1 },
  });
});
