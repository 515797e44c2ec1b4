import { describe, expect, test } from 'vitest';
import { describeSourceChange, findSourceChanges } from '../../../../server/src/analysis/comparison/sourceChanges.ts';
import { parseFixture, workspaceOf } from '../../support/fixture.ts';

const REGISTRIES = `--- entities.yaml
entities:
  - { id: rferl, type: media, name: Radio Free Europe/Radio Liberty, aliases: [RFE/RL] }
--- sources.yaml
references:
  - { id: rferl-may-4, title: Crew refuses, container-title: RFE/RL, issued: 2021-05-04, URL: https://example.org/crew }
  - { id: tass-may-5, title: Captain leaves, container-title: TASS, issued: 2021-05-05 }
`;

/** What changed between two versions of a brief of June 1, 2021: one change a line, with the words of the statement. */
function changes(before: string, after: string): string {
  const { files } = parseFixture(
    `--- before.brief\n---\ndate: 2021-06-01\n---\n\n${before}\n--- after.brief\n---\ndate: 2021-06-01\n---\n\n${after}\n${REGISTRIES}`,
  );
  const workspace = workspaceOf({ files });
  const version = (name: string) => ({
    brief: workspace.brief(`file:///${name}`)!,
    scope: workspace.scopeOf(`file:///${name}`),
  });
  return findSourceChanges(version('before.brief'), version('after.brief'))
    .map((change) => `${change.kind}: ${change.statement.words} ${describeSourceChange(change)}`)
    .join('\n');
}

const CREW = 'The ferries stopped on May 3 because the crew refused to sail';
const BRIDGE = 'Trucks queue for 14 kilometers at the bridge to Hairatan';

describe('each kind of change', () => {
  test('a new statement without a source', () => {
    expect(
      changes(`${CREW} (RFE/RL, May 4).`, `${CREW} (RFE/RL, May 4).\n\nOn May 20, 300 officers arrived from Kabul.`),
    ).toMatchInlineSnapshot(
      `added-without-source: On May 20, 300 officers arrived from Kabul. This statement is new and has no source.`,
    );
  });

  test('a new statement whose citation names no source', () => {
    expect(
      changes(`${CREW} (RFE/RL, May 4).`, `${CREW} (RFE/RL, May 4). Rice is cheap (, May 20).`),
    ).toMatchInlineSnapshot(`added-without-source: Rice is cheap. This statement is new and has no source.`);
  });

  test('a source that is lost', () => {
    expect(changes(`${CREW} (RFE/RL, May 4).`, `${CREW}.`)).toMatchInlineSnapshot(
      `source-lost: The ferries stopped on May 3 because the crew refused to sail. This statement has lost its source “RFE/RL, May 4, 2021”.`,
    );
  });

  test('one of several sources that is lost', () => {
    expect(changes(`${CREW} (RFE/RL, May 4; TASS, May 5).`, `${CREW} (TASS, May 5).`)).toMatchInlineSnapshot(
      `source-lost: The ferries stopped on May 3 because the crew refused to sail. This statement has lost its source “RFE/RL, May 4, 2021”.`,
    );
    expect(changes(`${CREW} (RFE/RL, May 4, 6).`, `${CREW} (RFE/RL, May 4).`)).toMatchInlineSnapshot(
      `source-lost: The ferries stopped on May 3 because the crew refused to sail. This statement has lost its source “RFE/RL, May 6, 2021”.`,
    );
  });

  test('a citation that no longer names its source', () => {
    expect(changes(`${CREW} (RFE/RL, May 4).`, `${CREW} (, May 4).`)).toMatchInlineSnapshot(
      `source-emptied: The ferries stopped on May 3 because the crew refused to sail. This citation no longer names its source. It was “RFE/RL, May 4, 2021”.`,
    );
    expect(changes(`${CREW}.[^1]\n\n[^1]: RFE/RL, May 4.`, `${CREW}.[^1]`)).toMatchInlineSnapshot(
      `source-emptied: The ferries stopped on May 3 because the crew refused to sail. This citation no longer names its source. It was “RFE/RL, May 4, 2021”.`,
    );
  });

  test('another source, another day', () => {
    expect(changes(`${CREW} (RFE/RL, May 4).`, `${CREW} (TASS, May 5).`)).toMatchInlineSnapshot(
      `source-changed: The ferries stopped on May 3 because the crew refused to sail. The source of this statement was “RFE/RL, May 4, 2021” and is “TASS, May 5, 2021” now.`,
    );
    expect(changes(`${CREW} (RFE/RL, May 4).`, `${CREW} (RFE/RL, May 14).`)).toMatchInlineSnapshot(
      `source-changed: The ferries stopped on May 3 because the crew refused to sail. The source of this statement was “RFE/RL, May 4, 2021” and is “RFE/RL, May 14, 2021” now.`,
    );
  });

  test('two statements that swap their sources', () => {
    expect(
      changes(`${CREW} (RFE/RL, May 4). ${BRIDGE} (TASS, May 5).`, `${CREW} (TASS, May 5). ${BRIDGE} (RFE/RL, May 4).`),
    ).toMatchInlineSnapshot(
      `sources-swapped: The ferries stopped on May 3 because the crew refused to sail. This statement and “Trucks queue for 14 kilometers at the bridge to Hairatan.” have swapped sources: it cites “TASS, May 5, 2021” now, “RFE/RL, May 4, 2021” before.`,
    );
  });
});

