/** Runs the rules over a brief or a registry, and caches findings per block, citation template and chunk. */

import { createMemo } from '../../base/memo/memory.ts';
import { perObject } from '../../base/memo/perObject.ts';
import { runSync, type Steps } from '../../base/memo/steps.ts';
import { shift, slice } from '../../base/text/span.ts';
import { type Resolution, resolveCached } from '../../scope/resolveCitation.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Block, Brief, CalendarDate, Citation, Registry } from '../../syntax/ast.ts';
import { entityTags } from '../../syntax/brief/block.ts';
import { blockIndexAt, briefDateOf, frontMatterOf } from '../../syntax/brief/brief.ts';
import { blocksOf, chunksOf, type PlacedChunk, perChunk } from '../../syntax/brief/chunks.ts';
import type { PlacedCitation } from '../../syntax/brief/records.ts';
import {
  offsetFromStandalone,
  perWording,
  standaloneOf,
  standaloneText,
  type TextOf,
} from '../../syntax/citation/wording.ts';
import { isSameDate } from '../../syntax/date/calendar.ts';
import type { BriefFacts } from '../../workspace/briefFacts.ts';
import type { BlockContext, BriefContext, Finding, Problem, RegistryContext, Rule } from '../engine/rule.ts';
import { type CheckSettings, DEFAULT_CHECK_SETTINGS } from '../engine/settings.ts';
import { createBriefSuppressions, createRegistrySuppressions } from '../engine/suppressions.ts';
import { type ActiveRule, effectiveProfile, levelOf, type Plan, planFor, profileOf } from './plan.ts';
import { RULE_CODES, ruleByCode } from './ruleLookup.ts';
import { wordsBefore } from './wordsBefore.ts';

/**
 * In UTF-16 code units. Paragraph rules skip longer paragraphs: real prose has none, and each keystroke in one would
 * check all of it again. Citations and tags are still checked.
 */
const MAX_PARAGRAPH_LENGTH = 100_000;

/** All brief-wide rules together take less than a slice in a shorter brief, so a step for each would only cost time. */
const MAX_UNDIVIDED_LENGTH = 20_000;

/** Findings, and what they depend on besides the text. */
interface CachedFindings {
  readonly scope: Scope;
  readonly date: CalendarDate | undefined;
  readonly plan: Plan;
  readonly findings: readonly Finding[];
}

/** The findings in one block of a chunk; spans are relative to the block. */
interface BlockFindings {
  readonly findings: readonly Finding[];
  /** Index and offset of the block in the chunk. */
  readonly index: number;
  readonly offset: number;
}

/** The blocks of a chunk that have findings, in order. */
type ChunkFindings = readonly BlockFindings[];

const blockCache = createMemo<Block, CachedFindings>();
/** By index, which of the rules report the citations with a resolution. */
const decisionMemo = createMemo<
  Resolution,
  { readonly rules: readonly Rule[]; readonly reporting: readonly number[] }
>();
const shiftedChunkCache = createMemo<ChunkFindings, { at: number; findings: readonly Finding[] }>();
const NO_FINDINGS: readonly Finding[] = [];

/** Supplied by the caller, who knows the briefs that may cite a registry. */
export type IsCited = RegistryContext['isCited'];
const isCitedUnknown: IsCited = () => undefined;

/**
 * The findings of a brief, sorted by position, without those suppressed by ignore comments or front matter. Findings of
 * block rules keep their identity as long as their chunk and its position are unchanged.
 */
export function checkBrief(
  uri: string,
  brief: Brief,
  scope: Scope,
  settings: CheckSettings = DEFAULT_CHECK_SETTINGS,
): Finding[] {
  return runSync(checkBriefInSteps(uri, brief, scope, settings));
}

/**
 * Like `checkBrief`; each step is one brief-wide rule or one chunk. Completed steps stay cached if the caller stops
 * early.
 */
