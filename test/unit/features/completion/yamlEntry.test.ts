import { describe, expect, test } from 'vitest';
import { completeIn, completionsAt } from './support.ts';

const inEntities = { file: 'more.entities.yaml' };
const inSources = { file: 'more.sources.yaml' };

/** What a whole new entry would insert at the cursor. */
function entryAt(marked: string, file: string): string | undefined {
  return completeIn(marked, { file }).found?.offers.find(({ isSnippet }) => isSnippet)?.text;
}

describe('a whole entry', () => {
  test('behind a dash, its lines below its first field', () => {
    expect(entryAt('entities:\n  - |', 'x.entities.yaml')).toMatchInlineSnapshot(`
      id: \${3:short-name}
        type: \${2|person,org,group,place,event,weapon,media,doc,operation|}
        name: \${1:Full Name}
    `);
    expect(entryAt('references:\n-|', 'x.sources.yaml')).toMatchInlineSnapshot(`
      id: \${6:outlet-date}
        type: \${5|article-newspaper,webpage,post,post-weblog,article-magazine,article-journal,report,book,chapter,broadcast,motion_picture,interview,speech,legislation,dataset,personal_communication|}
        title: \${2:Title}
        container-title: \${1:Outlet}
        issued: \${3:YYYY-MM-DD}
        URL: \${4:https://}
    `);
  });
  test('below a bare dash, where the editor indents it', () => {
    expect(entryAt('entities:\n  -\n    |', 'x.entities.yaml')).toMatch(/^id: .+\ntype: /);
  });
  test.each([
    ['an entry that is begun', 'entities:\n  - |\n    name: A\n'],
    ['an entry in braces', 'entities:\n  - { |'],
    ['another list', 'types:\n  - |'],
  ])('not in %s', (_, marked) => expect(entryAt(marked, 'x.entities.yaml')).toBeUndefined());
  test('not within a field', () => {
    expect(entryAt('references:\n  - id: a\n    custom:\n      |', 'x.sources.yaml')).toBeUndefined();
  });
});

describe('fields below a dash', () => {
  test('with nothing behind it', () => {
    expect(completionsAt('entities:\n  -\n    ali|', inEntities)).toMatchInlineSnapshot(`
      * aliases · Other names. A name of up to four capital letters matches only in capitals.
      >     aliases:
    `);
    expect(completionsAt('references:\n-\n  title: x\n  iss|', inSources)).toMatchInlineSnapshot(`
      * issued · Date of publication: YYYY-MM-DD, or CSL date-parts.
      >   issued:
    `);
  });
  test('none less indented than the dash', () =>
    expect(completionsAt('entities:\n  -\n |', inEntities)).toBe('nothing'));
});
