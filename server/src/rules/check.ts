/** Runs the rules. */

import { sameDate } from '../model/calendar.ts';
import { entityTags } from '../model/facts.ts';
import { getOrInsert } from '../model/maps.ts';
import { resolveOnce } from '../model/resolve.ts';
import type { Scope } from '../model/scope.ts';
import type { Block } from '../syntax/block.ts';
import { type Brief, blockIndexAt, dateOf, frontMatterOf } from '../syntax/brief.ts';
import type { Citation } from '../syntax/citation.ts';
import type { CalendarDate } from '../syntax/dates.ts';
import type { Registry } from '../syntax/registryTypes.ts';
import { shift } from '../syntax/span.ts';
import { ignoredInBrief, ignoredInRegistry } from './ignored.ts';
import { RULES } from './index.ts';
import type { BlockContext, Finding, Level, Problem, RegistryContext, Rule, Severity } from './rule.ts';
import { type CheckSettings, DEFAULT_CHECKS, isProfile, type Profile } from './settings.ts';

/** The rules that are not off, and how bad what they find is. The same object as long as the settings are the same. */
interface Plan {
  readonly settings: CheckSettings;
  readonly rules: readonly (readonly [Rule, Severity])[];
}

interface BlockFinding {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly problem: Problem;
}

/** What the rules said of a block, and what they looked at besides its text. */
interface Checked {
  readonly scope: Scope;
  readonly date: CalendarDate | undefined;
  readonly plan: Plan;
  readonly found: readonly BlockFinding[];
}

const checkedBlocks = new WeakMap<Block, Checked>();
const plans = new WeakMap<CheckSettings, Map<Profile, Plan>>();

/** What the caller of the rules knows of the briefs around a registry. */
export type IsCited = RegistryContext['isCited'];
const nobodyKnows: IsCited = () => undefined;

/** The findings of a brief in order of place. Ignore comments and the front matter's `ignore` are heeded. */
export function checkBrief(
  uri: string,
  brief: Brief,
  scope: Scope,
  settings: CheckSettings = DEFAULT_CHECKS,
): Finding[] {
  const plan = planFor(settings, profileOf(brief, settings));
  const date = dateOf(brief)?.value;
  const isIgnored = ignoredInBrief(brief);
  const findings: Finding[] = [];
  const registry = frontMatterOf(brief)?.registry;
  const isIgnoredThere = registry && ignoredInRegistry(registry);
  const add = ({ code }: Rule, severity: Severity, problem: Problem, blockIndex: number) => {
    if (isIgnored(code, blockIndex) || (blockIndex === 0 && isIgnoredThere?.(code, problem.span.start))) return;
    findings.push({ ...problem, code, severity });
  };
  const resolve = (citation: Citation) => resolveOnce(citation, scope, date);
  for (const [rule, severity] of plan.rules) {
    const problems = [
      ...(rule.brief?.({ uri, brief, scope, settings, date, resolve }) ?? []),
      ...((registry && rule.registry?.({ uri, registry, scope, settings, isCited: nobodyKnows })) ?? []),
    ];
    for (const problem of problems) add(rule, severity, problem, blockIndexAt(brief, problem.span.start));
  }
  for (const [index, block] of brief.blocks.entries()) {
    const at = brief.starts[index]!;
    for (const { rule, severity, problem } of checkBlock(brief, block, at, scope, date, plan)) {
      add(rule, severity, { ...problem, span: shift(problem.span, at) }, index);
    }
  }
  return inOrder(findings);
}

/** The findings of a registry file in order of place. Ignore comments are heeded. */
export function checkRegistry(
  uri: string,
  registry: Registry,
  scope: Scope,
  settings: CheckSettings = DEFAULT_CHECKS,
  isCited: IsCited = nobodyKnows,
): Finding[] {
  const { rules } = planFor(settings, settings.forcedProfile ?? settings.profile);
  const isIgnored = ignoredInRegistry(registry);
  const findings = rules.flatMap(([rule, severity]): Finding[] => {
    const problems = [...(rule.registry?.({ uri, registry, scope, settings, isCited }) ?? [])];
    const heeded = problems.filter(({ span }) => !isIgnored(rule.code, span.start));
    return heeded.map((problem) => ({ ...problem, code: rule.code, severity }));
  });
  return inOrder(findings);
}

/** By which profile a brief is checked. */
export function profileOf(brief: Brief, settings: CheckSettings): Profile {
  const own = frontMatterOf(brief)?.profile?.value;
  return settings.forcedProfile ?? (isProfile(own) ? own : settings.profile);
}

/** How seriously a rule is taken in a profile. */
export function levelOf({ code, severity }: Rule, { rules }: CheckSettings, profile: Profile): Level {
  const given = rules[code];
  return (typeof given === 'object' ? given[profile] : given) ?? severity[profile];
}

function planFor(settings: CheckSettings, profile: Profile): Plan {
  const byProfile = plans.get(settings) ?? new Map<Profile, Plan>();
  plans.set(settings, byProfile);
  return getOrInsert(byProfile, profile, () => ({
    settings,
    rules: RULES.flatMap((rule) => {
      const level = levelOf(rule, settings, profile);
      return level === 'off' ? [] : [[rule, level] as const];
    }),
  }));
}

function checkBlock(
  brief: Brief,
  block: Block,
  at: number,
  scope: Scope,
  date: CalendarDate | undefined,
  plan: Plan,
): readonly BlockFinding[] {
  const before = checkedBlocks.get(block);
  if (before?.scope === scope && before.plan === plan && sameDate(before.date, date)) return before.found;
  const context: BlockContext = {
    scope,
    settings: plan.settings,
    date,
    resolve: (citation) => resolveOnce(citation, scope, date),
    text: ({ start, end }) => brief.text.slice(at + start, at + end),
  };
  const found: BlockFinding[] = [];
  const isProse = block.kind === 'paragraph' && block.shape === 'prose';
  const tags = entityTags(block);
  for (const [rule, severity] of plan.rules) {
    const add = (problem: Problem | undefined) => {
      if (problem) found.push({ rule, severity, problem });
    };
    if (rule.citation) for (const citation of block.citations) add(rule.citation(citation, context));
    if (rule.tag) for (const tag of tags) add(rule.tag(tag, context));
    if (rule.paragraph && isProse) for (const problem of rule.paragraph(block, context)) add(problem);
  }
  checkedBlocks.set(block, { scope, date, plan, found });
  return found;
}

function inOrder(findings: Finding[]): Finding[] {
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : 1));
}
