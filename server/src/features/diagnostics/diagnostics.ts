/**
 * What is wrong with an open document, as the editor shows it. After most keystrokes that is the same at the same
 * places, and then nothing is sent.
 */

import * as l10n from '@vscode/l10n';
import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import type { Position, TextDocument } from 'vscode-languageserver-textdocument';
import { createMemo } from '../../base/memo/memory.ts';
import { runSync, type Steps } from '../../base/memo/steps.ts';
import type { Edit, Span } from '../../base/text/span.ts';
import type { Finding } from '../../rules/engine/rule.ts';
import type { CheckSettings, Severity } from '../../rules/engine/settings.ts';
import { SEVERITIES } from '../../rules/engine/settings.ts';
import { checkBriefInSteps, checkRegistryInSteps } from '../../rules/run/runRules.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Brief } from '../../syntax/ast.ts';

import { type Feature, type FeatureContext, type OpenFile, toRange } from '../feature.ts';
import { runYielding } from '../support/yielding.ts';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** VS Code shows no more of a file, and every keystroke that moves them sends all of them. One of them says what is left out. */
export const MAX_DIAGNOSTICS = 1_000;

/** What a client has been told of a document. */
export interface PublishedDiagnostics {
  /** Of two answers that say the same, and only of those, it is the same. */
  readonly resultId: string;
  readonly diagnostics: readonly Diagnostic[];
}

interface PublishedState extends PublishedDiagnostics {
  /** Those that are shown. */
  readonly findings: readonly Finding[];
  /** How many there are with those that are not. */
  readonly total: number;
  /** The part of the text that has been edited since: what the editor shows there may have been squeezed or torn. */
  readonly editedSpan: Span | undefined;
}

interface CachedFindings {
  readonly scope: Scope;
  readonly settings: CheckSettings;
  readonly findings: readonly Finding[];
}

/** Cursors move without edits, and every move asks what can be mended. */
const findingsCache = createMemo<Brief, CachedFindings>();
const lastPublished = new WeakMap<TextDocument, PublishedState>();
/** Never the same twice: a document that is opened again must not be taken for what it was. */
let lastResultId = 0;

/** The findings of an open document. */
export function findingsOf(file: OpenFile, context: FeatureContext): readonly Finding[] {
  return runSync(findingsInSteps(file, context));
}

function* findingsInSteps(file: OpenFile, context: FeatureContext): Steps<readonly Finding[]> {
  const { workspace, checkSettingsFor, isIndexed } = context;
  const { uri } = file.document;
  const scope = workspace.scopeOf(uri);
  const settings = checkSettingsFor(uri);
  if (file.kind === 'brief') {
    const cached = findingsCache.get(file.value);
    if (cached?.scope === scope && cached.settings === settings) return cached.findings;
    const findings = yield* checkBriefInSteps(uri, file.value, scope, settings);
    findingsCache.set(file.value, { scope, settings, findings });
    return findings;
  }
  const isCited = (id: string) => (isIndexed() ? workspace.isCited(id) : undefined);
  return yield* checkRegistryInSteps(uri, file.value, scope, settings, isCited);
}

/** Has to be told of every edit of a document; `edit` counts in the text before it. */
export function recordEdit(document: TextDocument, edit: Edit): void {
  const published = lastPublished.get(document);
  if (!published) return;
  const { start, end } = published.editedSpan ?? edit;
  const delta = edit.newLength - (edit.end - edit.start);
  const editedSpan = { start: Math.min(start, edit.start), end: Math.max(end, edit.end) + delta };
  lastPublished.set(document, { ...published, editedSpan });
}

/** What the client is told of an open document, found in turns; nothing of one that is closed by then. */
export async function diagnosticsOf(uri: string, context: FeatureContext): Promise<PublishedDiagnostics | undefined> {
  const file = context.open(uri);
  if (!file) return undefined;
  const [scope, settings] = [context.workspace.scopeOf(uri), context.checkSettingsFor(uri)];
  const findings = await runYielding(findingsInSteps(file, context), context.yieldIfDue);
  const current = context.open(uri);
  if (!current) return undefined;
  const isSame =
    current === file && context.workspace.scopeOf(uri) === scope && context.checkSettingsFor(uri) === settings;
  // Most of what was found before an edit holds after it, and is remembered.
  return publish(current, isSame ? findings : findingsOf(current, context), context);
}

/** The findings of a document as the editor shows them, and whether that is what it shows already. */
export function publish(file: OpenFile, all: readonly Finding[], context: FeatureContext): PublishedDiagnostics {
  const { document } = file;
  const previous = lastPublished.get(document);
  const findings = mostSevere(all);
  let hasChanged = findings.length !== previous?.findings.length || all.length !== previous.total;
  const diagnostics = findings.map((finding, index) => {
    const [previousDiagnostic, previousFinding] = [previous?.diagnostics[index], previous?.findings[index]];
    const isReusable = previousDiagnostic && previousFinding && isSameDiagnostic(previousFinding, finding);
    const diagnostic = isReusable
      ? moveToSpan(previousDiagnostic, finding.span, document)
      : toDiagnostic(finding, file, context);
    const isUnchanged =
      diagnostic === previousDiagnostic || (finding.related && isSameData(diagnostic, previousDiagnostic));
    hasChanged ||= !isUnchanged || (previous?.editedSpan !== undefined && touches(previous.editedSpan, finding.span));
    return diagnostic;
  });
  if (findings.length < all.length) diagnostics.push(truncationNotice(all.length - findings.length));
  const resultId = previous && !hasChanged ? previous.resultId : String(++lastResultId);
  const published = { resultId, diagnostics, findings, total: all.length, editedSpan: undefined };
  lastPublished.set(document, published);
  return published;
}

/** The findings that are shown, in order of place: of more than `MOST_DIAGNOSTICS` the worst, of those the first. */
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

/** Whether two findings are shown alike, but for the place. What is related may have moved in another file: then nobody knows. */
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

/** Whether that is the position of an offset: quicker to say than what its position is. */
function isPositionOf(position: Position, offset: number, document: TextDocument): boolean {
  const start = document.offsetAt({ line: position.line, character: 0 });
  return start + position.character === offset && document.offsetAt(position) === offset;
}

/** A finding of an open document as the editor shows it. */
export function toDiagnostic(
  { span, code, severity, message, related, unnecessary, data }: Finding,
  { document }: OpenFile,
  context: FeatureContext,
): Diagnostic {
  const href = context.ruleUrl(code);
  return {
    range: toRange(document, span),
    severity: SEVERITY[severity],
    source: 'Briefmark',
    code,
    message,
    ...(href && { codeDescription: { href } }),
    ...(related && {
      relatedInformation: related.map((place) => ({
        location: { uri: place.uri, range: context.rangeIn(place.uri, place.span) },
        message: place.message,
      })),
    }),
    ...(unnecessary && { tags: [DiagnosticTag.Unnecessary] }),
    ...(data && { data }),
  };
}

export const diagnosticsFeature: Feature<DocumentDiagnosticParams, DocumentDiagnosticReport> = {
  method: 'textDocument/diagnostic',
  capability: (client) =>
    client.textDocument?.diagnostic
      ? { diagnosticProvider: { identifier: 'briefmark', interFileDependencies: true, workspaceDiagnostics: false } }
      : {},
  async answer({ textDocument, previousResultId }, context) {
    const published = await diagnosticsOf(textDocument.uri, context);
    if (!published) return undefined;
    const { resultId, diagnostics } = published;
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...diagnostics] };
  },
  empty: { kind: DocumentDiagnosticReportKind.Full, items: [] },
};
