import { expect, test } from 'vitest';
import { completionsAt } from './support.ts';

const inConfig = { file: '.briefmark.yaml' };

test('settings', () => {
  expect(completionsAt('|', inConfig)).toMatchInlineSnapshot(`
    * profile · The profile of briefs whose front matter does not set one: draft or release.
    - rules · Severities of rules: a severity, off, or one for each profile.
    - exclude · Files and folders that are not read, as lines of a .gitignore.
    - include · Markdown and text files that are briefs too, such as reports/**/*.md.
    - bibliography · Bibliographies with sources for all briefs: paths of .bib, .json, .ris or .xml files.
    - tradecraft · Standards of analysis.
    - style · The house style.
    > profile:
  `);
});
test('settings that are not there', () => {
  expect(
    completionsAt('profile: release\n|\nrules:\n  missing-source: off\nstyle: { dates: any }\n', inConfig),
  ).toMatchInlineSnapshot(`
    * exclude · Files and folders that are not read, as lines of a .gitignore.
    - include · Markdown and text files that are briefs too, such as reports/**/*.md.
    - bibliography · Bibliographies with sources for all briefs: paths of .bib, .json, .ris or .xml files.
    - tradecraft · Standards of analysis.
    > exclude:
  `);
});
test('a setting that is begun', () => {
  expect(completionsAt('pro|', inConfig)).toMatchInlineSnapshot(`
    * profile · The profile of briefs whose front matter does not set one: draft or release.
    > profile:
  `);
});
test('groups go on below', () => {
  expect(completionsAt('ru|', inConfig)).toMatchInlineSnapshot(`
    * rules · Severities of rules: a severity, off, or one for each profile.
    > rules:
  `);
});
test('profiles', () => {
  expect(completionsAt('profile: |', inConfig)).toMatchInlineSnapshot(`
    * draft · while it is written
    - release · for what goes out
    > profile: draft
  `);
});
test('settings of a group', () => {
  expect(completionsAt('style:\n  |', inConfig)).toMatchInlineSnapshot(`
    * dates · How citations write dates.
    - citationOrder · The order of several sources in one citation.
    >   dates:
  `);
});
test('in braces', () => {
  expect(completionsAt('tradecraft: { scale: PHIA, | }', inConfig)).toMatchInlineSnapshot(`
    * publications · Our own publications. They do not count as independent sources.
    > tradecraft: { scale: PHIA, publications:  }
  `);
});
test('rules', () => {
  expect(completionsAt('rules:\n  unknown-source: off\n\n  missing-s|\n', inConfig)).toMatchInlineSnapshot(`
    * missing-source · A statement has lost its source.
    >   missing-source:
  `);
});
test('rules that are not there', () =>
  expect(completionsAt('rules:\n  missing-source: off\n  missing-s|\n  unknown-source: off\n', inConfig)).toBe(
    'nothing',
  ));
test('severities', () => {
  expect(completionsAt('rules:\n  missing-source: |\n', inConfig)).toMatchInlineSnapshot(`
    * error
    - warning
    - information
    - hint
    - off
    >   missing-source: error
  `);
});
test('severities of a profile', () => {
  expect(completionsAt('rules: { missing-source: { draft: hint, release: |} }', inConfig)).toMatchInlineSnapshot(`
    * error
    - warning
    - information
    - hint
    - off
    > rules: { missing-source: { draft: hint, release: error} }
  `);
});
test('the profiles of a rule', () => {
  expect(completionsAt('rules:\n  missing-source:\n    draft: hint\n    |\n', inConfig)).toMatchInlineSnapshot(`
    * release
    >     release:
  `);
});
test('dates', () => {
  expect(completionsAt('style:\n  dates: 5 S|\n', inConfig)).toMatchInlineSnapshot(`
    * 5 September
    - 5 Sept.
    >   dates: 5 September
  `);
});
test('scales, inside quotation marks', () => {
  expect(completionsAt('tradecraft: { scale: "P|" }', inConfig)).toMatchInlineSnapshot(`
    * PHIA
    > tradecraft: { scale: "PHIA" }
  `);
});
test('nothing in lists', () => expect(completionsAt('exclude:\n  - |\n', inConfig)).toBe('nothing'));
test('nothing in comments', () => expect(completionsAt('# pro|', inConfig)).toBe('nothing'));
test('nothing for an unknown setting', () => expect(completionsAt('colour: |', inConfig)).toBe('nothing'));
