/** A brief as one HTML page that needs no other file and runs no scripts. */

import { renderBrief } from '../render/brief.ts';
import { toDocument } from '../render/document.ts';
import type { Exporter } from './exporter.ts';

export const htmlExporter: Exporter = {
  id: 'html',
  extension: 'html',
  mediaType: 'text/html',
  title: 'HTML',
  async write({ briefs, workspace, options: { title } }) {
    const [only, ...others] = briefs;
    if (!only || others.length > 0) throw new RangeError(`An HTML page holds one brief, not ${briefs.length}.`);
    const { uri, name, brief } = only;
    const scope = workspace.scopeOf(uri);
    const page = renderBrief(brief, scope, { fallbackTitle: name, ...(title !== undefined && { title }) });
    return new TextEncoder().encode(toDocument(page));
  },
};
