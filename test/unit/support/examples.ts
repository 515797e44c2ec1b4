/** The examples that rules give of themselves, run. */
import type { Example, Rule } from '../../../server/src/rules/engine/rule.ts';
import { type FixtureOptions, findingsByFile, parseFixture } from './fixture.ts';

/** Drafts are checked, and the rule is on: its examples break no other one that is on then. They may keep sources for later. */
export function exampleOptions({ code, severity }: Rule, { settings }: Example): FixtureOptions {
  // A rule that is off in both profiles is run all the same.
  const level = severity.release === 'off' ? 'hint' : severity.release;
  return { settings: { rules: { 'unused-source': 'off', [code]: level }, ...settings }, isComplete: true };
}

export function fixtureOf({ brief, registry }: Example): string {
  return `--- main.brief\n${brief}${registry === undefined ? '' : `--- sources.yaml\n${registry}`}`;
}

/** What is found in an example, and in which file. */
export function findingsInExample(example: Example, options: FixtureOptions) {
  const { files } = parseFixture(fixtureOf(example));
  const found = findingsByFile(files, options);
  return files.flatMap(({ uri }, index) => found[index]!.map((finding) => ({ ...finding, uri })));
}
