import { expect, test } from 'vitest';
import { complete } from '../../../../server/src/features/completion/index.ts';
import { parseFixture, workspaceOf } from '../../support/fixture.ts';
import { CASEBOOK, DATED } from '../../support/world.ts';

/** Something of three characters or more that stands twice in a row: `May 3May 3`. */
const doubled = /([^ ].{2,})\1/u;

/** All lines in which an accepted offer doubles something. Wherever the cursor is, the rest of what it is in is replaced. */
function doublesIn(line: string): string[] {
  const text = `${DATED}${line}\n`;
  const uri = 'file:///main.brief';
  const workspace = workspaceOf({
    files: [...parseFixture(CASEBOOK).files, { name: 'main.brief', uri, text, marks: [] }],
  });
  const brief = workspace.brief(uri)!;
  const found = new Set<string>();
  for (let offset = DATED.length; offset <= DATED.length + line.length; offset++) {
    const completion = complete({ uri, workspace, text, offset, brief });
    if (!completion) continue;
    const { start, end } = completion.whole;
    for (const offer of completion.offers) {
      const after = text.slice(DATED.length, start) + offer.text + text.slice(end);
      if (doubled.test(after)) found.add(`${text.slice(DATED.length, offset)}|${text.slice(offset)}=> ${after}`);
    }
  }
  return [...found];
}

test.each([
  'They left (RFE/RL, September 5; TASS, September 22).',
  'They left ([RFE/RL](src:rferl-2021-09-05), September 5).',
  'They left [@rferl-2021-09-05; @tass-a].',
  'The [ISKP](group:iskp) and [Kabul](place:kabul) left.',
  'In Kabul the Islamic State in Khorasan Province left (TASS, Sep. 22).',
  'They left (TASS, 22 September 2021).',
  'They left (TASS, 2021-09-22; RFE/RL, 5 Sept.).',
  'They left (see RFE/RL, September 5, p. 3).',
  'They left (RFE/RL, September 1, 5).',
  'They left (, September 22).',
  'They left.[^1] [^1]: RFE/RL, September 5.',
  'He [left](https://example.org/kabul) (Times of India, September 13).',
])('nothing is doubled anywhere in %s', (line) => expect(doublesIn(line)).toEqual([]));
