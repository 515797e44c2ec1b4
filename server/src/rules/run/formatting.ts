/** Corrects the form of citations, as the house writes them, and nothing else. */

import { commonEnds } from '../../base/memo/commonEnds.ts';
import { outermostSpans, type Span, shift } from '../../base/text/span.ts';
import type { Change } from '../../edits/change.ts';
import { haveSameCitations } from '../../edits/citation/sameCitations.ts';
import type { Brief } from '../../syntax/ast.ts';
import { readBrief } from '../../syntax/brief/brief.ts';
import { recordsOf } from '../../syntax/brief/records.ts';
import type { FixContext } from '../engine/rule.ts';
import { safeFixOf } from './fixes.ts';
import { checkBrief } from './runRules.ts';

/** One fix may enable another: a citation is corrected first, then moved. The limit prevents endless rounds. */
const MAX_ROUNDS = 5;

/** For corrections of files that no client has open. Registries are not changed: automatic fixes change the form of citations only. */
export const WITHOUT_REGISTRIES: Pick<FixContext, 'version' | 'addEntries' | 'addAlias'> = {
  version: null,
  addEntries: () => undefined,
  addAlias: () => undefined,
};

type SpanEdit = Omit<Change, 'uri'>;

/**
 * All automatic fixes of a brief, as edits that do not overlap or touch. Together they leave each citation with its source and its
 * date, wherever it stands: those that do not are left out.
 */
export function formattingEdits(brief: Brief, context: Omit<FixContext, 'brief' | 'text'>): SpanEdit[] {
  let formatted = brief;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const edits = safeEdits(formatted, context);
    if (edits.length === 0) break;
    formatted = readBrief(applyEdits(formatted.text, edits), context.uri, brief.known);
  }
  return formatted === brief ? [] : harmlessEdits(brief, diffCitationGroups(brief, formatted), context.uri);
}

/** The edits that can be made together without harm: the dates of a brief decide together how some of them are read. */
function harmlessEdits(brief: Brief, edits: readonly SpanEdit[], uri: string): SpanEdit[] {
  const kept: SpanEdit[] = [];
  const tryAll = (more: readonly SpanEdit[]) => {
    const text = applyEdits(brief.text, [...kept, ...more]);
    if (haveSameCitations(brief, readBrief(text, uri, brief.known))) kept.push(...more);
    else if (more.length > 1) {
      const middle = more.length >> 1;
      tryAll(more.slice(0, middle));
      tryAll(more.slice(middle));
    }
  };
  tryAll(edits);
  return kept;
}

/** The automatic fixes for the current text, by position; of two that overlap, the first. */
function safeEdits(brief: Brief, context: Omit<FixContext, 'brief' | 'text'>): SpanEdit[] {
  const { uri, scope, settings } = context;
  const edits: SpanEdit[] = [];
  for (const finding of checkBrief(uri, brief, scope, settings)) {
    const changes = safeFixOf(finding, { ...context, brief, text: brief.text })?.changes ?? [];
    const editsHere = changes.flatMap((change) => ('span' in change && change.uri === uri ? change : []));
    if (
      editsHere.length < changes.length ||
      editsHere.some(({ span }) => edits.some((edit) => overlaps(edit.span, span)))
    )
      continue;
    edits.push(...editsHere);
  }
  return edits.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The text after edits that are in order and do not overlap. */
export function applyEdits(text: string, edits: readonly SpanEdit[]): string {
  let result = '';
  let position = 0;
  for (const { span, text: replacement } of edits) {
    result += text.slice(position, span.start) + replacement;
    position = span.end;
  }
  return result + text.slice(position);
}

/** The differences per citation group; a single edit if the groups no longer correspond. */
function diffCitationGroups(before: Brief, after: Brief): SpanEdit[] {
  const [oldGroups, newGroups] = [citationGroupsOf(before), citationGroupsOf(after)];
  const edits = oldGroups.flatMap((span, index) => {
    const next = newGroups[index];
    return next ? diffSpan(before.text, span, after.text.slice(next.start, next.end)) : [];
  });
  if (oldGroups.length === newGroups.length && applyEdits(before.text, edits) === after.text) return edits;
  return diffSpan(before.text, { start: 0, end: before.text.length }, after.text);
}

function citationGroupsOf(brief: Brief): Span[] {
  return outermostSpans(recordsOf(brief).map(({ at, value }) => shift(value.group, at)));
}

/** The replacement of a span of `text`, without the prefix and suffix that stay the same. */
function diffSpan(text: string, { start, end }: Span, replacement: string): SpanEdit[] {
  const replaced = text.slice(start, end);
  if (replaced === replacement) return [];
  const { start: commonStart, tail: commonEnd } = commonEnds(replaced, replacement);
  return [
    {
      span: { start: start + commonStart, end: end - commonEnd },
      text: replacement.slice(commonStart, replacement.length - commonEnd),
    },
  ];
}

/** The brief as the house writes it: its text after all automatic fixes. The brief itself, if there are none. */
export function inHouseStyle(
  brief: Brief,
  context: Pick<FixContext, 'uri' | 'scope' | 'workspace' | 'settings'>,
): Brief {
  const edits = formattingEdits(brief, { ...context, ...WITHOUT_REGISTRIES });
  return edits.length === 0 ? brief : readBrief(applyEdits(brief.text, edits), context.uri, brief.known);
}
