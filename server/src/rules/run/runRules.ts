/** Runs the rules. */

import { getOrInsert } from '../../base/memo/maps.ts';
import { createMemo } from '../../base/memo/memory.ts';
import { perObject } from '../../base/memo/perObject.ts';
import { runSync, type Steps } from '../../base/memo/steps.ts';
import { shift } from '../../base/text/span.ts';
import { resolveCached } from '../../scope/resolveCitation.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Block, Brief, CalendarDate, Citation, CitationTemplate, Registry } from '../../syntax/ast.ts';
import { entityTags } from '../../syntax/brief/block.ts';
import { blockIndexAt, briefDateOf, frontMatterOf } from '../../syntax/brief/brief.ts';
import { blocksOf, chunksOf, type PlacedChunk, perChunk } from '../../syntax/brief/chunks.ts';
import { isSameDate } from '../../syntax/date/calendar.ts';
import type { BriefFacts, PlacedCitation } from '../../workspace/briefFacts.ts';
import type { BlockContext, BriefContext, Finding, Problem, RegistryContext, Rule } from '../engine/rule.ts';
import type { Level, Severity } from '../engine/settings.ts';
import { type CheckSettings, DEFAULT_CHECK_SETTINGS, isProfile, type Profile } from '../engine/settings.ts';
import { createBriefSuppressions, createRegistrySuppressions } from '../engine/suppressions.ts';
import { RULES } from '../index.ts';
import { RULE_CODES } from './ruleLookup.ts';

/**
 * Of a longer paragraph only the citations and tags are looked at, in UTF-16 code units: nobody writes one, and a keystroke in
 * it would look at all its words.
 */
export const MAX_PARAGRAPH_LENGTH = 100_000;

type ActiveRule = readonly [Rule, Severity];

/** The rules that are not off, and how bad what they find is. The same object as long as the settings are the same. */
interface Plan {
  readonly settings: CheckSettings;
  readonly rules: readonly ActiveRule[];
  readonly citationRules: readonly ActiveRule[];
  readonly tagRules: readonly ActiveRule[];
  readonly paragraphRules: readonly ActiveRule[];
}

/** What follows from the rules, and what they looked at besides a text. */
interface CachedFindings {
  readonly scope: Scope;
  readonly date: CalendarDate | undefined;
  readonly plan: Plan;
  readonly findings: readonly Finding[];
}

/** What was found in a block of a chunk; places count from its start. */
interface BlockFindings {
  readonly findings: readonly Finding[];
  /** The index of the block in the chunk, and where it begins there. */
  readonly index: number;
  readonly offset: number;
}

/** Of a chunk those blocks, in order, of which something is to be said. */
type ChunkFindings = readonly BlockFindings[];

const blockCache = createMemo<Block, CachedFindings>();
const templateCache = createMemo<Citation, CachedFindings>();
const shiftedChunkCache = createMemo<ChunkFindings, { at: number; findings: readonly Finding[] }>();
const planCache = new WeakMap<CheckSettings, Map<Profile, Plan>>();
const NO_FINDINGS: readonly Finding[] = [];
const NO_CITATIONS: readonly PlacedCitation[] = [];

/** What the caller of the rules knows of the briefs around a registry. */
export type IsCited = RegistryContext['isCited'];
const isCitedUnknown: IsCited = () => undefined;

/**
 * The findings of a brief in order of place. Ignore comments and the front matter's `ignore` are heeded. One that a rule
 * about blocks has found is the same object as long as neither its chunk nor the place of that has changed.
 */
export function checkBrief(
  uri: string,
  brief: Brief,
  scope: Scope,
  settings: CheckSettings = DEFAULT_CHECK_SETTINGS,
): Finding[] {
  return runSync(checkBriefInSteps(uri, brief, scope, settings));
}

