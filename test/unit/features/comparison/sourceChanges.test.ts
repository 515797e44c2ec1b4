import { expect, test } from 'vitest';
import { sourceChangesFeature } from '../../../../server/src/features/comparison/sourceChanges.ts';
import { parseFixture } from '../../support/fixture.ts';
import { createContext, DATED } from '../../support/world.ts';

const PROSE = 'Grain left the port on May 3 (TASS, May 4). It was 300 tons (Reuters, May 5).';

async function changesSince(before: string, uri = 'file:///main.brief') {
  const { files } = parseFixture(`--- main.brief\n${DATED}${PROSE}`);
  return sourceChangesFeature.answer({ uri, before: DATED + before }, createContext({ files }));
}

test('the changes of an open brief, with their place in it', async () => {
  expect(await changesSince('Grain left the port on May 3 (RFE/RL, May 4). It was 300 tons (Reuters, May 5).')).toEqual(
    [
      {
        message: 'The source of this statement was “RFE/RL, May 4, 2021” and is “TASS, May 4, 2021” now.',
        statement: 'Grain left the port on May 3.',
        range: { start: { line: 4, character: 0 }, end: { line: 4, character: 43 } },
      },
    ],
  );
  expect(await changesSince(PROSE)).toEqual([]);
});

test('nothing for a file that is not an open brief', async () => {
  expect(await changesSince(PROSE, 'file:///other.brief')).toBeUndefined();
});
