/**
 * The brief as it is read: beside the editor, in a file of its own, and as prose without tags. What renders is loaded when
 * it is first asked for.
 */

import type { PreviewRequests } from '../../protocol/preview.ts';
import { stripTags } from '../../syntax/brief/brief.ts';
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

export const exportFeature: PreviewFeature<'briefmark/export'> = {
  method: 'briefmark/export',
  capability: () => ({}),
  async answer({ uri, name }, context) {
    const [{ renderBrief }, { toDocument }] = await Promise.all([
      import('../../render/brief.ts'),
      import('../../render/document.ts'),
    ]);
    const file = openBrief(uri, context);
    return (
      file && { html: toDocument(renderBrief(file.value, context.workspace.scopeOf(uri), { fallbackTitle: name })) }
    );
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
