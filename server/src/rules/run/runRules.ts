/** Runs the rules. */

import { getOrInsert } from '../../base/memo/maps.ts';
import { createMemory } from '../../base/memo/memory.ts';
import { perEntry } from '../../base/memo/perObject.ts';
import { atOnce, type Steps } from '../../base/memo/steps.ts';
import { shift } from '../../base/text/span.ts';
import { resolveOnce } from '../../scope/resolveCitation.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Block, Brief, CalendarDate, Citation, Pattern, Registry } from '../../syntax/ast.ts';
import { blockIndexAt, dateOf, frontMatterOf } from '../../syntax/brief/brief.ts';
import { blocksOf, chunksOf, type Part, perChunk } from '../../syntax/brief/chunks.ts';
import { sameDate } from '../../syntax/date/calendar.ts';
import { entityTags } from '../../workspace/index/briefFacts.ts';
import type { BlockContext, BriefContext, Finding, Problem, RegistryContext, Rule } from '../engine/rule.ts';
import type { Level, Severity } from '../engine/settings.ts';
import { type CheckSettings, DEFAULT_CHECKS, isProfile, type Profile } from '../engine/settings.ts';
import { ignoredInBrief, ignoredInRegistry } from '../engine/suppressions.ts';
import { RULES } from '../index.ts';
import { RULE_CODES } from './ruleLookup.ts';

/**
 * Of a longer paragraph only the citations and tags are looked at, in UTF-16 code units: nobody writes one, and a keystroke in
 * it would look at all its words.
 */
export const LONGEST_PARAGRAPH = 100_000;

type Ruled = readonly [Rule, Severity];

/** The rules that are not off, and how bad what they find is. The same object as long as the settings are the same. */
interface Plan {
  readonly settings: CheckSettings;
  readonly rules: readonly Ruled[];
  readonly ofCitations: readonly Ruled[];
  readonly ofTags: readonly Ruled[];
  readonly ofParagraphs: readonly Ruled[];
}

/** What follows from the rules, and what they looked at besides a text. */
interface Checked {
  readonly scope: Scope;
  readonly date: CalendarDate | undefined;
  readonly plan: Plan;
  readonly found: readonly Finding[];
}

/** What was found in a block of a chunk; places count from its start. */
interface FoundIn {
  readonly found: readonly Finding[];
  /** The index of the block in the chunk, and where it begins there. */
  readonly index: number;
  readonly offset: number;
}

/** Of a chunk those blocks, in order, of which something is to be said. */
type ChunkFindings = readonly FoundIn[];

const checkedBlocks = createMemory<Block, Checked>();
const checkedPatterns = createMemory<Citation, Checked>();
const placedChunks = createMemory<ChunkFindings, { at: number; findings: readonly Finding[] }>();
const plans = new WeakMap<CheckSettings, Map<Profile, Plan>>();
const NONE: readonly Finding[] = [];

/** What the caller of the rules knows of the briefs around a registry. */
export type IsCited = RegistryContext['isCited'];
const nobodyKnows: IsCited = () => undefined;

/**
 * The findings of a brief in order of place. Ignore comments and the front matter's `ignore` are heeded. One that a rule
 * about blocks has found is the same object as long as neither its chunk nor the place of that has changed.
 */
export function checkBrief(
  uri: string,
  brief: Brief,
  scope: Scope,
  settings: CheckSettings = DEFAULT_CHECKS,
): Finding[] {
  return atOnce(checkBriefInSteps(uri, brief, scope, settings));
}