export function* checkBriefInSteps(uri: string, brief: Brief, scope: Scope, settings: CheckSettings): Steps<Finding[]> {
  const plan = planFor(settings, profileOf(brief, settings));
  const date = internDate(briefDateOf(brief)?.value, scope);
  const isIgnored = createBriefSuppressions(brief);
  const registry = frontMatterOf(brief)?.registry;
  const isIgnoredInFrontMatter = registry && createRegistrySuppressions(registry);
  const isActive = (code: string, blockIndex: number, offset: number) =>
    !isIgnored?.(code, blockIndex) && !(blockIndex === 0 && isIgnoredInFrontMatter?.(code, offset));
  const context = { uri, brief, scope, settings, date, knownCodes: RULE_CODES, resolve: createResolver(scope, date) };
  const findings: Finding[] = [];
  const isLong = brief.text.length > MAX_UNDIVIDED_LENGTH;
  for (const active of plan.rules) {
    const [rule] = active;
    if (rule.paragraph || (rule.registry && registry)) yield* prepareRule(rule, scope);
    const add = (problems: Iterable<Problem>) => {
      for (const problem of problems) {
        const { start } = problem.span;
        if (isActive(rule.code, isIgnored || isIgnoredInFrontMatter ? blockIndexAt(brief, start) : -1, start))
          findings.push(toFinding(problem, active));
      }
    };
    if (rule.brief) {
      if (isLong) yield;
      add(rule.brief(context));
    }
    if (rule.registry && registry)
      add(rule.registry({ uri, registry, scope, settings, knownCodes: RULE_CODES, isCited: isCitedUnknown }));
  }
  const blockFindings: Finding[] = [];
  for (const part of chunksOf(brief)) {
    yield;
    const chunk = checkChunk(part, scope, date, plan);
    const chunkFindings = findingsInFile(chunk, part);
    if (!isIgnored && !isIgnoredInFrontMatter) for (const finding of chunkFindings) blockFindings.push(finding);
    else {
      let next = 0;
      for (const { findings: inBlock, index } of chunk) {
        for (const finding of chunkFindings.slice(next, next + inBlock.length))
          if (isActive(finding.code, part.first + index, finding.span.start)) blockFindings.push(finding);
        next += inBlock.length;
      }
    }
  }
  return mergeSorted(findings.sort(byPosition), blockFindings);
}

/** The findings of a registry file, sorted by position, without those suppressed by ignore comments. */
export function checkRegistry(
  uri: string,
  registry: Registry,
  scope: Scope,
  settings: CheckSettings = DEFAULT_CHECK_SETTINGS,
  isCited: IsCited = isCitedUnknown,
): Finding[] {
  return runSync(checkRegistryInSteps(uri, registry, scope, settings, isCited));
}

/** Like `checkRegistry`; each step is one rule. */
export function* checkRegistryInSteps(
  uri: string,
  registry: Registry,
  scope: Scope,
  settings: CheckSettings,
  isCited: IsCited,
): Steps<Finding[]> {
  const { rules } = planFor(settings, settings.forcedProfile ?? settings.profile);
  const isIgnored = createRegistrySuppressions(registry);
  const findings: Finding[] = [];
  for (const active of rules) {
    const [rule] = active;
    if (!rule.registry || (registry.isBibliography && !rule.checksBibliographies)) continue;
    yield;
    yield* prepareRule(rule, scope);
    for (const problem of rule.registry({ uri, registry, scope, settings, knownCodes: RULE_CODES, isCited }))
      if (!isIgnored(rule.code, problem.span.start)) findings.push(toFinding(problem, active));
  }
  return findings.sort(byPosition);
}

const preparedRules = perObject((_scope: Scope) => new Set<Rule>());

/** Runs the `prepare` of a rule, once per scope. */
function* prepareRule(rule: Rule, scope: Scope): Steps<void> {
  if (!rule.prepare) return;
  const prepared = preparedRules(scope);
  if (prepared.has(rule)) return;
  yield* rule.prepare(scope);
  prepared.add(rule);
}

const checkChunk = perChunk((part, scope: Scope, date: CalendarDate | undefined, plan: Plan): ChunkFindings => {
  const chunk: BlockFindings[] = [];
  for (const [index, { block, text, offset }] of blocksOf(part).entries()) {
    const findings = checkBlock(block, text, scope, date, plan);
    if (findings.length > 0) chunk.push({ findings, index, offset });
  }
  return chunk;
});

/** The findings of a chunk with spans in the file. */
function findingsInFile(chunk: ChunkFindings, { at }: PlacedChunk): readonly Finding[] {
  if (chunk.length === 0) return NO_FINDINGS;
  const cached = shiftedChunkCache.get(chunk);
  if (cached?.at === at) return cached.findings;
  const findings: Finding[] = [];
  for (const { findings: inBlock, offset } of chunk)
    for (const finding of inBlock) findings.push(shiftFinding(finding, at + offset));
  shiftedChunkCache.set(chunk, { at, findings });
  return findings;
}

function checkBlock(
  block: Block,
  text: string,
  scope: Scope,
  date: CalendarDate | undefined,
  plan: Plan,
): readonly Finding[] {
  const cached = blockCache.get(block);
  if (cached && isUpToDate(cached, scope, date, plan)) return cached.findings;
  const context = createBlockContext((span) => slice(text, span), scope, date, plan.settings);
  const findings: Finding[] = [];
  for (const citation of block.citations) {
    const offset = offsetFromStandalone(citation);
    for (const finding of checkCitation(citation, context.textOf, scope, date, plan))
      findings.push(shiftFinding(place(finding, text, citation), offset));
  }
  if (plan.tagRules.length > 0) {
    for (const tag of entityTags(block))
      for (const active of plan.tagRules) addFinding(findings, active[0].tag!(tag, context), active);
  }
  if (block.kind === 'paragraph' && block.shape === 'prose' && block.length <= MAX_PARAGRAPH_LENGTH) {
    for (const active of plan.paragraphRules)
      for (const problem of active[0].paragraph!(block, context)) addFinding(findings, problem, active);
  }
  blockCache.set(block, { scope, date, plan, findings: findings.length > 0 ? findings.sort(byPosition) : NO_FINDINGS });
  return findings;
}

