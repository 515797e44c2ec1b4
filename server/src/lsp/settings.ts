import type { HintSettings } from '../features/inlayHints.ts';
import { RULES } from '../rules/index.ts';
import { LEVELS, type Level } from '../rules/rule.ts';
import { type CheckSettings, DEFAULT_CHECKS } from '../rules/settings.ts';

/** The section `briefmark` of the editor's settings. */
export interface Settings {
  readonly checks: CheckSettings;
  readonly exclude: readonly string[];
  readonly codeLens: { readonly enabled: boolean };
  readonly inlayHints: HintSettings;
}

export const DEFAULT_SETTINGS: Settings = {
  checks: DEFAULT_CHECKS,
  exclude: [],
  codeLens: { enabled: true },
  inlayHints: { years: false, ids: false },
};

/** Reads the settings as far as they make sense; the rest is said in `problems`, for the log. */
export function readSettings(value: unknown): { settings: Settings; problems: string[] } {
  const problems: string[] = [];
  const given = isRecord(value) ? value : {};
  const rules: Record<string, Level> = {};
  for (const [code, severity] of Object.entries(isRecord(given.rules) ? given.rules : {})) {
    if (!RULES.some((rule) => rule.code === code)) problems.push(`briefmark.rules: there is no rule “${code}”.`);
    else if (!isLevel(severity)) {
      problems.push(
        `briefmark.rules: “${String(severity)}” is no severity for ${code}. Use one of ${LEVELS.join(', ')}.`,
      );
    } else rules[code] = severity;
  }
  const exclude = Array.isArray(given.exclude) ? given.exclude.filter((pattern) => typeof pattern === 'string') : [];
  const codeLens = readSwitches('codeLens', given, DEFAULT_SETTINGS.codeLens, problems);
  const inlayHints = readSwitches('inlayHints', given, DEFAULT_SETTINGS.inlayHints, problems);
  return { settings: { checks: { ...DEFAULT_CHECKS, rules }, exclude, codeLens, inlayHints }, problems };
}

/** The settings of one section that are on or off, each with its default when it is not given or makes no sense. */
function readSwitches<T extends { readonly [name: string]: boolean }>(
  section: string,
  settings: Record<string, unknown>,
  defaults: T,
  problems: string[],
): T {
  const given = settings[section];
  const switches = { ...defaults };
  for (const name of Object.keys(defaults)) {
    const value = isRecord(given) ? given[name] : undefined;
    if (typeof value === 'boolean') Object.assign(switches, { [name]: value });
    else if (value !== undefined)
      problems.push(`briefmark.${section}.${name}: “${String(value)}” is neither true nor false.`);
  }
  return switches;
}

/** The commands a client says it has: `commands` of its initialization options; none when it says nothing sensible. */
export function readCommands(options: unknown): string[] {
  const commands = isRecord(options) ? options.commands : undefined;
  return Array.isArray(commands) ? commands.filter((id) => typeof id === 'string') : [];
}

function isLevel(value: unknown): value is Level {
  return LEVELS.some((level) => level === value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