/** As `checkBrief`, a document-wide rule or a chunk a step. What is done is remembered, also when it never comes to an end. */
export function* checkBriefInSteps(uri: string, brief: Brief, scope: Scope, settings: CheckSettings): Steps<Finding[]> {
  const plan = planFor(settings, profileOf(brief, settings));
  const date = sameOnce(dateOf(brief)?.value, scope);
  const isIgnored = ignoredInBrief(brief);
  const registry = frontMatterOf(brief)?.registry;
  const isIgnoredThere = registry && ignoredInRegistry(registry);
  const isHeeded = (code: string, blockIndex: number, place: number) =>
    !isIgnored?.(code, blockIndex) && !(blockIndex === 0 && isIgnoredThere?.(code, place));
  const context = { uri, brief, scope, settings, date, knownCodes: RULE_CODES, resolve: resolving(scope, date) };
  const findings: Finding[] = [];
  for (const [rule, severity] of plan.rules) {
    if (rule.paragraph || (rule.registry && registry)) yield* getReady(rule, scope);
    const add = (problems: Iterable<Problem>) => {
      for (const problem of problems) {
        const { start } = problem.span;
        if (isHeeded(rule.code, isIgnored || isIgnoredThere ? blockIndexAt(brief, start) : -1, start))
          findings.push({ ...problem, code: rule.code, severity });
      }
    };
    if (rule.brief) {
      yield;
      add(rule.brief(context));
    }
    if (rule.registry && registry)
      add(rule.registry({ uri, registry, scope, settings, knownCodes: RULE_CODES, isCited: nobodyKnows }));
  }
  const inBlocks: Finding[] = [];
  for (const part of chunksOf(brief)) {
    yield;
    const chunk = checkChunk(part, scope, date, plan);
    const findings = placed(chunk, part);
    if (!isIgnored && !isIgnoredThere) for (const finding of findings) inBlocks.push(finding);
    else {
      let next = 0;
      for (const { found, index } of chunk) {
        for (const finding of findings.slice(next, next + found.length))
          if (isHeeded(finding.code, part.first + index, finding.span.start)) inBlocks.push(finding);
        next += found.length;
      }
    }
  }
  return merged(findings.sort(byPlace), inBlocks);
}

/** The findings of a registry file in order of place. Ignore comments are heeded. */
export function checkRegistry(
  uri: string,
  registry: Registry,
  scope: Scope,
  settings: CheckSettings = DEFAULT_CHECKS,
  isCited: IsCited = nobodyKnows,
): Finding[] {
  return atOnce(checkRegistryInSteps(uri, registry, scope, settings, isCited));
}

/** As `checkRegistry`, a rule a step. */
export function* checkRegistryInSteps(
  uri: string,
  registry: Registry,
  scope: Scope,
  settings: CheckSettings,
  isCited: IsCited,
): Steps<Finding[]> {
  const { rules } = planFor(settings, settings.forcedProfile ?? settings.profile);
  const isIgnored = ignoredInRegistry(registry);
  const findings: Finding[] = [];
  for (const [rule, severity] of rules) {
    if (!rule.registry) continue;
    yield;
    yield* getReady(rule, scope);
    for (const problem of rule.registry({ uri, registry, scope, settings, knownCodes: RULE_CODES, isCited }))
      if (!isIgnored(rule.code, problem.span.start)) findings.push({ ...problem, code: rule.code, severity });
  }
  return findings.sort(byPlace);
}

/** The rules that have been made ready for a scope. */
const readyFor = perEntry((_scope: Scope) => new Set<Rule>());

/** Makes a rule ready for a scope, once. */
function* getReady(rule: Rule, scope: Scope): Steps<void> {
  if (!rule.prepare) return;
  const ready = readyFor(scope);
  if (ready.has(rule)) return;
  yield* rule.prepare(scope);
  ready.add(rule);
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
  return getOrInsert(byProfile, profile, () => {
    const rules = RULES.flatMap((rule): Ruled[] => {
      const level = levelOf(rule, settings, profile);
      return level === 'off' ? [] : [[rule, level]];
    });
    return {
      settings,
      rules,
      ofCitations: rules.filter(([rule]) => rule.citation),
      ofTags: rules.filter(([rule]) => rule.tag),
      ofParagraphs: rules.filter(([rule]) => rule.paragraph),
    };
  });
}

const checkChunk = perChunk((part, scope: Scope, date: CalendarDate | undefined, plan: Plan): ChunkFindings => {
  const chunk: FoundIn[] = [];
  for (const [index, { block, text, offset }] of blocksOf(part).entries()) {
    const found = checkBlock(block, text, scope, date, plan);
    if (found.length > 0) chunk.push({ found, index, offset });
  }
  return chunk;
});

