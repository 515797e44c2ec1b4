/** Runs the rules. */

import { sameDate } from '../model/calendar.ts';
import { entityTags } from '../model/facts.ts';
import { resolveOnce } from '../model/resolve.ts';
import type { Scope } from '../model/scope.ts';
import type { Block } from '../syntax/block.ts';
import { type Brief, dateOf, frontMatterOf } from '../syntax/brief.ts';
import type { CalendarDate } from '../syntax/dates.ts';
import type { Registry } from '../syntax/registryTypes.ts';
import { shift } from '../syntax/span.ts';
import { RULES } from './index.ts';
import type { BlockContext, Finding, Problem, Rule, Severity } from './rule.ts';

/** How bad each rule is, or `off`; rules that are not named keep their own severity. */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;

interface BlockFinding {
  readonly rule: Rule;
  readonly problem: Problem;
}

/** What the rules said of a block, and what they looked at besides its text. */
interface Checked {
  readonly scope: Scope;
  readonly date: CalendarDate | undefined;
  readonly found: readonly BlockFinding[];
}

const checkedBlocks = new WeakMap<Block, Checked>();

/** The findings of a brief in order of place. Ignore comments and the front matter's `ignore` are heeded. */
export function checkBrief(uri: string, brief: Brief, scope: Scope, settings: RuleSettings = {}): Finding[] {
  const date = dateOf(brief)?.value;
  const findings: Finding[] = [];
  const ignored = ignoredCodes(brief);
  const add = (rule: Rule, problem: Problem, blockIndex?: number) => {
    const severity = settings[rule.code] ?? rule.severity;
    if (severity === 'off' || ignored.file.has(rule.code)) return;
    if (blockIndex !== undefined && ignored.blocks.get(blockIndex)?.has(rule.code)) return;
    findings.push({ ...problem, code: rule.code, severity });
  };
  for (const rule of RULES) {
    for (const problem of rule.brief?.({ uri, brief, scope, date }) ?? []) add(rule, problem);
  }
  for (const [index, block] of brief.blocks.entries()) {
    const at = brief.starts[index]!;
    for (const { rule, problem } of checkBlock(brief, block, at, scope, date)) {
      add(rule, { ...problem, span: shift(problem.span, at) }, index);
    }
  }
  return inOrder(findings);
}

/** The findings of a registry file in order of place. */
export function checkRegistry(uri: string, registry: Registry, scope: Scope, settings: RuleSettings = {}): Finding[] {
  const findings = RULES.flatMap((rule): Finding[] => {
    const severity = settings[rule.code] ?? rule.severity;
    if (severity === 'off' || !rule.registry) return [];
    return [...rule.registry({ uri, registry, scope })].map((problem) => ({ ...problem, code: rule.code, severity }));
  });
  return inOrder(findings);
}

function checkBlock(
  brief: Brief,
  block: Block,
  at: number,
  scope: Scope,
  date: CalendarDate | undefined,
): readonly BlockFinding[] {
  const before = checkedBlocks.get(block);
  if (before?.scope === scope && sameDate(before.date, date)) return before.found;
  const context: BlockContext = {
    scope,
    date,
    resolve: (citation) => resolveOnce(citation, scope, date),
    text: ({ start, end }) => brief.text.slice(at + start, at + end),
  };
  const found: BlockFinding[] = [];
  const add = (rule: Rule, problem: Problem | undefined) => {
    if (problem) found.push({ rule, problem });
  };
  const tags = entityTags(block);
  for (const rule of RULES) {
    if (rule.citation) for (const citation of block.citations) add(rule, rule.citation(citation, context));
    if (rule.tag) for (const tag of tags) add(rule, rule.tag(tag, context));
  }
  checkedBlocks.set(block, { scope, date, found });
  return found;
}

/** The codes that are silenced in the whole file, and in single blocks by index. */
function ignoredCodes(brief: Brief): { file: Set<string>; blocks: Map<number, Set<string>> } {
  const file = new Set(frontMatterOf(brief)?.ignore.map((code) => code.value));
  const blocks = new Map<number, Set<string>>();
  let pending = new Set<string>();
  for (const [index, block] of brief.blocks.entries()) {
    const here = pending;
    let next = new Set<string>();
    for (const { scope, codes, beforeProse } of block.ignores) {
      const into = scope === 'file' ? file : beforeProse ? here : next;
      for (const { value } of codes) into.add(value);
    }
    const isPassedOver = block.kind !== 'paragraph' || block.shape === 'comment';
    if (here.size > 0) blocks.set(index, here);
    if (isPassedOver) next = new Set([...here, ...next]);
    pending = next;
  }
  return { file, blocks };
}

function inOrder(findings: Finding[]): Finding[] {
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : 1));
}
