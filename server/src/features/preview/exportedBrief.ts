/** An open brief as preview and exporters take it. */

import type { ExportedBrief } from '../../exporters/engine/exporter.ts';
import { readReviewText } from '../../exporters/engine/reviewText.ts';
import { lostSources } from '../../rules/run/lostSources.ts';
import type { Citation } from '../../syntax/ast.ts';
import { findingsOf } from '../diagnostics/diagnostics.ts';
import type { FeatureContext, OpenFile } from '../feature.ts';

export type OpenBriefFile = Extract<OpenFile, { readonly kind: 'brief' }>;

/** The open document with that URI, if it is a brief. */
export function openBrief(uri: string, { open }: FeatureContext): OpenBriefFile | undefined {
  const file = open(uri);
  return file?.kind === 'brief' ? file : undefined;
}

/** The citations whose lost source is reported. */
export function lostSourcesOf(uri: string, { workspace, revisionOf }: FeatureContext): ReadonlySet<Citation> {
  const facts = workspace.factsOf(uri);
  const { scope, checks } = revisionOf(uri);
  return facts ? lostSources(facts, scope, checks) : new Set();
}

/** An open brief for an exporter; `name` is the title of one that has none. */
export function exportedBrief(file: OpenBriefFile, name: string, context: FeatureContext): ExportedBrief {
  const { uri } = file.document;
  const { scope, checks: settings } = context.revisionOf(uri);
  return {
    uri,
    file: uri.slice(uri.lastIndexOf('/') + 1),
    name,
    brief: file.value,
    scope,
    workspace: context.workspace,
    settings,
    lost: lostSourcesOf(uri, context),
    findings: () => findingsOf(file, context),
    review: () => readReviewText(uri, context.read),
  };
}
