import { expect, test } from 'vitest';
import { type Completion, complete } from '../../../../server/src/features/completion/index.ts';
import { parseFixture, workspaceOf } from '../../support/fixture.ts';

export const REGISTRIES = `--- entities.yaml
types:
  - { id: operation, name: Operation, extends: event }
entities:
  - { id: is, type: group, name: Islamic State, aliases: [IS] }
  - id: iskp
    type: group
    name: Islamic State in Khorasan Province
    aliases: [ISKP, IS-K]
    part_of: is
  - { id: kabul, type: place, name: Kabul }
  - { id: resolve, type: operation, name: Inherent Resolve }
  - { id: rferl, type: media, name: Radio Free Europe/Radio Liberty, aliases: [RFE/RL, Радио Свобода] }
  - { id: tass, type: media, name: TASS }
  - { id: toi, type: media, name: Times of India }
  - { id: salaam, type: org, name: al-Salaam }
  - { id: han, type: org, name: 军民融合办 }
--- sources.yaml
references:
  - { id: rferl-old, title: Elections, container-title: RFE/RL, issued: 2019-05-01 }
  - { id: rferl-2021-09-05, title: Pilots leave, container-title: RFE/RL, issued: 2021-09-05 }
  - { id: tass-a, container-title: TASS, title: One, issued: 2021-09-22 }
  - { id: tass-b, container-title: TASS, title: Two, issued: 2021-09-22 }
  - { id: nikkei-1, container-title: Nikkei, title: Markets, issued: 2021-08-31 }
  - { id: later, container-title: Nikkei, title: Too late, issued: 2021-10-31 }
`;
export const DATED = '---\ndate: 2021-09-24\n---\n\n';

export interface Expectation {
  /** All labels in order, or the first ones when the last is `…`. */
  readonly labels?: readonly string[];
  /** The text of the line after accepting the first offer, or the one called `accept`. */
  readonly becomes?: string;
  readonly accept?: string;
  readonly newline?: '\n' | '\r\n';
  readonly file?: string;
  readonly registries?: string;
  /** Whether the editor keeps the rest of the word after the cursor, where it may choose. */
  readonly keepRest?: boolean;
}

/** The text with `|` for the cursor → what is offered, and the line after accepting an offer. */
export function checkCompletion(name: string, marked: string, expected: Expectation): void {
  test(name, () => {
    const { text, offset, found } = completeIn(marked, expected);
    const { labels, accept, becomes, keepRest } = expected;
    const offered = found?.offers.map(({ label }) => label) ?? [];
    if (labels?.at(-1) === '…') expect(offered.slice(0, labels.length - 1)).toEqual(labels.slice(0, -1));
    else if (labels) expect(offered).toEqual(labels);
    if (becomes === undefined) return;
    const offer = found?.offers.find(({ label }) => accept === undefined || label === accept);
    const { start, end } = keepRest && found!.supportsInsert ? found!.typed : found!.whole;
    const after = text.slice(0, start) + offer?.text + text.slice(end);
    const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
    expect(after.slice(lineStart).split(/\r?\n/)[0]).toBe(becomes);
  });
}

/** What is offered at the `|` of a brief (or of `file`) beside the registries. */
export function completeIn(
  marked: string,
  { newline = '\n', file = 'main.brief', registries = REGISTRIES }: Expectation = {},
): { text: string; offset: number; found: Completion | undefined } {
  const written = marked.replaceAll('\n', newline);
  const offset = written.indexOf('|');
  const text = written.replace('|', '');
  const fixture = parseFixture(registries);
  const uri = `file:///${file}`;
  const files = [...fixture.files.filter(({ name }) => name !== file), { name: file, uri, text, marks: [] }];
  const workspace = workspaceOf({ files });
  const brief = workspace.brief(uri);
  const isConfig = file === '.briefmark.yaml';
  return { text, offset, found: complete({ uri, workspace, text, offset, isConfig, ...(brief && { brief }) }) };
}
