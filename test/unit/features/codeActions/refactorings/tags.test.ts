import { expect, test } from 'vitest';
import { REFACTORINGS } from '../../../../../server/src/features/codeActions/refactorings/index.ts';
import { readBrief } from '../../../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../../../server/src/syntax/registry/registry.ts';
import { createWorkspace } from '../../../../../server/src/workspace/index/workspaceStore.ts';
import { check, checkTitles, REGISTRIES } from './check.ts';

const ISKP = 'Islamic State in Khorasan Province';

check('tags the name at the cursor', 'It is IS|KP.', `Tag “ISKP” as group: ${ISKP}`, 'It is [ISKP](group:iskp).');
check(
  'one action for each entity that bears the name',
  'In Georgia|.',
  'Tag “Georgia” as place: Georgia (georgia-state)',
  'In [Georgia](place:georgia-state).',
);
checkTitles('both of them', 'In |Georgia.', [
  'Tag “Georgia” as place: Georgia (georgia-country)',
  'Tag “Georgia” as place: Georgia (georgia-state)',
]);
checkTitles('no tag over a line break', 'The |Islamic State in\nKhorasan Province.', []);
checkTitles('no tag for an id that no tag can hold', 'The Nam|eless.', []);
checkTitles('nothing in a link', '[ISKP| here](https://example.org/)', []);
checkTitles('nothing in code, comments, citations', '`IS|KP`', []);
checkTitles('nothing in the address after a bracket', '](ISK|P)', []);
checkTitles('nothing after a character that would break the tag', '!IS|KP and \\ISKP', []);

check(
  'all mentions in this brief: not in code, links, tags, citations, headings and text alike',
  '# On ISKP\n\nIS|KP; `ISKP`, [ISKP](https://example.org), [them](group:iskp) and IS-K (ISKP, May 3).',
  `Tag all 3 mentions of ${ISKP} in this brief (“ISKP”, “IS-K”)`,
  '# On [ISKP](group:iskp)\n\n[ISKP](group:iskp); `ISKP`, [ISKP](https://example.org), [them](group:iskp) and [IS-K](group:iskp) (ISKP, May 3).',
);
check(
  'all mentions in all briefs, from a tag',
  '[th|em](group:iskp), ISKP.',
  `Tag all 3 mentions of ${ISKP} in 2 briefs (“ISKP”, “IS-K”)`,
  {
    'main.brief': '[them](group:iskp), [ISKP](group:iskp).',
    'other.brief': '[IS-K](group:iskp) and [ISKP](group:iskp).',
  },
  `${REGISTRIES}--- other.brief\nIS-K and ISKP.\n`,
);
check(
  'an ambiguous name, once said which',
  'Georgia|, Georgia.',
  'Tag all 2 mentions of Georgia (georgia-country) in this brief (“Georgia”)',
  '[Georgia](place:georgia-country), [Georgia](place:georgia-country).',
);

check('a selection', 'It is |the branch| itself.', 'Tag “the branch” as an entity…', {});
checkTitles('no selection over a tag, a line, a paragraph, of blanks', 'It is |the [x](group:iskp)|.', []);
checkTitles('not over a line', 'It is |the\nbranch|.', []);
checkTitles('not over two paragraphs', 'It is |the\n\nbranch|.', []);
checkTitles('not of blanks', 'It is| |the.', []);

check(
  'takes a tag off',
  'It is [the |branch](group:iskp).',
  'Remove the tag of “the branch”, keep the words',
  'It is the branch.',
);
check(
  'takes all tags of an entity off',
  '[A|](group:iskp) [B](group:iskp) [C](group:x)\n\n[D](place:iskp)',
  `Remove all 3 tags of ${ISKP} in this brief, keep the words`,
  'A B [C](group:x)\n\nD',
);

test('all mentions in all briefs are not tagged before all have been read', () => {
  const workspace = createWorkspace();
  workspace.putRegistry('file:///entities.yaml', registry);
  workspace.putBrief('file:///a.brief', readBrief('ISKP left, ISKP said.'), true);
  workspace.putBrief('file:///b.brief', readBrief('ISKP stayed.'), false);
  const uri = 'file:///a.brief';
  const [brief, scope] = [workspace.brief(uri)!, workspace.scopeOf(uri)];
  const titles = (isIndexed: boolean) => {
    const place = {
      uri,
      brief,
      selection: { start: 1, end: 1 },
      scope,
      workspace,
      addAlias: () => undefined,
      addEntries: () => undefined,
      isIndexed,
    };
    return REFACTORINGS.flatMap((refactoring) => refactoring(place).map(({ title }) => title));
  };
  const [all, some] = [titles(true), titles(false)];
  expect(all.filter((title) => !some.includes(title))).toEqual([`Tag all 3 mentions of ${ISKP} in 2 briefs (“ISKP”)`]);
  expect(some.filter((title) => title.startsWith('Tag all'))).toHaveLength(1);
});

const registry = readRegistry(REGISTRIES.slice(REGISTRIES.indexOf('entities:'), REGISTRIES.indexOf('--- sources')));
