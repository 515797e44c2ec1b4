/** `.briefmark.yaml`: how the briefs of a folder are checked, for everybody who works on them. */

import * as l10n from '@vscode/l10n';
import * as z from 'zod/mini';
import { SCALES } from '../../analysis/language/likelihood.ts';
import { once } from '../../base/memo/lazy.ts';
import { closest, didYouMean } from '../../base/text/didYouMean.ts';
import type { Located } from '../../base/text/span.ts';
import { EMPTY_REGISTRY, type Registry } from '../../syntax/ast.ts';
import {
  type CheckedEntry,
  goodNode,
  located,
  present,
  textField,
  textsField,
} from '../../syntax/registry/entryFields.ts';
import { readRegistryIgnores } from '../../syntax/registry/ignoreComments.ts';
import { problemList } from '../../syntax/registry/registry.ts';
import { type Complaint, texts, whatIs } from '../../syntax/registry/schema.ts';
import { checkFields } from '../../syntax/registry/topLevelFields.ts';
import { readSections } from '../../syntax/yaml/sections.ts';
import { cutText } from '../../syntax/yaml/splitEntries.ts';
import { quote } from '../../syntax/yaml/syntaxMessages.ts';
import { fieldOf, type YamlContext, type YamlNode, yamlContext } from '../../syntax/yaml/yamlTree.ts';
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
  /** Files and folders that are not read, as lines of a `.gitignore` beside it. */
  readonly exclude: readonly string[];
  /** The file as a registry that defines nothing, so that its mistakes are found like those of registries. */
  readonly registry: Registry;
}

const group = (fields: string) => ({
  error: ({ input }: Complaint) =>
    l10n.t(
      '{0} stands here, so nothing is read from it. Write fields of its own, indented: {1}.',
      whatIs(input),
      fields,
    ),
});

/** One of these words; `isNone` says of a value that it is none of them. */
const oneOf = <T extends string>(words: readonly [T, ...T[]], isNone: (value: string) => string) =>
  z.enum(words, {
    error: ({ input }: Complaint) => {
      const near = typeof input === 'string' ? didYouMean(closest(input, words)) : '';
      return `${isNone(whatIs(input))}${near} ${l10n.t('Write {0}.', listOf(words))}`;
    },
  });

const level = once(() => z.enum(LEVELS as [Level, ...Level[]]));
const notALevel = {
  error: ({ input }: Complaint) => {
    const each = typeof input === 'object' && input !== null && !Array.isArray(input) ? Object.entries(input) : [];
    const wrong = each.find(([profile]) => !isOneOf(PROFILES, profile));
    if (wrong) return l10n.t('{0} is no profile, so it is ignored. Write draft, release or both.', quote(wrong[0]));
    const value = each.find(([, word]) => !isOneOf(LEVELS, word))?.[1] ?? input;
    const near = typeof value === 'string' ? didYouMean(closest(value, LEVELS)) : '';
    const what = l10n.t('{0} is no severity, so it is ignored.', whatIs(value));
    const next = l10n.t('Write {0}, or one for each profile: {1}.', listOf(LEVELS), '{ draft: hint, release: error }');
    return `${what}${near} ${next}`;
  },
};
const ruleLevel = once(() =>
  z.union(
    [level(), z.strictObject({ draft: z.optional(level()), release: z.optional(level()) }, notALevel)],
    notALevel,
  ),
);

/** What the file may hold: the checks, the completion and the JSON Schema follow from it. */
export const configSchema = once(() =>
  z.looseObject({
    profile: z.optional(
      oneOf(PROFILES, (value) => l10n.t('{0} is no profile, so it is ignored.', value)).check(
        z.describe(l10n.t('How strictly briefs are checked whose front matter says nothing: draft or release.')),
      ),
    ),
    rules: z.optional(
      z
        .looseObject(
          Object.fromEntries(RULES.map(({ code, title }) => [code, z.optional(ruleLevel().check(z.describe(title)))])),
          group(l10n.t('the code of a rule and a severity, such as "unknown-source: off"')),
        )
        .check(z.describe(l10n.t('How bad rules are: a severity, off, or one for each profile.'))),
    ),
    exclude: z.optional(
      texts(l10n.t('A pattern')).check(
        z.describe(l10n.t('Files and folders that are not read, as lines of a .gitignore.')),
      ),
    ),
    tradecraft: z.optional(
      z
        .looseObject(
          {
            scale: z.optional(
              oneOf(SCALES, (value) => l10n.t('{0} is no scale, so it is ignored.', value)).check(
                z.describe(l10n.t('The scale of likelihood: US ICD 203 or the UK PHIA yardstick.')),
              ),
            ),
            publications: z.optional(
              texts(l10n.t('A publication')).check(
                z.describe(l10n.t('Our own publications: they are no independent sources.')),
              ),
            ),
          },
          group('scale, publications'),
        )
        .check(z.describe(l10n.t('Standards of analysis.'))),
    ),
    style: z.optional(
      z
        .looseObject(
          {
            dates: z.optional(
              oneOf(DATE_STYLES, (value) => l10n.t('{0} is no style of dates, so it is ignored.', value)).check(
                z.describe(l10n.t('How citations write dates.')),
              ),
            ),
            citationOrder: z.optional(
              oneOf(CITATION_ORDERS, (value) => l10n.t('{0} is no order of citations, so it is ignored.', value)).check(
                z.describe(l10n.t('The order of several sources in one citation.')),
              ),
            ),
          },
          group('dates, citationOrder'),
        )
        .check(z.describe(l10n.t('The house style.'))),
    ),
  }),
);