/** As `checkBrief`, a document-wide rule or a chunk a step. What is done is remembered, also when it never comes to an end. */
export function* checkBriefInSteps(uri: string, brief: Brief, scope: Scope, settings: CheckSettings): Steps<Finding[]> {
  const plan = planFor(settings, profileOf(brief, settings));
  const date = internDate(briefDateOf(brief)?.value, scope);
  const isIgnored = createBriefSuppressions(brief);
  const registry = frontMatterOf(brief)?.registry;
  const isIgnoredInFrontMatter = registry && createRegistrySuppressions(registry);
  const isHeeded = (code: string, blockIndex: number, place: number) =>
    !isIgnored?.(code, blockIndex) && !(blockIndex === 0 && isIgnoredInFrontMatter?.(code, place));
  const context = { uri, brief, scope, settings, date, knownCodes: RULE_CODES, resolve: createResolver(scope, date) };
  const findings: Finding[] = [];
  for (const [rule, severity] of plan.rules) {
    if (rule.paragraph || (rule.registry && registry)) yield* prepareRule(rule, scope);
    const add = (problems: Iterable<Problem>) => {
      for (const problem of problems) {
        const { start } = problem.span;
        if (isHeeded(rule.code, isIgnored || isIgnoredInFrontMatter ? blockIndexAt(brief, start) : -1, start))
          findings.push({ ...problem, code: rule.code, severity });
      }
    };
    if (rule.brief) {
      yield;
      add(rule.brief(context));
    }
    if (rule.registry && registry)
      add(rule.registry({ uri, registry, scope, settings, knownCodes: RULE_CODES, isCited: isCitedUnknown }));
  }
  const blockFindings: Finding[] = [];
  for (const part of chunksOf(brief)) {
    yield;
    const chunk = checkChunk(part, scope, date, plan);
    const findings = findingsInFile(chunk, part);
    if (!isIgnored && !isIgnoredInFrontMatter) for (const finding of findings) blockFindings.push(finding);
    else {
      let next = 0;
      for (const { findings: found, index } of chunk) {
        for (const finding of findings.slice(next, next + found.length))
          if (isHeeded(finding.code, part.first + index, finding.span.start)) blockFindings.push(finding);
        next += found.length;
      }
    }
  }
  return mergeSorted(findings.sort(byPosition), blockFindings);
}

/** The findings of a registry file in order of place. Ignore comments are heeded. */
export function checkRegistry(
  uri: string,
  registry: Registry,
  scope: Scope,
  settings: CheckSettings = DEFAULT_CHECK_SETTINGS,
  isCited: IsCited = isCitedUnknown,
): Finding[] {
  return runSync(checkRegistryInSteps(uri, registry, scope, settings, isCited));
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
  const isIgnored = createRegistrySuppressions(registry);
  const findings: Finding[] = [];
  for (const [rule, severity] of rules) {
    if (!rule.registry) continue;
    yield;
    yield* prepareRule(rule, scope);
    for (const problem of rule.registry({ uri, registry, scope, settings, knownCodes: RULE_CODES, isCited }))
      if (!isIgnored(rule.code, problem.span.start)) findings.push({ ...problem, code: rule.code, severity });
  }
  return findings.sort(byPosition);
}

/** The rules that have been made ready for a scope. */
const preparedRules = perObject((_scope: Scope) => new Set<Rule>());

/** Makes a rule ready for a scope, once. */
function* prepareRule(rule: Rule, scope: Scope): Steps<void> {
  if (!rule.prepare) return;
  const prepared = preparedRules(scope);
  if (prepared.has(rule)) return;
  yield* rule.prepare(scope);
  prepared.add(rule);
}

/** By which profile a brief is checked. */
export function profileOf(brief: Brief, settings: CheckSettings): Profile {
  return effectiveProfile(frontMatterOf(brief)?.profile?.value, settings);
}

/** By which profile a brief is checked whose front matter has this `profile`; any text or none. */
export function effectiveProfile(written: string | undefined, settings: CheckSettings): Profile {
  return settings.forcedProfile ?? (isProfile(written) ? written : settings.profile);
}

/** How seriously a rule is taken in a profile. */
export function levelOf({ code, severity }: Rule, { rules }: CheckSettings, profile: Profile): Level {
  const given = rules[code];
  return (typeof given === 'object' ? given[profile] : given) ?? severity[profile];
}

function planFor(settings: CheckSettings, profile: Profile): Plan {
  const byProfile = planCache.get(settings) ?? new Map<Profile, Plan>();
  planCache.set(settings, byProfile);
  return getOrInsert(byProfile, profile, () => {
    const rules = RULES.flatMap((rule): ActiveRule[] => {
      const level = levelOf(rule, settings, profile);
      return level === 'off' ? [] : [[rule, level]];
    });
    return {
      settings,
      rules,
      citationRules: rules.filter(([rule]) => rule.citation),
      tagRules: rules.filter(([rule]) => rule.tag),
      paragraphRules: rules.filter(([rule]) => rule.paragraph),
    };
  });
}

const checkChunk = perChunk((part, scope: Scope, date: CalendarDate | undefined, plan: Plan): ChunkFindings => {
  const chunk: BlockFindings[] = [];
  for (const [index, { block, text, offset }] of blocksOf(part).entries()) {
    const found = checkBlock(block, text, scope, date, plan);
    if (found.length > 0) chunk.push({ findings: found, index, offset });
  }
  return chunk;
});

