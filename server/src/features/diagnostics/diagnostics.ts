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
import { createMemory } from '../../base/memo/memory.ts';
import { atOnce, type Steps } from '../../base/memo/steps.ts';
import type { Edit, Span } from '../../base/text/span.ts';
import type { Finding } from '../../rules/engine/rule.ts';
import type { CheckSettings, Severity } from '../../rules/engine/settings.ts';
import { SEVERITIES } from '../../rules/engine/settings.ts';
import { checkBriefInSteps, checkRegistryInSteps } from '../../rules/run/runRules.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Brief } from '../../syntax/ast.ts';

import { type Feature, type FeatureContext, type OpenFile, toRange } from '../feature.ts';
import { inTurns } from '../support/yielding.ts';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** VS Code shows no more of a file, and every keystroke that moves them sends all of them. One of them says what is left out. */
export const MOST_DIAGNOSTICS = 1_000;

/** What a client has been told of a document. */
export interface Told {
  /** Of two answers that say the same, and only of those, it is the same. */
  readonly resultId: string;
  readonly diagnostics: readonly Diagnostic[];
}

interface Answer extends Told {
  /** Those that are shown. */
  readonly findings: readonly Finding[];
  /** How many there are with those that are not. */
  readonly total: number;
  /** The part of the text that has been edited since: what the editor shows there may have been squeezed or torn. */
  readonly edited: Span | undefined;
}

interface Checked {
  readonly scope: Scope;
  readonly settings: CheckSettings;
  readonly findings: readonly Finding[];
}

/** Cursors move without edits, and every move asks what can be mended. */
const checkedBriefs = createMemory<Brief, Checked>();
const lastAnswers = new WeakMap<TextDocument, Answer>();
/** Never the same twice: a document that is opened again must not be taken for what it was. */
let answers = 0;

/** The findings of an open document. */
export function findingsOf(file: OpenFile, context: FeatureContext): readonly Finding[] {
  return atOnce(findingsInSteps(file, context));
}

function* findingsInSteps(file: OpenFile, context: FeatureContext): Steps<readonly Finding[]> {
  const { workspace, checksFor, isIndexed } = context;
  const { uri } = file.document;
  const scope = workspace.scopeOf(uri);
  const settings = checksFor(uri);
  if (file.kind === 'brief') {
    const before = checkedBriefs.get(file.value);
    if (before?.scope === scope && before.settings === settings) return before.findings;
    const findings = yield* checkBriefInSteps(uri, file.value, scope, settings);
    checkedBriefs.set(file.value, { scope, settings, findings });
    return findings;
  }
  const isCited = (id: string) => (isIndexed() ? workspace.isCited(id) : undefined);
  return yield* checkRegistryInSteps(uri, file.value, scope, settings, isCited);
}

/** Has to be told of every edit of a document; `edit` counts in the text before it. */
export function noteEdit(document: TextDocument, edit: Edit): void {
  const before = lastAnswers.get(document);
  if (!before) return;
  const { start, end } = before.edited ?? edit;
  const moved = edit.length - (edit.end - edit.start);
  const edited = { start: Math.min(start, edit.start), end: Math.max(end, edit.end) + moved };
  lastAnswers.set(document, { ...before, edited });
}

/** What the client is told of an open document, found in turns; nothing of one that is closed by then. */
export async function diagnosticsOf(uri: string, context: FeatureContext): Promise<Told | undefined> {
  const file = context.open(uri);
  if (!file) return undefined;
  const [scope, settings] = [context.workspace.scopeOf(uri), context.checksFor(uri)];
  const findings = await inTurns(findingsInSteps(file, context), context.giveWay);
  const now = context.open(uri);
  if (!now) return undefined;
  const isSame = now === file && context.workspace.scopeOf(uri) === scope && context.checksFor(uri) === settings;
  // Most of what was found before an edit holds after it, and is remembered.
  return toldOf(now, isSame ? findings : findingsOf(now, context), context);
}

/** The findings of a document as the editor shows them, and whether that is what it shows already. */
export function toldOf(file: OpenFile, all: readonly Finding[], context: FeatureContext): Told {
  const { document } = file;
  const before = lastAnswers.get(document);
  const findings = worstOf(all);
  let isNews = findings.length !== before?.findings.length || all.length !== before.total;
  const diagnostics = findings.map((finding, index) => {
    const [known, old] = [before?.diagnostics[index], before?.findings[index]];
    const canStay = known && old && saysTheSame(old, finding);
    const diagnostic = canStay ? atSpan(known, finding.span, document) : toDiagnostic(finding, file, context);
    const isShown = diagnostic === known || (finding.related && sameData(diagnostic, known));
    isNews ||= !isShown || (before?.edited !== undefined && touch(before.edited, finding.span));
    return diagnostic;
  });
  if (findings.length < all.length) diagnostics.push(noteOf(all.length - findings.length));
  const resultId = before && !isNews ? before.resultId : String(++answers);
  const answer = { resultId, diagnostics, findings, total: all.length, edited: undefined };
  lastAnswers.set(document, answer);
  return answer;
}

/** The findings that are shown, in order of place: of more than `MOST_DIAGNOSTICS` the worst, of those the first. */
function worstOf(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MOST_DIAGNOSTICS) return findings;
  const shown = new Set<Finding>();
  for (const severity of SEVERITIES) {
    for (const finding of findings) {
      if (shown.size === MOST_DIAGNOSTICS - 1) return [...shown].sort((a, b) => a.span.start - b.span.start);
      if (finding.severity === severity) shown.add(finding);
    }
  }
  return findings;
}

function noteOf(left: number): Diagnostic {
  const top = { line: 0, character: 0 };
  return {
    range: { start: top, end: top },
    severity: DiagnosticSeverity.Information,
    source: 'Briefmark',
    message: l10n.t('{0} more findings are not shown, only the {1} most serious.', left, MOST_DIAGNOSTICS - 1),
  };
}

/** Whether two findings are shown alike, but for the place. What is related may have moved in another file: then nobody knows. */
function saysTheSame(a: Finding, b: Finding): boolean {
  if (a === b) return !a.related;
  return (
    a.code === b.code &&
    a.severity === b.severity &&
    a.message === b.message &&
    a.unnecessary === b.unnecessary &&
    sameData(a.data, b.data) &&
    !a.related &&
    !b.related
  );
}

function sameData(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function touch(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** The diagnostic at a span: the same object if it is there already. */
function atSpan(diagnostic: Diagnostic, span: Span, document: TextDocument): Diagnostic {
  const { start, end } = diagnostic.range;
  const isThere = isAt(start, span.start, document) && isAt(end, span.end, document);
  return isThere ? diagnostic : { ...diagnostic, range: toRange(document, span) };
}

/** Whether that is the position of an offset: quicker to say than what its position is. */
function isAt(position: Position, offset: number, document: TextDocument): boolean {
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
    const told = await diagnosticsOf(textDocument.uri, context);
    if (!told) return undefined;
    const { resultId, diagnostics } = told;
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...diagnostics] };
  },
  empty: { kind: DocumentDiagnosticReportKind.Full, items: [] },
};
