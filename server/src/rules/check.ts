/** Runs the rules. */

import { sameDate } from '../model/calendar.ts';
import { blocksOf, chunksOf, perChunk } from '../model/chunks.ts';
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

/**
 * Of a longer paragraph only the citations and tags are looked at, in UTF-16 code units: nobody writes one, and a keystroke in
 * it would look at all its words.
 */
export const LONGEST_PARAGRAPH = 100_000;

/** The rules that are not off, and how bad what they find is. The same object as long as the settings are the same. */
interface Plan {
  readonly settings: CheckSettings;
  readonly rules: readonly (readonly [Rule, Severity])[];
}

/** A finding of a rule about blocks; its places count from the start of the chunk. */
interface ChunkFinding {
  readonly finding: Finding;
  /** The index of the block in the chunk. */
  readonly block: number;
}

/** What the rules said of a block, and what they looked at besides its text. */
interface Checked {
  readonly scope: Scope;
  readonly date: CalendarDate | undefined;
  readonly plan: Plan;
  readonly found: readonly Finding[];
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
  const date = sameOnce(dateOf(brief)?.value, scope);
  const isIgnored = ignoredInBrief(brief);
  const findings: Finding[] = [];
  const registry = frontMatterOf(brief)?.registry;
  const isIgnoredThere = registry && ignoredInRegistry(registry);
  const isHeeded = (code: string, blockIndex: number, place: number) =>
    !isIgnored?.(code, blockIndex) && !(blockIndex === 0 && isIgnoredThere?.(code, place));
  const resolve = (citation: Citation) => resolveOnce(citation, scope, date);
  const context = { uri, brief, scope, settings, date, resolve };
  for (const [rule, severity] of plan.rules) {
    const add = (problems: Iterable<Problem>) => {
      for (const problem of problems) {
        const { start } = problem.span;
        if (isHeeded(rule.code, isIgnored || isIgnoredThere ? blockIndexAt(brief, start) : -1, start))
          findings.push({ ...problem, code: rule.code, severity });
      }
    };
    if (rule.brief) add(rule.brief(context));
    if (rule.registry && registry) add(rule.registry({ uri, registry, scope, settings, isCited: nobodyKnows }));
  }
  for (const part of chunksOf(brief)) {
    for (const { finding, block } of checkChunk(part, scope, date, plan)) {
      const span = shift(finding.span, part.at);
      if (isHeeded(finding.code, part.first + block, span.start)) findings.push({ ...finding, span });
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

const checkChunk = perChunk((part, scope: Scope, date: CalendarDate | undefined, plan: Plan): ChunkFinding[] =>
  blocksOf(part).flatMap(({ block: one, text, offset }, block) =>
    checkBlock(one, text, scope, date, plan).map((finding) => ({
      finding: { ...finding, span: shift(finding.span, offset) },
      block,
    })),
  ),
);

function checkBlock(
  block: Block,
  text: string,
  scope: Scope,
  date: CalendarDate | undefined,
  plan: Plan,
): readonly Finding[] {
  const before = checkedBlocks.get(block);
  if (before?.scope === scope && before.plan === plan && sameDate(before.date, date)) return before.found;
  const context: BlockContext = {
    scope,
    settings: plan.settings,
    date,
    resolve: (citation) => resolveOnce(citation, scope, date),
    text: ({ start, end }) => text.slice(start, end),
  };
  const found: Finding[] = [];
  const isProse = block.kind === 'paragraph' && block.shape === 'prose' && block.length <= LONGEST_PARAGRAPH;
  const tags = entityTags(block);
  for (const [rule, severity] of plan.rules) {
    const add = (problem: Problem | undefined) => {
      if (problem) found.push({ ...problem, code: rule.code, severity });
    };
    if (rule.citation) for (const citation of block.citations) add(rule.citation(citation, context));
    if (rule.tag) for (const tag of tags) add(rule.tag(tag, context));
    if (rule.paragraph && isProse) for (const problem of rule.paragraph(block, context)) add(problem);
  }
  checkedBlocks.set(block, { scope, date, plan, found });
  return found;
}

const lastDates = new WeakMap<Scope, { date: CalendarDate | undefined }>();

/** The same object for the same day, as long as the scope is asked for no other: what is remembered for it holds. */
function sameOnce(date: CalendarDate | undefined, scope: Scope): CalendarDate | undefined {
  const before = lastDates.get(scope);
  if (before && sameDate(before.date, date)) return before.date;
  lastDates.set(scope, { date });
  return date;
}

function inOrder(findings: Finding[]): Finding[] {
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : 1));
}
