/**
 * The brief as its readers see it: in the preview, as an exported file, and as prose without tags. Rendering and exporters are
 * loaded on first use.
 */

import { loadExporter, loadExportFormats } from '../../exporters/index.ts';
import { encodeBase64 } from '../../protocol/base64.ts';
import type { PreviewRequests } from '../../protocol/preview.ts';
import { stripTags } from '../../syntax/brief/brief.ts';
import { findingsOf } from '../diagnostics/diagnostics.ts';
import type { Feature, FeatureContext } from '../feature.ts';
import { hoverBrief } from '../hover/hover.ts';

type PreviewFeature<Method extends keyof PreviewRequests> = Feature<
  PreviewRequests[Method]['params'],
  PreviewRequests[Method]['result']
>;

function openBrief(uri: string, { open }: FeatureContext) {
  const file = open(uri);
  return file?.kind === 'brief' ? file : undefined;
}

export const previewFeature: PreviewFeature<'briefmark/preview'> = {
  method: 'briefmark/preview',
  capability: () => ({}),
  async answer({ uri, name }, context) {
    const { renderBrief } = await import('../../render/brief.ts');
    const file = openBrief(uri, context);
    if (!file) return undefined;
    const rendered = renderBrief(file.value, context.workspace.scopeOf(uri), {
      fallbackTitle: name,
      includePositions: true,
    });
    return { version: file.document.version, ...rendered };
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
  async answer({ uri, name, format }, context) {
    const exporter = await loadExporter(format);
    const file = openBrief(uri, context);
    if (!exporter || !file) return undefined;
    const content = await exporter.write({
      briefs: [{ uri, name, brief: file.value }],
      workspace: context.workspace,
      findings: () => findingsOf(file, context),
      options: {},
    });
    return { content: encodeBase64(content) };
  },
};

export const withoutTagsFeature: PreviewFeature<'briefmark/withoutTags'> = {
  method: 'briefmark/withoutTags',
  capability: () => ({}),
  answer({ uri, ranges }, context) {
    const file = openBrief(uri, context);
    if (!file) return undefined;
    const { document, value: brief } = file;
    if (ranges.length === 0) return { text: stripTags(brief) };
    const texts = ranges.map(({ start, end }) =>
      stripTags(brief, { start: document.offsetAt(start), end: document.offsetAt(end) }),
    );
    return { text: texts.join('\n') };
  },
};
