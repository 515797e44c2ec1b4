/**
 * What the rules find in a file, as diagnostics. After most keystrokes they are the same in the same positions;
 * `updateDiagnostics` tells, so that nothing has to be sent. What was sent last is kept in `lsp/publisher.ts`.
 */

import * as l10n from '@vscode/l10n';
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import { type Position, type Range, TextDocument } from 'vscode-languageserver-textdocument';
import { createMemo } from '../../base/memo/memory.ts';
import { runSync, type Steps } from '../../base/memo/steps.ts';
import type { Span } from '../../base/text/span.ts';
import { isConfigName } from '../../protocol/fileNames.ts';
import { readConfig } from '../../rules/config/config.ts';
import type { Finding } from '../../rules/engine/rule.ts';
import type { Severity } from '../../rules/engine/settings.ts';
import { SEVERITIES } from '../../rules/engine/settings.ts';
import { checkBriefInSteps, checkRegistryInSteps } from '../../rules/run/runRules.ts';
import { knownNamesOf } from '../../scope/knownNames.ts';
import type { Brief } from '../../syntax/ast.ts';
import { readBrief } from '../../syntax/brief/brief.ts';
import type { ParsedFile } from '../cursor/symbolAt.ts';
import { type FeatureContext, type OpenFile, toRange } from '../feature.ts';
import type { Revision } from '../revision.ts';
import { runYielding } from '../support/yielding.ts';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** VS Code shows no more per file, and all are sent again whenever one moves. The last one says how many are left out. */
export const MAX_DIAGNOSTICS = 1_000;

/** A memo, because the client requests fixes whenever the cursor moves, without an edit. */
const findingsMemo = createMemo<Brief, { readonly revision: Revision; readonly findings: readonly Finding[] }>();

/** The findings of an open document. */
export function findingsOf(file: OpenFile, context: FeatureContext): readonly Finding[] {
  return runSync(findingsInSteps(file.document.uri, file, context));
}

/** The findings of an open document, for the text it has when they are complete. */
export interface CurrentFindings {
  readonly file: OpenFile;
  readonly findings: readonly Finding[];
}

/** The same, yielding to other requests; undefined when the document is not open, or is closed meanwhile. */
export async function currentFindings(uri: string, context: FeatureContext): Promise<CurrentFindings | undefined> {
  const [before, revision] = [context.open(uri), context.revisionOf(uri)];
  if (!before) return undefined;
  const findings = await runYielding(findingsInSteps(uri, before, context), context.yieldIfDue);
  const file = context.open(uri);
  if (!file) return undefined;
  if (file === before && context.revisionOf(uri) === revision) return { file, findings };
  // Without yielding again, because most findings from before the edit are memoized.
  return { file, findings: findingsOf(file, context) };
}

