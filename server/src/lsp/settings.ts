import type { RuleSettings } from '../rules/check.ts';
import { RULES } from '../rules/index.ts';
import { SEVERITIES, type Severity } from '../rules/rule.ts';

/** The section `briefmark` of the editor's settings. */
export interface Settings {
  readonly rules: RuleSettings;
  readonly exclude: readonly string[];
}

export const DEFAULT_SETTINGS: Settings = { rules: {}, exclude: [] };

/** Reads the settings as far as they make sense; the rest is said in `problems`, for the log. */
export function readSettings(value: unknown): { settings: Settings; problems: string[] } {
  const problems: string[] = [];
  const given = isRecord(value) ? value : {};
  const rules: Record<string, Severity | 'off'> = {};
  for (const [code, severity] of Object.entries(isRecord(given.rules) ? given.rules : {})) {
    if (!RULES.some((rule) => rule.code === code)) problems.push(`briefmark.rules: there is no rule “${code}”.`);
    else if (!isSeverity(severity)) {
      problems.push(
        `briefmark.rules: “${String(severity)}” is no severity for ${code}. Use ${SEVERITIES.join(', ')} or off.`,
      );
    } else rules[code] = severity;
  }
  const exclude = Array.isArray(given.exclude) ? given.exclude.filter((pattern) => typeof pattern === 'string') : [];
  return { settings: { rules, exclude }, problems };
}

/** The commands a client says it has: `commands` of its initialization options; none when it says nothing sensible. */
export function readCommands(options: unknown): string[] {
  const commands = isRecord(options) ? options.commands : undefined;
  return Array.isArray(commands) ? commands.filter((id) => typeof id === 'string') : [];
}

function isSeverity(value: unknown): value is Severity | 'off' {
  return value === 'off' || SEVERITIES.some((severity) => severity === value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
