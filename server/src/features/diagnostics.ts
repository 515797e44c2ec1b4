import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import { checkBrief, checkRegistry } from '../rules/check.ts';
import type { Finding, Severity } from '../rules/rule.ts';
import { type Feature, type FeatureContext, type OpenFile, toRange } from './feature.ts';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The findings of an open document. */
export function findingsOf(
  { document, ...file }: OpenFile,
  { workspace, checksFor, isIndexed }: FeatureContext,
): Finding[] {
  const { uri } = document;
  const scope = workspace.scopeOf(uri);
  const settings = checksFor(uri);
  if (file.kind === 'brief') return checkBrief(uri, file.value, scope, settings);
  const isCited = (id: string) =>
    isIndexed() ? workspace.occurrences('source', id).some(({ role }) => role !== 'definition') : undefined;
  return checkRegistry(uri, file.value, scope, settings, isCited);
}

/** The findings of an open document as the editor shows them. */
export function diagnosticsOf(file: OpenFile, context: FeatureContext): Diagnostic[] {
  return findingsOf(file, context).map((finding) => toDiagnostic(finding, file, context));
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
  answer({ textDocument }, context) {
    const file = context.open(textDocument.uri);
    return file && { kind: DocumentDiagnosticReportKind.Full, items: diagnosticsOf(file, context) };
  },
  empty: { kind: DocumentDiagnosticReportKind.Full, items: [] },
};
