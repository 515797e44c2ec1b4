/** A brief as a Word file: headings, lists, links, real footnotes, the sources in a table, the marking in header and footer. */

import * as l10n from '@vscode/l10n';
import type { ProseStyle } from '../render/prose/style.ts';
import type { PageWords } from '../render/words/words.ts';
import { footnoteMark } from './docx/footnoteMark.ts';
import type { Exporter } from './engine/exporter.ts';
import { markdownStyle } from './markdown.ts';
import { proseDocument } from './prose/document.ts';
import { markdownChanges } from './prose/markdownText.ts';

export const docxExporter: Exporter = {
  id: 'docx',
  extension: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  title: 'Word',
  description: l10n.t(
    'A document with real footnotes, headings, a table of sources, and the marking in header and footer',
  ),
  isBundle: false,
  async write(input) {
    const { writeDocument } = await import('./docx/document.ts');
    const wordStyle = (words: PageWords): ProseStyle => ({
      ...markdownStyle(words),
      marker: (labels) => labels.map(footnoteMark).join(''),
    });
    const document = await proseDocument(input, wordStyle, markdownChanges);
    return { files: [{ suffix: '.docx', content: await writeDocument(document) }], leftOut: [] };
  },
};
