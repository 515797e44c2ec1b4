/** A brief as Markdown for any tool: no tags, no keys, no front matter; notes as footnotes, and the list of sources. */

import * as l10n from '@vscode/l10n';
import type { ProseStyle } from '../render/prose/style.ts';
import type { PageWords } from '../render/words/words.ts';
import { type Exporter, textFile } from './engine/exporter.ts';
import { type ProseDocument, proseDocument } from './prose/document.ts';
import { escapeMarkdown, escapeWithLinks, markdownChanges } from './prose/markdownText.ts';

export const markdownExporter: Exporter = {
  id: 'markdown',
  extension: 'md',
  mediaType: 'text/markdown',
  title: 'Markdown',
  description: l10n.t('The prose for any Markdown tool, with footnotes and the list of sources'),
  isBundle: false,
  async write(input) {
    const document = await proseDocument(input, markdownStyle, markdownChanges);
    return { files: [textFile('.md', formatMarkdown(document))], leftOut: [] };
  },
};

/** Prose that keeps the marks of Markdown. */
export function markdownStyle(words: PageWords): ProseStyle {
  return {
    isMarkdown: true,
    numbered: 'all',
    marker: (labels) => labels.map((label) => `[^${label}]`).join(''),
    escape: escapeMarkdown,
    lost: `**\\[${escapeMarkdown(words.sourceMissing)}\\]**`,
    keepsBareKeys: false,
  };
}

function formatMarkdown({ title, isTitleInText, header, prose, sources, words }: ProseDocument): string {
  const { facts, marking } = header;
  const label = marking && `**${escapeMarkdown(marking)}**`;
  const list = sources && [
    `## ${escapeMarkdown(words.sources)}`,
    escapeMarkdown(
      [sources.tally, ...(sources.missing.length > 0 ? [`${words.missing} ${sources.missing.join('; ')}.`] : [])].join(
        ' ',
      ),
    ),
    sources.items.map((item, index) => `${index + 1}. ${escapeWithLinks(item)}`).join('\n'),
  ];
  const parts = [
    isTitleInText ? '' : `# ${escapeMarkdown(title)}`,
    escapeMarkdown(facts.join(' · ')),
    label,
    prose.text.replace(/^\s*\n|\s+$/g, ''),
    ...(list ?? []),
    label,
    formatNotes(prose.notes),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** The definitions of footnotes. */
export function formatNotes(notes: ProseDocument['prose']['notes']): string {
  return notes.map(({ number, text }) => `[^${number}]: ${text}`).join('\n');
}
