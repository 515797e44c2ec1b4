import { describe, expect, test } from 'vitest';
import { readConfig } from '../../../../server/src/rules/config/config.ts';

const WHOLE = `# How we work.
profile: release
rules: { missing-source: off, unknown-source: { draft: hint, release: error } }
exclude: [drafts/, "*.old.brief"]
tradecraft: { scale: PHIA, publications: [Casebook Bulletin, 1984] }
style: { dates: 5 September, citationOrder: oldest first }
`;

/** The words at each mistake, what is said of them, and what they could be changed to. */
function mistakes(text: string): string[] {
  return readConfig(text).registry.problems.map(
    ({ span, message, suggestion }) =>
      `${text.slice(span.start, span.end)}: ${message}${suggestion ? ` → ${suggestion}` : ''}`,
  );
}

describe('mistakes, each at its place', () => {
  test.each([
    ['profil: release', 'profil: There is no setting "profil", so it is ignored. Did you mean “profile”? → profile'],
    [
      'language: en',
      'language: There is no setting "language", so it is ignored. Use profile, rules, exclude, tradecraft or style.',
    ],
    ['profile: relase', 'relase: Unknown profile: "relase"; ignored. Did you mean “release”? Write draft or release.'],
    [
      'rules: { missing-sourc: off }',
      'missing-sourc: There is no rule "missing-sourc", so it is ignored. Did you mean “missing-source”? → missing-source',
    ],
    [
      'rules: { spelling: off }',
      'spelling: There is no rule "spelling", so it is ignored. “briefmark rules” lists them.',
    ],
    [
      'rules: { missing-source: warn }',
      'warn: Unknown severity: "warn"; ignored. Write error, warning, information, hint or off, or one for each profile: { draft: hint, release: error }.',
    ],
    ['rules: { missing-source: false }', 'false: Unknown severity: "false"; ignored.'],
    [
      'rules: { missing-source: { final: off } }',
      '{ final: off }: Unknown profile: "final"; ignored. Write draft, release or both.',
    ],
    [
      'rules: off',
      'off: "off" stands here, so nothing is read from it. Write fields of its own, indented: the code of a rule',
    ],
    ['exclude: { a: b }', '{ a: b }: A pattern is a group of fields here'],
    ['tradecraft: { scale: phia }', 'phia: Unknown scale: "phia"; ignored. Did you mean “PHIA”? Write ICD203 or PHIA.'],
    [
      'tradecraft: { publication: X }',
      'publication: There is no setting "publication", so it is ignored. Did you mean “publications”? → publications',
    ],
    [
      'style: { dates: 5. September }',
      '5. September: Unknown date style: "5. September"; ignored. Did you mean “5 September”? Write any,',
    ],
    ['style: [any]', 'any: a list stands here'],
    ['profile: draft\nprofile: release', 'profile: "profile" stands twice here'],
    ['- profile: draft', '- profile: draft: This file holds fields such as "profile: release"'],
    ['release', 'release: This file holds fields'],
  ])('%s', (text, said) => {
    expect(mistakes(text)).toEqual([expect.stringContaining(said)]);
  });

  test('a value with a mistake counts as not given, everything else counts', () => {
    const text = `profile: final
rules:
  missing-source: { draft: hnt, release: warning }
  unknown-source: "off"
  unknown-thing: off
exclude: [a/, [b], c/]
tradecraft: { scale: PHIA, publications: [A, [B]] }
style: { dates: any, citationOrder: newest }
`;
    const { checks, exclude } = readConfig(text);
    expect({ ...checks, exclude }).toEqual({
      rules: { 'missing-source': { release: 'warning' }, 'unknown-source': 'off' },
      exclude: ['a/', 'c/'],
      scale: 'PHIA',
      publications: ['A'],
      dates: 'any',
    });
    expect(mistakes(text)).toHaveLength(6);
  });

  test('of syntax', () => {
    const text = 'profile: release\nexclude: [*.old.brief]\nstyle: { dates: any\n';
    const { checks, registry } = readConfig(text);
    expect(checks.profile).toBe('release');
    expect(registry.problems.length).toBeGreaterThan(0);
  });

  test('any text gives a value', () => {
    for (let end = 0; end <= WHOLE.length; end++) {
      const { registry } = readConfig(WHOLE.slice(0, end));
      for (const { span } of registry.problems) expect(span.end).toBeLessThanOrEqual(end);
    }
  });
});
