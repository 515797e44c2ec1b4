/** `.briefmark.yaml`: the check settings of a folder, shared by everyone who works on its briefs. */

import * as l10n from '@vscode/l10n';
import * as z from 'zod/mini';
import { SCALES } from '../../analysis/language/likelihood.ts';
import { lazy } from '../../base/memo/lazy.ts';
import { closestMatch, didYouMean } from '../../base/text/didYouMean.ts';
import { type GlobProblem, globProblem, MAX_WILDCARDS } from '../../base/text/globs.ts';
import { quote } from '../../base/text/quote.ts';
import type { Located } from '../../base/text/span.ts';
import { EMPTY_REGISTRY, type Registry } from '../../syntax/ast.ts';
import {
  type CheckedEntry,
  locatedText,
  omitUndefined,
  textField,
  textListField,
  validNode,
} from '../../syntax/registry/entryFields.ts';
import { readRegistryIgnoreComments } from '../../syntax/registry/ignoreComments.ts';
import { createProblemList } from '../../syntax/registry/registry.ts';
import { describeValue, type SchemaIssue, textListSchema } from '../../syntax/registry/schema.ts';
import { checkFields } from '../../syntax/registry/topLevelFields.ts';
import { readSections } from '../../syntax/yaml/sections.ts';
import { splitEntries } from '../../syntax/yaml/splitEntries.ts';
import { createYamlContext, fieldOf, type YamlContext, type YamlNode } from '../../syntax/yaml/yamlTree.ts';
import {
  type CheckSettings,
  CITATION_ORDERS,
  DATE_STYLES,
  isOneOf,
  LEVELS,
  type Level,
  PROFILES,
  type RuleSettings,
} from '../engine/settings.ts';
import { RULES } from '../index.ts';

export interface Config {
  readonly checks: Partial<CheckSettings>;
  /** Files and folders that are not read, as lines of a `.gitignore` in the same folder. */
  readonly exclude: readonly string[];
  /** Text files that are briefs although their names do not say so, as globs of paths below the folder. */
  readonly include: readonly string[];
  /** Paths of bibliographies. */
  readonly bibliography: readonly Located<string>[];
  /** The file as a registry without definitions, so that its errors are reported like those of registries. */
  readonly registry: Registry;
}

const notAMappingError = (fields: string) => ({
  error: ({ input }: SchemaIssue) =>
    l10n.t('This is {0}, not a group of fields. Indent below it: {1}.', describeValue(input), fields),
});

/** One of `words`. `formatInvalid` formats the message for a value that is none of them. */
const oneOf = <T extends string>(words: readonly [T, ...T[]], formatInvalid: (value: string) => string) =>
  z.enum(words, {
    error: ({ input }: SchemaIssue) => {
      const suggestion = typeof input === 'string' ? didYouMean(closestMatch(input, words)) : '';
      return `${formatInvalid(describeValue(input))}${suggestion} ${l10n.t('Write {0}.', formatAlternatives(words))}`;
    },
  });

const levelSchema = lazy(() => z.enum(LEVELS as [Level, ...Level[]]));
const levelError = {
  error: ({ input }: SchemaIssue) => {
    const entries = typeof input === 'object' && input !== null && !Array.isArray(input) ? Object.entries(input) : [];
    const unknownProfile = entries.find(([profile]) => !isOneOf(PROFILES, profile));
    if (unknownProfile)
      return l10n.t('There is no profile {0}. Write draft, release or both.', quote(unknownProfile[0]));
    const value = entries.find(([, word]) => !isOneOf(LEVELS, word))?.[1] ?? input;
    const suggestion = typeof value === 'string' ? didYouMean(closestMatch(value, LEVELS)) : '';
    const problem = l10n.t('There is no severity {0}.', describeValue(value));
    const advice = l10n.t(
      'Write {0}, or one for each profile: {1}.',
      formatAlternatives(LEVELS),
      '{ draft: hint, release: error }',
    );
    return `${problem}${suggestion} ${advice}`;
  },
};
const ruleLevelSchema = lazy(() =>
  z.union(
    [
      levelSchema(),
      z.strictObject({ draft: z.optional(levelSchema()), release: z.optional(levelSchema()) }, levelError),
    ],
    levelError,
  ),
);

