/** The middleware of completion: an incomplete list stays incomplete when it is empty. */
import { expect, test } from 'vitest';
import { keepIncompleteList } from '../../../../client/src/support/incompleteList';
import { CompletionItem, CompletionList, Position, Range } from './vscode.ts';

const answer = (list: CompletionList | undefined) =>
  keepIncompleteList({} as never, new Position(0, 1) as never, {} as never, {} as never, async () => list as never);

test('an empty incomplete list gets an item that no text matches', async () => {
  expect(await answer(new CompletionList([], true))).toMatchObject({
    isIncomplete: true,
    items: [{ filterText: '\u0000', range: new Range(0, 0, 0, 1) }],
  });
});

test.each([
  ['no list', undefined],
  ['an empty list that is complete', new CompletionList([], false)],
  ['a list with items', new CompletionList([new CompletionItem('JNIM')], true)],
])('%s is left as it is', async (_, list) => {
  expect(await answer(list)).toBe(list);
});