/** The findings of a chunk where it stands. */
function placed(chunk: ChunkFindings, { at }: Part): readonly Finding[] {
  if (chunk.length === 0) return NONE;
  const before = placedChunks.get(chunk);
  if (before?.at === at) return before.findings;
  const findings: Finding[] = [];
  for (const { found, offset } of chunk) for (const finding of found) findings.push(shifted(finding, at + offset));
  placedChunks.set(chunk, { at, findings });
  return findings;
}

function checkBlock(
  block: Block,
  text: string,
  scope: Scope,
  date: CalendarDate | undefined,
  plan: Plan,
): readonly Finding[] {
  const before = checkedBlocks.get(block);
  if (before && isFor(before, scope, date, plan)) return before.found;
  const context = contextOf(text, scope, date, plan);
  const found: Finding[] = [];
  for (const citation of block.citations) {
    const { pattern } = citation;
    if (!pattern) checkCitation(citation, context, plan, found);
    else
      for (const finding of checkPattern(pattern, scope, date, plan))
        found.push(shifted(finding, citation.span.start - pattern.item.span.start));
  }
  if (plan.ofTags.length > 0) {
    for (const tag of entityTags(block))
      for (const [rule, severity] of plan.ofTags) add(found, rule.tag!(tag, context), rule, severity);
  }
  if (block.kind === 'paragraph' && block.shape === 'prose' && block.length <= LONGEST_PARAGRAPH) {
    for (const [rule, severity] of plan.ofParagraphs)
      for (const problem of rule.paragraph!(block, context)) add(found, problem, rule, severity);
  }
  checkedBlocks.set(block, { scope, date, plan, found: found.length > 0 ? found.sort(byPlace) : NONE });
  return found;
}

/** What is said of all citations that are written alike; places count from the start of their words. */
function checkPattern(
  { item, words }: Pattern,
  scope: Scope,
  date: CalendarDate | undefined,
  plan: Plan,
): readonly Finding[] {
  const before = checkedPatterns.get(item);
  if (before && isFor(before, scope, date, plan)) return before.found;
  const found: Finding[] = [];
  checkCitation(item, contextOf(words, scope, date, plan), plan, found);
  checkedPatterns.set(item, { scope, date, plan, found: found.length > 0 ? found : NONE });
  return found;
}

function checkCitation(citation: Citation, context: BlockContext, { ofCitations }: Plan, found: Finding[]): void {
  for (const [rule, severity] of ofCitations) add(found, rule.citation!(citation, context), rule, severity);
}

function add(found: Finding[], problem: Problem | undefined, { code }: Rule, severity: Severity): void {
  if (problem) found.push({ ...problem, code, severity });
}

function contextOf(text: string, scope: Scope, date: CalendarDate | undefined, { settings }: Plan): BlockContext {
  return {
    scope,
    settings,
    date,
    resolve: resolving(scope, date),
    text: ({ start, end }) => text.slice(start, end),
  };
}

function resolving(scope: Scope, date: CalendarDate | undefined): BriefContext['resolve'] {
  return (citation) => resolveOnce(citation.pattern?.item ?? citation, scope, date);
}

function isFor(checked: Checked, scope: Scope, date: CalendarDate | undefined, plan: Plan): boolean {
  return checked.scope === scope && checked.plan === plan && sameDate(checked.date, date);
}

const lastDates = new WeakMap<Scope, { date: CalendarDate | undefined }>();

/** The same object for the same day, as long as the scope is asked for no other: what is remembered for it holds. */
function sameOnce(date: CalendarDate | undefined, scope: Scope): CalendarDate | undefined {
  const before = lastDates.get(scope);
  if (before && sameDate(before.date, date)) return before.date;
  lastDates.set(scope, { date });
  return date;
}

function shifted(finding: Finding, by: number): Finding {
  return { ...finding, span: shift(finding.span, by) };
}

function byPlace(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : 1);
}

/** Two lists in order of place as one. */
function merged(few: readonly Finding[], many: Finding[]): Finding[] {
  if (few.length === 0) return many;
  const all: Finding[] = [];
  let next = 0;
  for (const finding of few) {
    while (next < many.length && byPlace(many[next]!, finding) < 0) all.push(many[next++]!);
    all.push(finding);
  }
  while (next < many.length) all.push(many[next++]!);
  return all;
}