const noFields = l10n.t('This file holds fields such as "profile: release"; this is none, so nothing is read from it.');

/** Reads the file. Any text at all gives a value; a value with a mistake counts as not given. Spans count from the start. */
export function readConfig(text: string): Config {
  const problems = problemList();
  const context = yamlContext(text, problems.report);
  const sections = readSections(context, cutText(context), (key) => Object.hasOwn(configSchema().shape, key));
  for (const { key, items } of sections) {
    if (key) reportUnknown(context, [key], Object.keys(configSchema().shape), 'setting');
    const [first] = key ? [] : [...(items ?? [])];
    if (first) context.report(noFields, first.line);
  }
  const entry = checkFields(context, sections, configSchema(), noFields);
  for (const [name, what] of [
    ['rules', 'rule'],
    ['tradecraft', 'setting'],
    ['style', 'setting'],
  ] as const) {
    const node = goodNode(entry, name);
    const { innerType } = configSchema().shape[name].def;
    const keys = node?.kind === 'map' ? node.fields.map(({ key, keySpan }) => ({ value: key, span: keySpan })) : [];
    reportUnknown(context, keys, Object.keys(innerType.shape), what);
  }
  const registry = { ...EMPTY_REGISTRY, problems: problems.all(), ignores: readRegistryIgnores(text) };
  return { checks: checksOf(entry), exclude: textsField(entry, 'exclude').map(({ value }) => value), registry };
}

function checksOf(entry: CheckedEntry): Partial<CheckSettings> {
  const word = <T extends string>(words: readonly T[], ...path: string[]) => {
    const given = textField(entry, ...path)?.value;
    return isOneOf(words, given) ? given : undefined;
  };
  return present({
    profile: word(PROFILES, 'profile'),
    rules: rulesOf(goodNode(entry, 'rules')),
    scale: word(SCALES, 'tradecraft', 'scale'),
    publications: textsField(entry, 'tradecraft', 'publications').map(({ value }) => value),
    dates: word(DATE_STYLES, 'style', 'dates'),
    citationOrder: word(CITATION_ORDERS, 'style', 'citationOrder'),
  });
}

/** Of a rule with a mistake in one profile the other one counts. */
function rulesOf(node: YamlNode | undefined): RuleSettings {
  const rules: Record<string, RuleSettings[string]> = {};
  for (const { key, value } of node?.kind === 'map' ? node.fields : []) {
    if (!RULES.some(({ code }) => code === key)) continue;
    const everywhere = levelOf(value);
    const [draft, release] = PROFILES.map((profile) => levelOf(fieldOf(value, profile)?.value));
    rules[key] = everywhere ?? present({ draft, release });
  }
  return rules;
}

function levelOf(node: YamlNode | undefined): Level | undefined {
  const word = located(node)?.value;
  return isOneOf(LEVELS, word) ? word : undefined;
}

function reportUnknown(
  context: YamlContext,
  keys: readonly Located<string>[],
  known: readonly string[],
  what: 'rule' | 'setting',
): void {
  for (const { value, span } of keys) {
    if (known.includes(value)) continue;
    const near = closest(value, known);
    const next = near
      ? didYouMean(near)
      : what === 'rule'
        ? ` ${l10n.t('“briefmark rules” lists them.')}`
        : ` ${l10n.t('Use {0}.', listOf(known))}`;
    const none =
      what === 'rule'
        ? l10n.t('There is no rule {0}, so it is ignored.', quote(value))
        : l10n.t('There is no setting {0}, so it is ignored.', quote(value));
    context.report(`${none}${next}`, span, near);
  }
}

function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join() : l10n.t('{0} or {1}', words.slice(0, -1).join(', '), words.at(-1)!);
}