/** The schema of the file. Its checks, its completion and its JSON Schema are derived from it. */
export const configSchema = lazy(() =>
  z.looseObject({
    profile: z.optional(
      oneOf(PROFILES, (value) => l10n.t('There is no profile {0}.', value)).check(
        z.describe(l10n.t('The profile of briefs whose front matter does not set one: draft or release.')),
      ),
    ),
    rules: z.optional(
      z
        .looseObject(
          Object.fromEntries(
            RULES.map(({ code, title }) => [code, z.optional(ruleLevelSchema().check(z.describe(title)))]),
          ),
          notAMappingError(l10n.t('the code of a rule and a severity, such as “unknown-source: off”')),
        )
        .check(z.describe(l10n.t('Severities of rules: a severity, off, or one for each profile.'))),
    ),
    exclude: z.optional(
      textListSchema(l10n.t('A pattern')).check(
        z.describe(l10n.t('Files and folders that are not read, as lines of a .gitignore.')),
      ),
    ),
    include: z.optional(
      textListSchema(l10n.t('A pattern')).check(
        z.describe(l10n.t('Markdown and text files that are briefs too, such as reports/**/*.md.')),
      ),
    ),
    bibliography: z.optional(
      textListSchema(l10n.t('A path')).check(
        z.describe(l10n.t('Bibliographies with sources for all briefs: paths of .bib, .json, .ris or .xml files.')),
      ),
    ),
    tradecraft: z.optional(
      z
        .looseObject(
          {
            scale: z.optional(
              oneOf(SCALES, (value) => l10n.t('There is no scale {0}.', value)).check(
                z.describe(l10n.t('The scale of likelihood: US ICD 203 or the UK PHIA yardstick.')),
              ),
            ),
            publications: z.optional(
              textListSchema(l10n.t('A publication')).check(
                z.describe(l10n.t('Our own publications. They do not count as independent sources.')),
              ),
            ),
          },
          notAMappingError('scale, publications'),
        )
        .check(z.describe(l10n.t('Standards of analysis.'))),
    ),
    style: z.optional(
      z
        .looseObject(
          {
            dates: z.optional(
              oneOf(DATE_STYLES, (value) => l10n.t('There is no date style {0}.', value)).check(
                z.describe(l10n.t('How citations write dates.')),
              ),
            ),
            citationOrder: z.optional(
              oneOf(CITATION_ORDERS, (value) => l10n.t('There is no citation order {0}.', value)).check(
                z.describe(l10n.t('The order of several sources in one citation.')),
              ),
            ),
          },
          notAMappingError('dates, citationOrder'),
        )
        .check(z.describe(l10n.t('The house style.'))),
    ),
  }),
);

const noFieldsMessage = l10n.t('This is not a field. Write settings as fields, such as “profile: release”.');

/**
 * Reads the file. Never fails: an invalid value counts as absent and is reported in `registry.problems`. Spans are
 * UTF-16 offsets in the file.
 */
export function readConfig(text: string): Config {
  const problems = createProblemList();
  const context = createYamlContext(text, problems.report);
  const sections = readSections(context, splitEntries(context), (key) => Object.hasOwn(configSchema().shape, key));
  for (const { key, items } of sections) {
    if (key) reportUnknownKeys(context, [key], Object.keys(configSchema().shape), 'setting');
    const [first] = key ? [] : [...(items ?? [])];
    if (first) context.report(noFieldsMessage, first.line);
  }
  const entry = checkFields(context, sections, configSchema(), noFieldsMessage);
  for (const [field, keyKind] of [
    ['rules', 'rule'],
    ['tradecraft', 'setting'],
    ['style', 'setting'],
  ] as const) {
    const node = validNode(entry, field);
    const { innerType } = configSchema().shape[field].def;
    const keys = node?.kind === 'map' ? node.fields.map(({ key, keySpan }) => ({ value: key, span: keySpan })) : [];
    reportUnknownKeys(context, keys, Object.keys(innerType.shape), keyKind);
  }
  const include = textListField(entry, 'include').filter(({ value, span }) => {
    const problem = globProblem(value);
    if (problem) context.report(describeGlobProblem(value, problem), span);
    return problem === undefined;
  });
  const bibliography = textListField(entry, 'bibliography');
  const registry = {
    ...EMPTY_REGISTRY,
    bibliography,
    problems: problems.all(),
    ignores: readRegistryIgnoreComments(text),
  };
  return {
    checks: readCheckSettings(entry),
    exclude: textListField(entry, 'exclude').map(({ value }) => value),
    include: include.map(({ value }) => value),
    bibliography,
    registry,
  };
}

