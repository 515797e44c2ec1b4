/**
 * The entry point of the npm package for programs: texts in, plain data out. It reads no file and prints nothing. Its types are
 * written by hand in `npm/index.d.ts`; what is in them is kept stable.
 */

import { version as packageVersion } from '../../package.json';
import { firstOffset } from './base/text/byteOrderMark.ts';
import { lineStarts, positionAt } from './base/text/positions.ts';
import { citationRows } from './exporters/rows/citations.ts';
import { readConfig } from './rules/config/config.ts';
import type { Rule } from './rules/engine/rule.ts';
import {
  type CheckSettings,
  isOneOf,
  LEVELS,
  type Level,
  mergeCheckSettings,
  PROFILES,
  type Profile,
} from './rules/engine/settings.ts';
import { RULES } from './rules/index.ts';
import { applyEdits, formattingEdits, WITHOUT_REGISTRIES } from './rules/run/formatting.ts';
import { RULE_CODES } from './rules/run/ruleLookup.ts';
import { checkBrief } from './rules/run/runRules.ts';
import type { Brief } from './syntax/ast.ts';
import { readBrief } from './syntax/brief/brief.ts';
import { readRegistry } from './syntax/registry/registry.ts';
import { createWorkspace } from './workspace/index/workspaceStore.ts';

interface CheckerOptions {
  readonly registries?: readonly string[];
  readonly config?: string;
  readonly profile?: Profile;
  readonly rules?: Readonly<Record<string, Level>>;
}

interface TextOptions extends CheckerOptions {
  readonly fileName?: string;
}

const DEFAULT_FILE_NAME = 'text.brief';

export const version: string = packageVersion;

/** Reads the registries and the configuration once, for many briefs. Throws a `TypeError` for options that do not exist. */
export function createChecker(options: CheckerOptions = {}) {
  const settings = settingsOf(options);
  const workspace = createWorkspace();
  for (const [index, text] of (options.registries ?? []).entries())
    workspace.putRegistry(`file:///casebook/${index + 1}.sources.yaml`, readRegistry(withoutMark(text)));

  /** What `use` makes of a brief that is part of the casebook only as long. */
  function withBrief<T>(text: string, fileName: string, use: (uri: string, brief: Brief) => T): T {
    if (typeof text !== 'string') throw new TypeError('The text of the brief has to be a string.');
    const uri = `file:///casebook/${encodeURIComponent(fileName)}`;
    workspace.putBrief(uri, readBrief(withoutMark(text), uri), true);
    try {
      return use(uri, workspace.brief(uri)!);
    } finally {
      workspace.remove(uri);
    }
  }

  return {
    check: (text: string, fileName = DEFAULT_FILE_NAME) =>
      withBrief(text, fileName, (uri, brief) => {
        const starts = lineStarts(brief.text);
        return checkBrief(uri, brief, workspace.scopeOf(uri), settings).map(({ code, severity, message, span }) => ({
          code,
          severity,
          message,
          range: { start: positionAt(starts, span.start), end: positionAt(starts, span.end) },
          span: { start: span.start, end: span.end },
        }));
      }),
    fix: (text: string, fileName = DEFAULT_FILE_NAME) =>
      withBrief(text, fileName, (uri, brief) => {
        const scope = workspace.scopeOf(uri);
        const context = { uri, scope, workspace, settings, ...WITHOUT_REGISTRIES };
        return text.slice(0, text.length - brief.text.length) + applyEdits(brief.text, formattingEdits(brief, context));
      }),
    listCitations: (text: string, fileName = DEFAULT_FILE_NAME) =>
      withBrief(text, fileName, (uri, brief) =>
        citationRows({ name: fileName, brief, scope: workspace.scopeOf(uri) }).map(({ file: _, ...row }) => row),
      ),
  };
}

/** The findings in one brief, by position. */
export function check(text: string, { fileName, ...options }: TextOptions = {}) {
  return createChecker(options).check(text, fileName);
}

/** The text with the form of its citations corrected. */
export function fix(text: string, { fileName, ...options }: TextOptions = {}) {
  return createChecker(options).fix(text, fileName);
}

/** The citations of one brief, by position. */
export function listCitations(text: string, { fileName, ...options }: TextOptions = {}) {
  return createChecker(options).listCitations(text, fileName);
}

/** The rules, in the order of their page. */
export const rules: readonly Pick<Rule, 'code' | 'severity' | 'title' | 'why'>[] = RULES.map(
  ({ code, severity, title, why }) => ({ code, severity: { ...severity }, title, why }),
);

function settingsOf({ config, profile, rules: levels = {} }: CheckerOptions): CheckSettings {
  if (profile !== undefined && !isOneOf(PROFILES, profile)) throw new TypeError(`There is no profile “${profile}”.`);
  for (const [code, level] of Object.entries(levels)) {
    if (!RULE_CODES.includes(code)) throw new TypeError(`There is no rule “${code}”.`);
    if (!isOneOf(LEVELS, level))
      throw new TypeError(`There is no severity “${level}”. Use one of ${LEVELS.join(', ')}.`);
  }
  const configured = config === undefined ? {} : readConfig(withoutMark(config)).checks;
  return mergeCheckSettings(configured, { rules: levels, ...(profile !== undefined && { forcedProfile: profile }) });
}

/** Spans count without a byte order mark, as on the command line. */
function withoutMark(text: string): string {
  return text.slice(firstOffset(text));
}