describe('statements that are edited', () => {
  test('other words keep their source', () => {
    expect(
      changes(
        `${CREW} (RFE/RL, May 4).`,
        `The two ferries stopped on May 3 because their crew refused to sail (RFE/RL, May 4).`,
      ),
    ).toBe('');
    expect(
      changes(`${CREW} (RFE/RL, May 4).`, `The two ferries stopped on May 3 because their crew refused to sail.`),
    ).toMatchInlineSnapshot(
      `source-lost: The two ferries stopped on May 3 because their crew refused to sail. This statement has lost its source “RFE/RL, May 4, 2021”.`,
    );
  });

  test('a statement that is divided needs its source twice, or behind the second part', () => {
    const whole = 'The crew refused to sail on Monday, and the port dismissed the captain for that (RFE/RL, May 4).';
    expect(
      changes(whole, 'The crew refused to sail on Monday. The port dismissed the captain for that (RFE/RL, May 4).'),
    ).toBe('');
    expect(
      changes(whole, 'The crew refused to sail on Monday (RFE/RL, May 4). The port dismissed the captain for that.'),
    ).toMatchInlineSnapshot(
      `source-lost: The port dismissed the captain for that. This statement has lost its source “RFE/RL, May 4, 2021”.`,
    );
  });

  test('statements that are joined need both sources', () => {
    const two = `${CREW} (RFE/RL, May 4). ${BRIDGE} (TASS, May 5).`;
    expect(
      changes(
        two,
        `${CREW}, and trucks queue for 14 kilometers at the bridge to Hairatan (RFE/RL, May 4; TASS, May 5).`,
      ),
    ).toBe('');
    expect(
      changes(two, `${CREW}, and trucks queue for 14 kilometers at the bridge to Hairatan (TASS, May 5).`),
    ).toMatchInlineSnapshot(
      `source-lost: The ferries stopped on May 3 because the crew refused to sail, and trucks queue for 14 kilometers at the bridge to Hairatan. This statement has lost its source “RFE/RL, May 4, 2021”.`,
    );
  });

  test('a statement that relied on the next one is named if that is deleted', () => {
    expect(changes(`${CREW}. ${BRIDGE} (TASS, May 5).`, `${CREW}.`)).toMatchInlineSnapshot(
      `source-lost: The ferries stopped on May 3 because the crew refused to sail. This statement has lost its source “TASS, May 5, 2021”.`,
    );
    expect(changes(`${CREW}. ${BRIDGE} (TASS, May 5).`, `${CREW}. ${BRIDGE}.`)).toMatchInlineSnapshot(
      `source-lost: Trucks queue for 14 kilometers at the bridge to Hairatan. This statement has lost its source “TASS, May 5, 2021”.`,
    );
  });
});

describe('no change', () => {
  test.each([
    ['the same citation in another form', `${CREW} (RFE/RL, May 4).`, `${CREW} [@rferl-may-4].`],
    ['in a note', `${CREW} (RFE/RL, May 4).`, `${CREW}.[^1]\n\n[^1]: RFE/RL, May 4, 2021.`],
    ['as a link', `${CREW} (RFE/RL, May 4).`, `${CREW} ([RFE/RL](https://example.org/crew), May 4).`],
    [
      'another spelling of the outlet',
      `${CREW} (RFE/RL, May 4).`,
      `${CREW} (Radio Free Europe/Radio Liberty, 4 May 2021).`,
    ],
    ['a source more', `${CREW} (RFE/RL, May 4).`, `${CREW} (RFE/RL, May 4; TASS, May 5).`],
    [
      'a statement that moves',
      `${CREW} (RFE/RL, May 4).\n\n${BRIDGE} (TASS, May 5).`,
      `${BRIDGE} (TASS, May 5).\n\n${CREW} (RFE/RL, May 4).`,
    ],
    ['a statement that is deleted', `${CREW} (RFE/RL, May 4).\n\n${BRIDGE} (TASS, May 5).`, `${BRIDGE} (TASS, May 5).`],
    [
      'tags',
      'RFE/RL left Kabul on May 3 (RFE/RL, May 4).',
      '[RFE/RL](media:rferl) left Kabul on May 3 (RFE/RL, May 4).',
    ],
    [
      'a new statement with a source',
      `${CREW} (RFE/RL, May 4).`,
      `${CREW} (RFE/RL, May 4).\n\nOn May 20, 300 officers arrived (TASS, May 21).`,
    ],
    [
      'a new statement that its paragraph covers',
      `${CREW} (RFE/RL, May 4).`,
      `On May 2, 12 sailors met. ${CREW} (RFE/RL, May 4).`,
    ],
    [
      'a new judgment',
      `${CREW} (RFE/RL, May 4).`,
      `${CREW} (RFE/RL, May 4).\n\nIt is likely that 12 ferries will sail again in June.`,
    ],
    [
      'a new statement that names its source',
      `${CREW} (RFE/RL, May 4).`,
      `${CREW} (RFE/RL, May 4).\n\nAccording to the ministry, 300 officers arrived on May 20.`,
    ],
    ['a source line below', `${CREW} (RFE/RL, May 4).`, `${CREW}.\n\nSource: RFE/RL, May 4, 2021`],
  ])('%s', (_, before, after) => {
    expect(changes(before, after)).toBe('');
  });
});