function readCheckSettings(entry: CheckedEntry): Partial<CheckSettings> {
  const readOption = <T extends string>(words: readonly T[], ...path: string[]) => {
    const given = textField(entry, ...path)?.value;
    return isOneOf(words, given) ? given : undefined;
  };
  return omitUndefined({
    profile: readOption(PROFILES, 'profile'),
    rules: readRuleSettings(validNode(entry, 'rules')),
    scale: readOption(SCALES, 'tradecraft', 'scale'),
    publications: textListField(entry, 'tradecraft', 'publications').map(({ value }) => value),
    dates: readOption(DATE_STYLES, 'style', 'dates'),
    citationOrder: readOption(CITATION_ORDERS, 'style', 'citationOrder'),
  });
}

function describeGlobProblem(glob: string, problem: GlobProblem): string {
  const example = quote('reports/**/*.md');
  switch (problem) {
    case 'no-glob':
      return l10n.t('{0} names no files. Write a pattern such as {1}.', quote(glob), example);
    case 'outside':
      return l10n.t(
        'The pattern {0} does not stay in this folder. Write a path below the folder of this file, such as {1}.',
        quote(glob),
        example,
      );
    case 'backslash':
      return l10n.t('The pattern {0} has a backslash. Write / between folders, as in {1}.', quote(glob), example);
    case 'negated':
      return l10n.t('A pattern of “include” cannot begin with “!”. List files to leave out under “exclude”.');
    case 'complex':
      return l10n.t(
        'The pattern {0} is too complex: at most {1} wildcards (*) are possible. Write a simpler one, or several.',
        quote(glob),
        MAX_WILDCARDS,
      );
    case 'not-text':
      return l10n.t(
        'The pattern {0} names files that are not read: only Markdown and plain text, such as .md and .txt. “briefmark import” turns Word files and web pages into briefs.',
        quote(glob),
      );
  }
}

/** If the level for one profile is invalid, the level for the other profile still counts. */
function readRuleSettings(node: YamlNode | undefined): RuleSettings {
  const rules: Record<string, RuleSettings[string]> = {};
  for (const { key, value } of node?.kind === 'map' ? node.fields : []) {
    if (!RULES.some(({ code }) => code === key)) continue;
    const forAllProfiles = readLevel(value);
    const [draft, release] = PROFILES.map((profile) => readLevel(fieldOf(value, profile)?.value));
    rules[key] = forAllProfiles ?? omitUndefined({ draft, release });
  }
  return rules;
}

function readLevel(node: YamlNode | undefined): Level | undefined {
  const word = locatedText(node)?.value;
  return isOneOf(LEVELS, word) ? word : undefined;
}

function reportUnknownKeys(
  context: YamlContext,
  keys: readonly Located<string>[],
  knownKeys: readonly string[],
  kind: 'rule' | 'setting',
): void {
  for (const { value, span } of keys) {
    if (knownKeys.includes(value)) continue;
    const suggestion = closestMatch(value, knownKeys);
    const advice = suggestion
      ? didYouMean(suggestion)
      : kind === 'rule'
        ? ` ${l10n.t('“briefmark rules” lists them.')}`
        : ` ${l10n.t('Use {0}.', formatAlternatives(knownKeys))}`;
    const problem =
      kind === 'rule'
        ? l10n.t('There is no rule {0}.', quote(value))
        : l10n.t('There is no setting {0}.', quote(value));
    context.report(`${problem}${advice}`, span, suggestion === undefined ? {} : { suggestion });
  }
}

function formatAlternatives(words: readonly string[]): string {
  return words.length < 2 ? words.join() : l10n.t('{0} or {1}', words.slice(0, -1).join(', '), words.at(-1)!);
}
