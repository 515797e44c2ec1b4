import { describe, expect, test } from 'vitest';
import { check, offered } from './check.ts';

const TITLE = 'Add all 2 unknown sources of this brief to sources.yaml';
const REGISTRY = '--- sources.yaml\nreferences:\n  - { id: a, container-title: Dawn, issued: 2021-01-02 }\n';

describe('all unknown sources of a brief', () => {
  check(
    'are added at once; the text stays as it is',
    'It fell (Reu|ters, May 2; Dawn, January 2). It rose (Harbor Weekly, May 3; Reuters, May 2).\n',
    TITLE,
    {
      'sources.yaml':
        'references:\n  - { id: a, container-title: Dawn, issued: 2021-01-02 }\n  - { id: reuters-2021-05-02, type: article-newspaper, container-title: Reuters, issued: 2021-05-02 }\n  - { id: harbor-weekly-2021-05-03, type: article-newspaper, container-title: Harbor Weekly, issued: 2021-05-03 }',
    },
    REGISTRY,
  );

  test.each([
    ['one alone, which has a fix of its own', 'It fell (Reu|ters, May 2).\n'],
    ['a known source', 'It fell (Da|wn, January 2; Reuters, May 2; Harbor Weekly, May 3).\n'],
    ['prose', 'It f|ell (Reuters, May 2; Harbor Weekly, May 3).\n'],
  ])('are not offered for %s', (_, text) => {
    expect(offered(text, REGISTRY).actions.map(({ title }) => title)).not.toContain(TITLE);
  });
});
