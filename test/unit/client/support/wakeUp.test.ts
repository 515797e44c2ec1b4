import { expect, test } from 'vitest';
import { mayBeWokenInVain } from '../../../../client/src/support/wakeUp.ts';

const opened = (path: string) => ({ languageId: /ya?ml$/.test(path) ? 'yaml' : 'brief', uri: { path } });

test.each([
  [['/ws/docker-compose.yml'], true],
  [['/ws/docker-compose.yml', '/ws/resources.yaml'], true],
  [['/ws/docker-compose.yml', '/ws/entities.yaml'], false],
  [['/ws/.briefmark.yaml'], false],
  [['/ws/gulf.sources.yml'], false],
  [['/ws/a.brief'], false],
  // Woken by a command, a view, or the files of the workspace.
  [[], false],
])('%j: %s', (paths, isInVain) => {
  expect(mayBeWokenInVain(paths.map(opened))).toBe(isInVain);
});
