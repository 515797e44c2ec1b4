/** A brief as one HTML page that needs no other file and runs no scripts. */

import * as l10n from '@vscode/l10n';
import { renderBriefInSteps } from '../render/brief.ts';
import { toDocument } from '../render/document.ts';
import { type Exporter, onlyBrief, textFile } from './engine/exporter.ts';

export const htmlExporter: Exporter = {
  id: 'html',
  extension: 'html',
  mediaType: 'text/html',
  title: 'HTML',
  description: l10n.t('A page to print or send, with marked names, numbered citations and the list of sources'),
  isBundle: false,
  async write(input) {
    const { title, internal = false } = input.options;
    const { name, brief, scope, lost } = onlyBrief(input);
    const steps = renderBriefInSteps(brief, scope, {
      fallbackTitle: name,
      ...(title !== undefined && { title }),
      isGap: (citation) => lost.has(citation),
      internal,
    });
    return { files: [textFile('.html', toDocument(await input.run(steps)))], leftOut: [] };
  },
};