/** The findings of a file that is not open, and its diagnostics. */
export interface ClosedFindings {
  readonly findings: readonly Finding[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What the rules find in a file of the workspace that is not open, yielding to other requests. `text` is what the file holds;
 * of a registry, whose value is kept, it is not looked at.
 */
export async function closedFindings(uri: string, text: string, context: FeatureContext): Promise<ClosedFindings> {
  const registry = context.workspace.registries.get(uri);
  const document = registry ? undefined : TextDocument.create(uri, '', 0, text);
  const rangeOf = (span: Span) => (document ? toRange(document, span) : context.rangeIn(uri, span));
  const file: ParsedFile = registry
    ? { kind: 'registry', value: registry }
    : isConfigName(uri)
      ? { kind: 'registry', value: readConfig(text).registry }
      : { kind: 'brief', value: readBrief(text, uri, knownNamesOf(context.workspace.scopeOf(uri))) };
  const findings = await runYielding(findingsInSteps(uri, file, context), context.yieldIfDue);
  const shown = mostSevere(findings);
  const diagnostics = shown.map((finding) => toDiagnostic(finding, rangeOf, context));
  if (shown.length < findings.length) diagnostics.push(truncationNotice(findings.length - shown.length));
  return { findings, diagnostics };
}

function* findingsInSteps(uri: string, file: ParsedFile, context: FeatureContext): Steps<readonly Finding[]> {
  const revision = context.revisionOf(uri);
  const { scope, checks, isIndexed } = revision;
  if (file.kind === 'brief') {
    const memoized = findingsMemo.get(file.value);
    if (memoized?.revision === revision) return memoized.findings;
    const findings = yield* checkBriefInSteps(uri, file.value, scope, checks);
    findingsMemo.set(file.value, { revision, findings });
    return findings;
  }
  // Not memoized: whether an entry is cited depends on the texts of all briefs.
  const isCited = (id: string) => (isIndexed && context.isInFolder(uri) ? context.workspace.isCited(id) : undefined);
  return yield* checkRegistryInSteps(uri, file.value, scope, checks, isCited);
}

/** The diagnostics of a document, and the findings they were made of. */
export interface ShownDiagnostics {
  readonly diagnostics: readonly Diagnostic[];
  /** The findings that are shown, in order of position; `diagnostics` may end with one more, about those left out. */
  readonly findings: readonly Finding[];
  /** The number of all findings. */
  readonly total: number;
}

/**
 * The diagnostics for the findings of a document. `previous` are those that the client shows, and `editedSpan` is the part of
 * the text edited since then, in offsets of the current text: an editor may have squeezed or torn what it shows there.
 * Returns `previous` itself when the client shows the right diagnostics already; otherwise unchanged ones are the same objects.
 */
export function updateDiagnostics(
  file: OpenFile,
  all: readonly Finding[],
  context: FeatureContext,
  previous?: ShownDiagnostics,
  editedSpan?: Span,
): ShownDiagnostics {
  const { document } = file;
  const findings = mostSevere(all);
  let hasChanged = findings.length !== previous?.findings.length || all.length !== previous.total;
  const diagnostics = findings.map((finding, index) => {
    const [previousDiagnostic, previousFinding] = [previous?.diagnostics[index], previous?.findings[index]];
    const isReusable = previousDiagnostic && previousFinding && isSameDiagnostic(previousFinding, finding);
    const diagnostic = isReusable
      ? moveToSpan(previousDiagnostic, finding.span, document)
      : toDiagnostic(finding, (span) => toRange(document, span), context);
    const isUnchanged =
      diagnostic === previousDiagnostic || (finding.related && isSameData(diagnostic, previousDiagnostic));
    hasChanged ||= !isUnchanged || (editedSpan !== undefined && touches(editedSpan, finding.span));
    return diagnostic;
  });
  if (previous && !hasChanged) return previous;
  if (findings.length < all.length) diagnostics.push(truncationNotice(all.length - findings.length));
  return { diagnostics, findings, total: all.length };
}

/** The findings that are shown, in order of position: of more than `MAX_DIAGNOSTICS` the most severe, the first of those. */
function mostSevere(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MAX_DIAGNOSTICS) return findings;
  const selected = new Set<Finding>();
  for (const severity of SEVERITIES) {
    for (const finding of findings) {
      if (selected.size === MAX_DIAGNOSTICS - 1) return [...selected].sort((a, b) => a.span.start - b.span.start);
      if (finding.severity === severity) selected.add(finding);
    }
  }
  return findings;
}

function truncationNotice(omitted: number): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Information,
    source: 'Briefmark',
    message: l10n.t('{0} more findings are not shown, only the {1} most serious.', omitted, MAX_DIAGNOSTICS - 1),
  };
}

/**
 * Whether two findings are shown alike, apart from their position. Findings with related locations never are: these may have
 * moved in another file.
 */
function isSameDiagnostic(a: Finding, b: Finding): boolean {
  if (a === b) return !a.related;
  return (
    a.code === b.code &&
    a.severity === b.severity &&
    a.message === b.message &&
    a.unnecessary === b.unnecessary &&
    isSameData(a.data, b.data) &&
    !a.related &&
    !b.related
  );
}

function isSameData(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** The diagnostic at a span: the same object if it is there already. */
function moveToSpan(diagnostic: Diagnostic, span: Span, document: TextDocument): Diagnostic {
  const { start, end } = diagnostic.range;
  const isInPlace = isPositionOf(start, span.start, document) && isPositionOf(end, span.end, document);
  return isInPlace ? diagnostic : { ...diagnostic, range: toRange(document, span) };
}

/** Whether `position` is the position of an offset: faster than `positionAt`, which searches for the line. */
function isPositionOf(position: Position, offset: number, document: TextDocument): boolean {
  const start = document.offsetAt({ line: position.line, character: 0 });
  return start + position.character === offset && document.offsetAt(position) === offset;
}

/** A finding as a diagnostic; `rangeOf` knows the lines of its file. */
export function toDiagnostic(
  { span, code, severity, message, related, unnecessary, data }: Finding,
  rangeOf: (span: Span) => Range,
  context: FeatureContext,
): Diagnostic {
  const href = context.ruleUrl(code);
  return {
    range: rangeOf(span),
    severity: SEVERITY[severity],
    source: 'Briefmark',
    code,
    message,
    ...(href && { codeDescription: { href } }),
    ...(related && {
      relatedInformation: related.map((location) => ({
        location: { uri: location.uri, range: context.rangeIn(location.uri, location.span) },
        message: location.message,
      })),
    }),
    ...(unnecessary && { tags: [DiagnosticTag.Unnecessary] }),
    ...(data && { data }),
  };
}
