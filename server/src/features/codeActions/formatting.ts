/** Format Document: corrects the form of citations and nothing else. Saving does the same (`codeActions.ts`). */

import type {
  ClientCapabilities,
  DocumentFormattingParams,
  DocumentRangeFormattingParams,
  TextEdit,
} from 'vscode-languageserver';
import { formattingEdits } from '../../rules/run/formatting.ts';
import { type Feature, type FeatureContext, toRange } from '../feature.ts';
import { noRegistryTargets } from '../support/registryTargets.ts';

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
