import { describe, expect, test } from 'vitest';
import { RULES } from '../../../server/src/rules/index.ts';
import { checkBrief, checkRegistry } from '../../../server/src/rules/run/runRules.ts';
import { createScope } from '../../../server/src/scope/scope.ts';
import { readBrief } from '../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../server/src/syntax/registry/registry.ts';

const registry = readRegistry(`entities:
  - { id: is, type: group, name: Islamic State, aliases: [IS, AA] }
  - { id: tass, type: media, name: TASS }
references:
  - { id: tass-1, container-title: TASS, issued: 2021-05-03 }
`);
const scope = createScope([{ uri: 'r', registry }]);

/** Reads a text as a release and as a registry, and checks both with all rules. */
function checkAll(text: string): void {
  checkBrief('b', readBrief(`---\nprofile: release\ndate: 2021-05-04\n---\n\n${text}`), scope);
  const other = readRegistry(`entities:\n  - id: a\n    name: ${text}\n`);
  checkRegistry('o', other, createScope([{ uri: 'o', registry: other }]));
}

/** Four times the text takes four times as long, with room for an uneven machine; what is quadratic takes sixteen times as long. */
const SIZES = [10_000, 40_000] as const;
const MAX_GROWTH = 9;
/** Less is too short to be compared. */
const MIN_MS = 150;
const MEASUREMENTS = 4;

/** How many times as long a text of four times the size takes, at best. */
function growthOf(piece: string): number {
  const [smallText, largeText] = SIZES.map((size) => piece.repeat(size / piece.length)) as [string, string];
  let [small, large] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let count = 0; count < MEASUREMENTS; count++) {
    small = Math.min(small, durationOf(smallText));
    large = Math.min(large, durationOf(largeText));
    if (large < MIN_MS || large / small < MAX_GROWTH) return 1;
  }
  return large / small;
}

function durationOf(text: string): number {
  const started = performance.now();
  checkAll(text);
  return performance.now() - started;
}

describe('runs of one character, or of one piece, take linear time', () => {
  const characters = [
    ...'Aa1éÉ中.,;:-–’\'"“ \t\n()[]<>@#/\\*_`&%!?|=+~^{}$',
    '\u00a0',
    '\u200b',
    '\u0301',
    '😀',
    '\ud83d',
    '\udc00',
  ];
  const pieces =
    'A |Aa |AB |a.|A.|A-|A&|1,|1. |1 |A, |a, |Aa, |Aa 2009 |Aa (2009) |2009 |2009, |(2009) |AA |U.S. |http://a|a@|www.a.|May |May 3 |May 3, |3 May |likely |said |according to |TASS |[1] |[^1] |¹|. [1]|x1 |Ibid. |p. 1, |- a\n|> a\n|1. a\n';
  test.each([...characters, ...pieces.split('|'), '| a '])('%j', (piece) => {
    expect(growthOf(piece)).toBeLessThan(MAX_GROWTH);
  });
});

describe('half a surrogate pair at any place of an example stops no rule', () => {
  test.each(RULES.map((rule) => [rule.code, rule] as const))('%s', (_, { bad }) => {
    const { brief, registry: entries = '' } = bad;
    for (const half of ['\ud83d', '\ude00'])
      for (let at = 0; at <= brief.length; at++) {
        const broken = readRegistry(entries.slice(0, at) + half + entries.slice(at));
        const where = createScope([{ uri: 'o', registry: broken }]);
        checkRegistry('o', broken, where);
        const text = `---\nprofile: release\n---\n\n${brief.slice(0, at)}${half}${brief.slice(at)}`;
        for (const { span } of checkBrief('b', readBrief(text), where))
          expect(span.end).toBeLessThanOrEqual(text.length);
      }
  });
});
