/**
 * The last diagnostics and semantic tokens sent for each open document, so that the next response is short: `unchanged`, or a
 * delta. No other responses depend on earlier ones.
 */
import {
  CancellationToken,
  type ClientCapabilities,
  type Connection,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type SemanticTokens,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
  type SemanticTokensParams,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit, Span } from '../base/text/span.ts';
import { currentFindings, type ShownDiagnostics, updateDiagnostics } from '../features/diagnostics/diagnostics.ts';
import type { Feature, FeatureContext, OpenFile } from '../features/feature.ts';
import { diffTokens, encodeOpenBrief, tokenCapability } from '../features/semanticTokens/tokenEncoding.ts';
import { withCancellation } from '../features/support/cancel.ts';

import type { CheckedFile } from './checker.ts';

import { canRegisterIncludes } from './includes.ts';
import type { ErrorPolicy } from './requests.ts';
import type { Schedule } from './scheduler.ts';
import type { DocumentPulls } from './workspacePull.ts';

export interface Publisher {
  /** Pulled diagnostics and semantic tokens: the requests whose answers depend on earlier ones. */
  readonly requests: readonly Feature[];
  /** Call it for every edit of an open document; the offsets of `edit` refer to the text before it. */
  recordEdit(document: TextDocument, edit: Edit): void;
  /** Sends the diagnostics of an open document soon, if they have changed, to a client that does not pull them. */
  push(file: OpenFile): void;
  /** The diagnostics of an open document, with the id that the next pull is compared with; undefined when it is not open. */
  checkOpen(uri: string, request: FeatureContext): Promise<CheckedFile | undefined>;
  /** Tells such a client that a closed document has no diagnostics. */
  documentClosed(file: OpenFile): void;
}

interface PublishedDiagnostics {
  /** The same for two answers if and only if the client shows the same for both. */
  readonly resultId: string;
  readonly shown: ShownDiagnostics;
  /** The part of the text that has been edited since, in offsets of the current text. */
  readonly editedSpan: Span | undefined;
}

interface PublishedTokens {
  readonly resultId: string;
  readonly data: Int32Array;
}

const DIAGNOSTIC_OPTIONS = { identifier: 'briefmark', interFileDependencies: true, workspaceDiagnostics: true };

function registersDiagnostics(client: ClientCapabilities): boolean {
  return canRegisterIncludes(client) && client.textDocument?.diagnostic?.dynamicRegistration === true;
}

export interface PublisherOptions {
  readonly connection: Pick<Connection, 'sendDiagnostics'>;
  readonly context: FeatureContext;
  readonly errors: ErrorPolicy;
  readonly schedule: Schedule;
  /** Told of what is pulled. */
  readonly pulls: DocumentPulls;
}

export function createPublisher({ connection, context, errors, schedule, pulls }: PublisherOptions): Publisher {
  const diagnostics = new WeakMap<TextDocument, PublishedDiagnostics>();
  const tokens = new WeakMap<TextDocument, PublishedTokens>();
  /** The `resultId` of the diagnostics that were pushed last. */
  const pushedIds = new WeakMap<TextDocument, string>();
  const isPulling = context.client.textDocument?.diagnostic !== undefined;
  // Never reused: a document that is opened again must not be mistaken for what it was.
  let resultCount = 0;
  const nextResultId = () => String(++resultCount);

  /** The diagnostics of an open document; undefined when it is not open, or is closed before they are complete. */
  const publishDiagnostics = async (
    uri: string,
    request: FeatureContext,
  ): Promise<PublishedDiagnostics | undefined> => {
    const current = await currentFindings(uri, request);
    if (!current) return undefined;
    const { file, findings } = current;
    const last = diagnostics.get(file.document);
    const shown = updateDiagnostics(file, findings, request, last?.shown, last?.editedSpan);
    const resultId = shown === last?.shown ? last.resultId : nextResultId();
    const published = { resultId, shown, editedSpan: undefined };
    diagnostics.set(file.document, published);
    return published;
  };

  const publishTokens = (document: TextDocument, data: Int32Array): string => {
    const resultId = nextResultId();
    tokens.set(document, { resultId, data });
    return resultId;
  };

  const diagnosticsRequest: Feature<DocumentDiagnosticParams, DocumentDiagnosticReport> = {
    method: 'textDocument/diagnostic',
    capability: ({ textDocument }) =>
      textDocument?.diagnostic && !registersDiagnostics({ textDocument })
        ? { diagnosticProvider: DIAGNOSTIC_OPTIONS }
        : {},
    // Of two registrations, the client would show the diagnostics of a file twice.
    registration: (client) => (registersDiagnostics(client) ? DIAGNOSTIC_OPTIONS : undefined),
    async answer({ textDocument, previousResultId }, request) {
      const { uri } = textDocument;
      let published: PublishedDiagnostics | undefined;
      pulls.begun(uri);
      try {
        published = await publishDiagnostics(uri, request);
      } finally {
        pulls.ended(uri, published?.resultId);
      }
      if (!published) return undefined;
      const { resultId, shown } = published;
      if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...shown.diagnostics] };
    },
    empty: { kind: DocumentDiagnosticReportKind.Full, items: [] },
  };

  const fullTokensRequest: Feature<SemanticTokensParams, SemanticTokens> = {
    method: 'textDocument/semanticTokens/full',
    capability: tokenCapability,
    answer({ textDocument }, request) {
      const encoded = encodeOpenBrief(textDocument.uri, request);
      return encoded && { resultId: publishTokens(encoded.document, encoded.data), data: [...encoded.data] };
    },
  };

  const tokenDeltaRequest: Feature<SemanticTokensDeltaParams, SemanticTokens | SemanticTokensDelta> = {
    method: 'textDocument/semanticTokens/full/delta',
    capability: tokenCapability,
    answer({ textDocument, previousResultId }, request) {
      const encoded = encodeOpenBrief(textDocument.uri, request);
      if (!encoded) return undefined;
      const { document, data } = encoded;
      const last = tokens.get(document);
      const resultId = publishTokens(document, data);
      if (last?.resultId !== previousResultId) return { resultId, data: [...data] };
      return { resultId, edits: diffTokens(last.data, data) };
    },
  };

  return {
    requests: [diagnosticsRequest, fullTokensRequest, tokenDeltaRequest],
    recordEdit(document, edit) {
      const last = diagnostics.get(document);
      if (!last) return;
      const { start, end } = last.editedSpan ?? edit;
      const delta = edit.newLength - (edit.end - edit.start);
      const editedSpan = { start: Math.min(start, edit.start), end: Math.max(end, edit.end) + delta };
      diagnostics.set(document, { ...last, editedSpan });
    },
    async checkOpen(uri, request) {
      const published = await publishDiagnostics(uri, request);
      const document = context.open(uri)?.document;
      if (!published || !document) return undefined;
      return { resultId: published.resultId, diagnostics: published.shown.diagnostics, version: document.version };
    },
    push({ document: { uri } }) {
      if (isPulling) return;
      schedule(uri, async () => {
        const request = withCancellation(context, CancellationToken.None);
        const published = await errors.safely('diagnostics', undefined, () => publishDiagnostics(uri, request));
        const document = context.open(uri)?.document;
        if (!published || !document || pushedIds.get(document) === published.resultId) return;
        pushedIds.set(document, published.resultId);
        const { version } = document;
        void connection.sendDiagnostics({ uri, version, diagnostics: [...published.shown.diagnostics] });
      });
    },
    documentClosed({ document: { uri } }) {
      if (!isPulling) void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
  };
}
