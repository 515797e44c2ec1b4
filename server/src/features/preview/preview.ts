/**
 * The brief as its readers see it: in the preview, as an exported file, and as prose without tags. Rendering and exporters are
 * loaded on first use.
 */

import { loadExporter, loadExportFormats } from '../../exporters/index.ts';
import { encodeBase64 } from '../../protocol/base64.ts';
import type { PreviewRequests } from '../../protocol/preview.ts';
import { inHouseStyle } from '../../rules/run/formatting.ts';
import type { Brief } from '../../syntax/ast.ts';
import { readBrief } from '../../syntax/brief/brief.ts';
import type { Feature, FeatureContext } from '../feature.ts';
import { hoverBrief } from '../hover/hover.ts';
import { runYielding } from '../support/yielding.ts';
import { exportedBrief, lostSourcesOf, openBrief } from './exportedBrief.ts';

export type PreviewFeature<Method extends keyof PreviewRequests> = Feature<
  PreviewRequests[Method]['params'],
  PreviewRequests[Method]['result']
>;

export const previewFeature: PreviewFeature<'briefmark/preview'> = {
  method: 'briefmark/preview',
  capability: () => ({}),
  async answer({ uri, name }, context) {
    const { renderBriefInSteps } = await import('../../render/brief.ts');
    const file = openBrief(uri, context);
    if (!file) return undefined;
    // The document may be edited during the pauses, and then has another version.
    const { version } = file.document;
    const lost = lostSourcesOf(uri, context);
    const steps = renderBriefInSteps(file.value, context.workspace.scopeOf(uri), {
      fallbackTitle: name,
      isGap: (citation) => lost.has(citation),
      internal: true,
      includePositions: true,
    });
    return { version, ...(await runYielding(steps, context.yieldIfDue)) };
  },
};

export const previewCardFeature: PreviewFeature<'briefmark/previewCard'> = {
  method: 'briefmark/previewCard',
  capability: () => ({}),
  answer({ uri, offset }, context) {
    const file = openBrief(uri, context);
    const { checks, isIndexed } = context.revisionOf(uri);
    const card = file && hoverBrief(context.workspace, uri, file.value, offset, { scale: checks.scale, isIndexed });
    return card && { lines: card.lines };
  },
};

export const exportFormatsFeature: PreviewFeature<'briefmark/exportFormats'> = {
  method: 'briefmark/exportFormats',
  capability: () => ({}),
  answer: () => loadExportFormats(),
};

export const exportFeature: PreviewFeature<'briefmark/export'> = {
  method: 'briefmark/export',
  capability: () => ({}),
  async answer({ uri, name, format, internal }, context) {
    const exporter = await loadExporter(format);
    const file = openBrief(uri, context);
    if (!exporter || !file) return undefined;
    const { files, leftOut } = await exporter.write({
      briefs: [exportedBrief(file, name, context)],
      run: (steps) => runYielding(steps, context.yieldIfDue),
      options: { internal: internal === true },
    });
    return { files: files.map(({ suffix, content }) => ({ suffix, content: encodeBase64(content) })), leftOut };
  },
};

export const withoutTagsFeature: PreviewFeature<'briefmark/withoutTags'> = {
  method: 'briefmark/withoutTags',
  capability: () => ({}),
  async answer({ uri, ranges }, context) {
    const { plainProse } = await import('../../render/prose/plainProse.ts');
    const file = openBrief(uri, context);
    if (!file) return undefined;
    const { document, value: brief } = file;
    const scope = context.workspace.scopeOf(uri);
    const parts = ranges.map(({ start, end }) => ({ start: document.offsetAt(start), end: document.offsetAt(end) }));
    const texts = parts.length === 0 ? [plainProse(brief, scope)] : parts.map((part) => plainProse(brief, scope, part));
    return { text: styleProse(texts.join('\n'), brief, uri, context) };
  },
};

/** Prose whose citations have the form that the settings require. */
function styleProse(prose: string, { known }: Brief, uri: string, { workspace, revisionOf }: FeatureContext): string {
  const { scope, checks: settings } = revisionOf(uri);
  return inHouseStyle(readBrief(prose, uri, known), { uri, scope, workspace, settings }).text;
}
