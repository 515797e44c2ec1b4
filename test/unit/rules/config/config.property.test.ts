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
    ['profil: release', 'profil: There is no setting “profil”. Did you mean “profile”? → profile'],
    [
      'language: en',
      'language: There is no setting “language”. Use profile, rules, exclude, include, bibliography, tradecraft or style.',
    ],
    ['profile: relase', 'relase: There is no profile “relase”. Did you mean “release”? Write draft or release.'],
    [
      'rules: { missing-sourc: off }',
      'missing-sourc: There is no rule “missing-sourc”. Did you mean “missing-source”? → missing-source',
    ],
    ['rules: { spelling: off }', 'spelling: There is no rule “spelling”. “briefmark rules” lists them.'],
    [
      'rules: { missing-source: warn }',
      'warn: There is no severity “warn”. Write error, warning, information, hint or off, or one for each profile: { draft: hint, release: error }.',
    ],
    ['rules: { missing-source: false }', 'false: There is no severity “false”.'],
    [
      'rules: { missing-source: { final: off } }',
      '{ final: off }: There is no profile “final”. Write draft, release or both.',
    ],
    ['rules: off', 'off: This is “off”, not a group of fields. Indent below it: the code of a rule'],
    ['exclude: { a: b }', '{ a: b }: A pattern is a group of fields here'],
    ['include: { a: b }', '{ a: b }: A pattern is a group of fields here. Write a list of texts.'],
    ['include: true', 'true: “true” names no files. Write a pattern such as “reports/**/*.md”.'],
    ['include: [**/*.md]', '**/*.md: Nothing above is marked “&*/*.md”'],
    ['include: [../*.md]', '../*.md: The pattern “../*.md” does not stay in this folder.'],
    ['include: /reports/*.md', '/reports/*.md: The pattern “/reports/*.md” does not stay in this folder.'],
    ["include: 'a\\b.md'", 'The pattern “a\\b.md” has a backslash. Write / between folders'],
    ['include: ["!a.md"]', '!a.md: A pattern of “include” cannot begin with “!”.'],
    ['include: [a*/b*/c*/d*.md]', 'a*/b*/c*/d*.md: The pattern “a*/b*/c*/d*.md” is too complex'],
    ['include: [old/*.docx]', 'old/*.docx: The pattern “old/*.docx” names files that are not read'],
    ['tradecraft: { scale: phia }', 'phia: There is no scale “phia”. Did you mean “PHIA”? Write ICD203 or PHIA.'],
    [
      'tradecraft: { publication: X }',
      'publication: There is no setting “publication”. Did you mean “publications”? → publications',
    ],
    [
      'style: { dates: 5. September }',
      '5. September: There is no date style “5. September”. Did you mean “5 September”? Write any,',
    ],
    ['style: [any]', 'any: This is a list, not a group of fields.'],
    ['profile: draft\nprofile: release', 'profile: “profile” appears twice here'],
    ['- profile: draft', '- profile: draft: This is not a field'],
    ['release', 'release: This is not a field'],
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
