import { expect, test } from 'vitest';
import { sourceChoices } from '../../../../server/src/rules/citations/sourceChoices.ts';
import { resolveCitation } from '../../../../server/src/scope/resolveCitation.ts';
import { briefDateOf } from '../../../../server/src/syntax/brief/brief.ts';
import { recordsOf } from '../../../../server/src/syntax/brief/records.ts';
import { parseFixture, workspaceOf } from '../../support/fixture.ts';

const WORDS =
  'attack border capital council election harbor militia officer port protest soldier strike talks train'.split(' ');

/** A registry of so many reports, all of one day or of many. */
function registry(count: number, isOneDay: boolean): string {
  const entries = Array.from({ length: count }, (_, index) => {
    const title = [0, 3, 5, 8].map((step) => WORDS[(index * 7 + step) % WORDS.length]).join(' ');
    const day = isOneDay ? '2021-09-22' : `2021-0${1 + (index % 8)}-${10 + (index % 18)}`;
    return `  - { id: r${index}, title: Report ${index} on ${title}, container-title: Outlet ${index % 300}, issued: ${day} }`;
  });
  return `--- sources.yaml\nreferences:\n${entries.join('\n')}\n`;
}

test.each([
  ['of one day', '(, September 22)', true],
  ['of all days, none of which the citation names', '()', false],
])('10,000 reports %s are ranked for four gaps in time', (_, gap, isOneDay) => {
  const prose = Array.from({ length: 4 }, (_, index) => `Militia ${index} and an officer of the port met ${gap}.`);
  const text = `---\ndate: 2021-09-24\n---\n\n${prose.join('\n\n')}\n`;
  const { files } = parseFixture(`--- main.brief\n${text}${registry(10_000, isOneDay)}`);
  const workspace = workspaceOf({ files });
  const brief = workspace.brief('file:///main.brief')!;
  const scope = workspace.scopeOf('file:///main.brief');
  const briefDate = briefDateOf(brief)?.value;
  const records = recordsOf(brief);
  expect(records).toHaveLength(4);
  for (const { at, value } of records) {
    const resolution = resolveCitation(value, scope, briefDate);
    const target = { citation: value, blockStart: at, text: brief.text.slice(at), resolution, briefDate };
    const { choices } = sourceChoices(target, brief, scope, 12);
    expect(choices).toHaveLength(12);
    for (const { likely } of choices) expect(likely.shared().length).toBeGreaterThan(0);
  }
});
