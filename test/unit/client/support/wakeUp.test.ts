import { expect, test } from 'vitest';
import { isOwnDocument } from '../../../../client/src/support/wakeUp.ts';

const languageOf = (path: string) =>
  /\.brief(\.\w+)?$/.test(path)
    ? 'brief'
    : /ya?ml$/.test(path)
      ? 'yaml'
      : path.endsWith('.md')
        ? 'markdown'
        : 'plaintext';
const opened = (path: string) => ({ languageId: languageOf(path), uri: { path } });

test.each([
  ['/ws/docker-compose.yml', false],
  ['/ws/resources.yaml', false],
  ['/ws/README.md', false],
  ['/ws/a.txt', false],
  ['/ws/entities.yaml', true],
  ['/ws/.briefmark.yaml', true],
  ['/ws/gulf.sources.yml', true],
  ['/ws/a.brief', true],
  ['/ws/a.brief.md', true],
])('%s: %s', (path, isOwn) => {
  expect(isOwnDocument(opened(path))).toBe(isOwn);
});
