/** Format Document: corrects the form of citations and nothing else. Saving does the same (`codeActions.ts`). */

import type {
  ClientCapabilities,
  DocumentFormattingParams,
  DocumentRangeFormattingParams,
  TextEdit,
} from 'vscode-languageserver';
import { commonEnds } from '../../base/memo/commonEnds.ts';
import { outermostSpans, type Span, shift } from '../../base/text/span.ts';
import type { Change } from '../../edits/change.ts';
import type { FixContext } from '../../rules/engine/rule.ts';
import { safeFixOf } from '../../rules/run/fixes.ts';
import { checkBrief } from '../../rules/run/runRules.ts';
import type { Brief } from '../../syntax/ast.ts';
import { readBrief } from '../../syntax/brief/brief.ts';
import { recordsOf } from '../../syntax/brief/records.ts';
import { type Feature, type FeatureContext, toRange } from '../feature.ts';
import { noRegistryTargets } from '../support/registryTargets.ts';

/** One fix may enable another: a citation is corrected first, then moved. The limit prevents endless rounds. */
const MAX_ROUNDS = 5;

type SpanEdit = Omit<Change, 'uri'>;

/** All automatic fixes of a brief, as edits that do not overlap or touch. */
export function formattingEdits(brief: Brief, context: Omit<FixContext, 'brief' | 'text'>): SpanEdit[] {
  let formatted = brief;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const edits = safeEdits(formatted, context);
    if (edits.length === 0) break;
    formatted = readBrief(applyEdits(formatted.text, edits), context.uri);
  }
  return formatted === brief ? [] : diffCitationGroups(brief, formatted);
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

function applyEdits(text: string, edits: readonly SpanEdit[]): string {
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

/** The edits of an open brief, or those that touch `range`. Registries are not formatted. */
function formatBrief(uri: string, context: FeatureContext, range?: DocumentRangeFormattingParams['range']) {
  const file = context.open(uri);
  if (file?.kind !== 'brief') return undefined;
  const { document, value } = file;
  const { scope, checks } = context.revisionOf(uri);
  const edits = formattingEdits(value, {
    uri,
    version: document.version,
    scope,
    workspace: context.workspace,
    settings: checks,
    ...noRegistryTargets(context),
  });
  const start = range ? document.offsetAt(range.start) : 0;
  const end = range ? document.offsetAt(range.end) : document.getText().length;
  return edits
    .filter(({ span }) => span.start <= end && start <= span.end)
    .map(({ span, text }): TextEdit => ({ range: toRange(document, span), newText: text }));
}

/**
 * Clients with dynamic registration are told that the formatter is for briefs, so that they do not offer it for YAML.
 */
const BRIEF_REGISTRATION = { documentSelector: [{ language: 'brief' }] };

function supportsDynamicRegistration(client: ClientCapabilities, method: 'formatting' | 'rangeFormatting'): boolean {
  return client.textDocument?.[method]?.dynamicRegistration === true;
}

export const formattingFeature: Feature<DocumentFormattingParams, TextEdit[]> = {
  method: 'textDocument/formatting',
  capability: (client) =>
    supportsDynamicRegistration(client, 'formatting') ? {} : { documentFormattingProvider: true },
  registration: (client) => (supportsDynamicRegistration(client, 'formatting') ? BRIEF_REGISTRATION : undefined),
  answer: ({ textDocument: { uri } }, context) => formatBrief(uri, context),
};

export const rangeFormattingFeature: Feature<DocumentRangeFormattingParams, TextEdit[]> = {
  method: 'textDocument/rangeFormatting',
  capability: (client) =>
    supportsDynamicRegistration(client, 'rangeFormatting') ? {} : { documentRangeFormattingProvider: true },
  registration: (client) => (supportsDynamicRegistration(client, 'rangeFormatting') ? BRIEF_REGISTRATION : undefined),
  answer: ({ textDocument: { uri }, range }, context) => formatBrief(uri, context, range),
};
