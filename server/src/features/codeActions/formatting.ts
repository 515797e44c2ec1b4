/** Format Document: the form of citations put right, and nothing else. Saving does the same (`codeActions.ts`). */

import type {
  ClientCapabilities,
  DocumentFormattingParams,
  DocumentRangeFormattingParams,
  TextEdit,
} from 'vscode-languageserver';
import { sharedEnds } from '../../base/memo/commonEnds.ts';
import { outermost, type Span, shift } from '../../base/text/span.ts';
import type { Change } from '../../edits/change.ts';
import type { FixContext } from '../../rules/engine/rule.ts';
import { safeFixOf } from '../../rules/run/fixes.ts';
import { checkBrief } from '../../rules/run/runRules.ts';
import type { Brief } from '../../syntax/ast.ts';
import { readBrief } from '../../syntax/brief/brief.ts';
import { type Feature, type FeatureContext, toRange } from '../feature.ts';
import { noHomes } from '../support/registryTargets.ts';

/** Mending one thing may bring out another: a citation is mended, then moved. */
const MOST_ROUNDS = 5;

type Edit = Omit<Change, 'uri'>;

/** All that may be put right unasked in the brief, as edits that do not touch each other. */
export function formEdits(brief: Brief, context: Omit<FixContext, 'brief' | 'text'>): Edit[] {
  let after = brief;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = safeEdits(after, context);
    if (edits.length === 0) break;
    after = readBrief(apply(after.text, edits));
  }
  return after === brief ? [] : differences(brief, after);
}

/** The preferred fixes of one reading; of two that overlap the first. */
function safeEdits(brief: Brief, context: Omit<FixContext, 'brief' | 'text'>): Edit[] {
  const { uri, scope, settings } = context;
  const edits: Edit[] = [];
  for (const finding of checkBrief(uri, brief, scope, settings)) {
    const changes = safeFixOf(finding, { ...context, brief, text: brief.text })?.changes ?? [];
    const own = changes.flatMap((change) => ('span' in change && change.uri === uri ? change : []));
    if (own.length < changes.length || own.some(({ span }) => edits.some((edit) => overlap(edit.span, span)))) continue;
    edits.push(...own);
  }
  return edits.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function apply(text: string, edits: readonly Edit[]): string {
  let after = '';
  let at = 0;
  for (const { span, text: words } of edits) {
    after += text.slice(at, span.start) + words;
    at = span.end;
  }
  return after + text.slice(at);
}

/** What has changed, citation group by citation group; as one edit where the groups are not the same ones any more. */
function differences(before: Brief, after: Brief): Edit[] {
  const [old, now] = [groupsOf(before), groupsOf(after)];
  const edits = old.flatMap((span, index) => {
    const next = now[index];
    return next ? difference(before.text, span, after.text.slice(next.start, next.end)) : [];
  });
  if (old.length === now.length && apply(before.text, edits) === after.text) return edits;
  return difference(before.text, { start: 0, end: before.text.length }, after.text);
}

function groupsOf({ blocks, starts }: Brief): Span[] {
  return blocks.flatMap(({ citations }, index) =>
    outermost(citations.map(({ group }) => group)).map((group) => shift(group, starts[index]!)),
  );
}

/** The replacement of `span` by `words`, without what is the same at both ends. */
function difference(text: string, { start, end }: Span, words: string): Edit[] {
  const old = text.slice(start, end);
  if (old === words) return [];
  const { start: head, tail } = sharedEnds(old, words);
  return [{ span: { start: start + head, end: end - tail }, text: words.slice(head, words.length - tail) }];
}

/** The edits of an open brief, those at a place when one is given. Registries are their owners' business. */
function answer(uri: string, context: FeatureContext, range?: DocumentRangeFormattingParams['range']) {
  const file = context.open(uri);
  if (file?.kind !== 'brief') return undefined;
  const { document, value } = file;
  const { workspace, checksFor } = context;
  const edits = formEdits(value, {
    uri,
    version: document.version,
    scope: workspace.scopeOf(uri),
    workspace,
    settings: checksFor(uri),
    ...noHomes(context),
  });
  const start = range ? document.offsetAt(range.start) : 0;
  const end = range ? document.offsetAt(range.end) : document.getText().length;
  return edits
    .filter(({ span }) => span.start <= end && start <= span.end)
    .map(({ span, text }): TextEdit => ({ range: toRange(document, span), newText: text }));
}

/** A client that can be told for which files a formatter is must not take this one for a formatter of YAML. */
const ONLY_BRIEFS = { documentSelector: [{ language: 'brief' }] };

function registers(client: ClientCapabilities, method: 'formatting' | 'rangeFormatting'): boolean {
  return client.textDocument?.[method]?.dynamicRegistration === true;
}

export const formattingFeature: Feature<DocumentFormattingParams, TextEdit[]> = {
  method: 'textDocument/formatting',
  capability: (client) => (registers(client, 'formatting') ? {} : { documentFormattingProvider: true }),
  registration: (client) => (registers(client, 'formatting') ? ONLY_BRIEFS : undefined),
  answer: ({ textDocument: { uri } }, context) => answer(uri, context),
};

export const rangeFormattingFeature: Feature<DocumentRangeFormattingParams, TextEdit[]> = {
  method: 'textDocument/rangeFormatting',
  capability: (client) => (registers(client, 'rangeFormatting') ? {} : { documentRangeFormattingProvider: true }),
  registration: (client) => (registers(client, 'rangeFormatting') ? ONLY_BRIEFS : undefined),
  answer: ({ textDocument: { uri }, range }, context) => answer(uri, context, range),
};