/** The finding with the words before its citation in the message, if its rule wants them. */
function place(finding: Finding, text: string, { group, note }: Citation): Finding {
  const placed = ruleByCode(finding.code)?.placed;
  return placed ? { ...finding, ...placed(finding, wordsBefore(text, group.start, note?.start)) } : finding;
}

/** The findings of a citation; spans are relative to the block, or to the words it shares with other citations. */
const checkCitation = perWording(
  (citation, textOf, scope: Scope, date: CalendarDate | undefined, plan: Plan): readonly Finding[] => {
    const findings: Finding[] = [];
    const context = createBlockContext(textOf, scope, date, plan.settings);
    for (const active of plan.citationRules) addFinding(findings, active[0].citation!(citation, context), active);
    return findings.length > 0 ? findings : NO_FINDINGS;
  },
);

/**
 * For each of these rules about single citations, the citations of a brief that it reports: the same as in `checkBrief`, but
 * from the facts of the brief alone, so that closed briefs, whose text is not kept, can be counted. The rules must decide by
 * the citation and its resolution alone: one decision holds for all citations with the same resolution, and
 * `BlockContext.textOf`, which messages may use, is empty where a citation has no template.
 */
export function citationsReportedBy(
  rules: readonly Rule[],
  facts: BriefFacts,
  scope: Scope,
  settings: CheckSettings,
): readonly PlacedCitation[][] {
  const profile = effectiveProfile(facts.profile, settings);
  const reported = rules.map((): PlacedCitation[] => []);
  const active = rules.map((rule) => levelOf(rule, settings, profile) !== 'off' && !facts.ignored.has(rule.code));
  if (!active.includes(true)) return reported;
  const resolve = createResolver(scope, facts.date);
  const decide = ({ value }: PlacedCitation): readonly number[] => {
    const words = standaloneText(value);
    const context = createBlockContext((span) => slice(words, span), scope, facts.date, settings);
    const citation = standaloneOf(value);
    return rules.flatMap((rule, index) => (rule.citation?.(citation, context) ? [index] : []));
  };
  for (const citation of facts.citations) {
    const resolution = resolve(citation.value);
    let decision = decisionMemo.get(resolution);
    if (decision?.rules !== rules) {
      decision = { rules, reporting: decide(citation) };
      decisionMemo.set(resolution, decision);
    }
    for (const index of decision.reporting)
      if (active[index] && !citation.ignored?.has(rules[index]!.code)) reported[index]!.push(citation);
  }
  return reported;
}

function addFinding(findings: Finding[], problem: Problem | undefined, active: ActiveRule): void {
  if (problem) findings.push(toFinding(problem, active));
}

function toFinding({ isLesser, ...problem }: Problem, [{ code }, severity, lesser]: ActiveRule): Finding {
  return { ...problem, code, severity: isLesser ? lesser : severity };
}

function createBlockContext(
  textOf: TextOf,
  scope: Scope,
  date: CalendarDate | undefined,
  settings: CheckSettings,
): BlockContext {
  return {
    scope,
    settings,
    date,
    resolve: createResolver(scope, date),
    textOf,
  };
}

function createResolver(scope: Scope, date: CalendarDate | undefined): BriefContext['resolve'] {
  return (citation) => resolveCached(standaloneOf(citation), scope, date);
}

function isUpToDate(cached: CachedFindings, scope: Scope, date: CalendarDate | undefined, plan: Plan): boolean {
  return cached.scope === scope && cached.plan === plan && isSameDate(cached.date, date);
}

const internedDates = new WeakMap<Scope, { date: CalendarDate | undefined }>();

/**
 * Returns the same object for the same date as in the previous call for the scope, so that memos keyed by identity stay
 * valid.
 */
function internDate(date: CalendarDate | undefined, scope: Scope): CalendarDate | undefined {
  const interned = internedDates.get(scope);
  if (interned && isSameDate(interned.date, date)) return interned.date;
  internedDates.set(scope, { date });
  return date;
}

function shiftFinding(finding: Finding, by: number): Finding {
  return { ...finding, span: shift(finding.span, by) };
}

function byPosition(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : 1);
}

/** Merges two lists that are sorted by position. */
function mergeSorted(left: readonly Finding[], right: Finding[]): Finding[] {
  if (left.length === 0) return right;
  const merged: Finding[] = [];
  let next = 0;
  for (const finding of left) {
    while (next < right.length && byPosition(right[next]!, finding) < 0) merged.push(right[next++]!);
    merged.push(finding);
  }
  while (next < right.length) merged.push(right[next++]!);
  return merged;
}