/** The findings of a chunk where it stands. */
function findingsInFile(chunk: ChunkFindings, { at }: PlacedChunk): readonly Finding[] {
  if (chunk.length === 0) return NO_FINDINGS;
  const cached = shiftedChunkCache.get(chunk);
  if (cached?.at === at) return cached.findings;
  const findings: Finding[] = [];
  for (const { findings: found, offset } of chunk)
    for (const finding of found) findings.push(shiftFinding(finding, at + offset));
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
  const context = createBlockContext(text, scope, date, plan.settings);
  const found: Finding[] = [];
  for (const citation of block.citations) {
    const { template: pattern } = citation;
    if (!pattern) checkCitation(citation, context, plan, found);
    else
      for (const finding of checkTemplate(pattern, scope, date, plan))
        found.push(shiftFinding(finding, citation.span.start - pattern.item.span.start));
  }
  if (plan.tagRules.length > 0) {
    for (const tag of entityTags(block))
      for (const [rule, severity] of plan.tagRules) addFinding(found, rule.tag!(tag, context), rule, severity);
  }
  if (block.kind === 'paragraph' && block.shape === 'prose' && block.length <= MAX_PARAGRAPH_LENGTH) {
    for (const [rule, severity] of plan.paragraphRules)
      for (const problem of rule.paragraph!(block, context)) addFinding(found, problem, rule, severity);
  }
  blockCache.set(block, { scope, date, plan, findings: found.length > 0 ? found.sort(byPosition) : NO_FINDINGS });
  return found;
}

/** What is said of all citations that are written alike; places count from the start of their words. */
function checkTemplate(
  { item, words }: CitationTemplate,
  scope: Scope,
  date: CalendarDate | undefined,
  plan: Plan,
): readonly Finding[] {
  const cached = templateCache.get(item);
  if (cached && isUpToDate(cached, scope, date, plan)) return cached.findings;
  const found: Finding[] = [];
  checkCitation(item, createBlockContext(words, scope, date, plan.settings), plan, found);
  templateCache.set(item, { scope, date, plan, findings: found.length > 0 ? found : NO_FINDINGS });
  return found;
}

function checkCitation(citation: Citation, context: BlockContext, { citationRules }: Plan, found: Finding[]): void {
  for (const [rule, severity] of citationRules) addFinding(found, rule.citation!(citation, context), rule, severity);
}

/**
 * The citations of a brief that a rule about single citations reports: the same as in `checkBrief`, but from the facts of
 * the brief alone, so that closed briefs, whose text is not kept, can be counted. The rule must decide by what a citation
 * means: `BlockContext.text`, which its message may use, is empty where a citation has no template.
 */
export function citationsReportedBy(
  rule: Rule,
  facts: BriefFacts,
  scope: Scope,
  settings: CheckSettings,
): readonly PlacedCitation[] {
  const level = levelOf(rule, settings, effectiveProfile(facts.profile, settings));
  if (level === 'off' || facts.ignored.has(rule.code)) return NO_CITATIONS;
  return facts.citations.filter(({ value, ignored }) => {
    if (ignored?.has(rule.code)) return false;
    const { item, words } = value.template ?? { item: value, words: '' };
    return rule.citation?.(item, createBlockContext(words, scope, facts.date, settings)) !== undefined;
  });
}

function addFinding(found: Finding[], problem: Problem | undefined, { code }: Rule, severity: Severity): void {
  if (problem) found.push({ ...problem, code, severity });
}

function createBlockContext(
  text: string,
  scope: Scope,
  date: CalendarDate | undefined,
  settings: CheckSettings,
): BlockContext {
  return {
    scope,
    settings,
    date,
    resolve: createResolver(scope, date),
    textOf: ({ start, end }) => text.slice(start, end),
  };
}

function createResolver(scope: Scope, date: CalendarDate | undefined): BriefContext['resolve'] {
  return (citation) => resolveCached(citation.template?.item ?? citation, scope, date);
}

function isUpToDate(checked: CachedFindings, scope: Scope, date: CalendarDate | undefined, plan: Plan): boolean {
  return checked.scope === scope && checked.plan === plan && isSameDate(checked.date, date);
}

const internedDates = new WeakMap<Scope, { date: CalendarDate | undefined }>();

/** The same object for the same day, as long as the scope is asked for no other: what is remembered for it holds. */
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

/** Two lists in order of place as one. */
function mergeSorted(few: readonly Finding[], many: Finding[]): Finding[] {
  if (few.length === 0) return many;
  const all: Finding[] = [];
  let next = 0;
  for (const finding of few) {
    while (next < many.length && byPosition(many[next]!, finding) < 0) all.push(many[next++]!);
    all.push(finding);
  }
  while (next < many.length) all.push(many[next++]!);
  return all;
}
