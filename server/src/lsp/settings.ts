import { SCALES } from '../analysis/language/likelihood.ts';
import { closestMatch } from '../base/text/didYouMean.ts';
import { globProblem } from '../base/text/globs.ts';
import type { DisplaySettings } from '../features/revision.ts';
import {
  type CheckSettings,
  CITATION_ORDERS,
  DATE_STYLES,
  isOneOf,
  LEVELS,
  PROFILES,
  type RuleSettings,
} from '../rules/engine/settings.ts';
import { RULES } from '../rules/index.ts';
import { omitUndefined } from '../syntax/registry/entryFields.ts';

/** The section `briefmark` of the editor's settings. Immutable: a change of settings creates a new object. */
export interface Settings {
  /** Values set in the editor, which override `.briefmark.yaml`. */
  readonly checks: Partial<CheckSettings>;
  readonly exclude: readonly string[];
  readonly include: readonly string[];
  /** Whether the findings of files that are not open are reported too. */
  readonly checksAll: boolean;
  readonly display: DisplaySettings;
}

export const DEFAULT_SETTINGS: Settings = {
  checks: {},
  exclude: [],
  include: [],
  checksAll: false,
  display: { codeLens: { enabled: true }, inlayHints: { years: false, ids: false } },
};

/**
 * Reads the settings that are valid; `problems` describes the others, for the log. `display` is the object of the `previous`
 * settings if it is equal, so that it can be compared by identity.
 */
export function readSettings(
  value: unknown,
  previous: Settings = DEFAULT_SETTINGS,
): { settings: Settings; problems: string[] } {
  const problems: string[] = [];
  const section = isRecord(value) ? value : {};
  const tradecraft = isRecord(section.tradecraft) ? section.tradecraft : {};
  const style = isRecord(section.style) ? section.style : {};
  const readChoice = <T extends string>(name: string, choices: readonly T[], value: unknown): T | undefined => {
    if (isOneOf(choices, value)) return value;
    if (value !== undefined && value !== 'auto')
      problems.push(`briefmark.${name}: “${String(value)}” is not one of auto, ${choices.join(', ')}.`);
    return undefined;
  };
  const checks: Partial<CheckSettings> = omitUndefined({
    profile: readChoice('profile', PROFILES, section.profile),
    rules: readRules(section.rules, problems),
    scale: readChoice('tradecraft.scale', SCALES, tradecraft.scale),
    publications: readStringList('tradecraft.publications', tradecraft.publications, problems),
    dates: readChoice('style.dates', DATE_STYLES, style.dates),
    citationOrder: readChoice('style.citationOrder', CITATION_ORDERS, style.citationOrder),
  });
  const exclude = readStringList('exclude', section.exclude, problems);
  const include = readStringList('include', section.include, problems).filter((glob) => {
    const problem = globProblem(glob);
    if (problem) problems.push(`briefmark.include: “${glob}” names no files (${problem}).`);
    return problem === undefined;
  });
  const { allBriefs } = readBooleans('check', section, { allBriefs: DEFAULT_SETTINGS.checksAll }, problems);
  const codeLens = readBooleans('codeLens', section, DEFAULT_SETTINGS.display.codeLens, problems);
  const inlayHints = readBooleans('inlayHints', section, DEFAULT_SETTINGS.display.inlayHints, problems);
  const read: DisplaySettings = { codeLens, inlayHints };
  const display = JSON.stringify(read) === JSON.stringify(previous.display) ? previous.display : read;
  return { settings: { checks, exclude, include, checksAll: allBriefs, display }, problems };
}

function readRules(value: unknown, problems: string[]): RuleSettings {
  const rules: Record<string, RuleSettings[string]> = {};
  const codes = RULES.map(({ code }) => code);
  for (const [code, given] of Object.entries(isRecord(value) ? value : {})) {
    if (!codes.includes(code)) {
      const similar = closestMatch(code, codes);
      // Logs are always English.
      problems.push(`briefmark.rules: unknown rule “${code}”.${similar ? ` Did you mean “${similar}”?` : ''}`);
      continue;
    }
    const invalid = (isRecord(given) ? Object.values(given) : [given]).filter((level) => !isOneOf(LEVELS, level));
    for (const level of invalid) {
      const word = typeof level === 'string' ? level : JSON.stringify(level);
      problems.push(`briefmark.rules: “${word}” is not a severity for ${code}. Use one of ${LEVELS.join(', ')}.`);
    }
    if (isOneOf(LEVELS, given)) rules[code] = given;
    else if (isRecord(given)) {
      const [draft, release] = PROFILES.map((profile) =>
        isOneOf(LEVELS, given[profile]) ? given[profile] : undefined,
      );
      rules[code] = omitUndefined({ draft, release });
    }
  }
  return rules;
}

function readStringList(name: string, value: unknown, problems: string[]): string[] {
  if (value !== undefined && !Array.isArray(value))
    problems.push(`briefmark.${name}: “${String(value)}” is not a list.`);
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];
}

/** The boolean settings of one section; the default for each that is absent or invalid. */
function readBooleans<T extends { readonly [name: string]: boolean }>(
  section: string,
  settings: Record<string, unknown>,
  defaults: T,
  problems: string[],
): T {
  const given = settings[section];
  const booleans = { ...defaults };
  for (const name of Object.keys(defaults)) {
    const value = isRecord(given) ? given[name] : undefined;
    if (typeof value === 'boolean') Object.assign(booleans, { [name]: value });
    else if (value !== undefined)
      problems.push(`briefmark.${section}.${name}: “${String(value)}” is neither true nor false.`);
  }
  return booleans;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
