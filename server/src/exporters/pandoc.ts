/**
 * A brief for Pandoc and Quarto: citations as keys, and their sources beside it. `pandoc --citeproc NAME.md` renders it.
 * https://pandoc.org/MANUAL.html#citation-syntax
 */

import * as l10n from '@vscode/l10n';
import { stringify } from 'yaml';
import type { Span } from '../base/text/span.ts';
import type { CitedGroup, ProseStyle } from '../render/prose/style.ts';
import type { PageWords } from '../render/words/words.ts';
import type { Brief, Citation, SourceEntry } from '../syntax/ast.ts';
import { briefDateOf, frontMatterOf } from '../syntax/brief/brief.ts';
import { formOf } from '../syntax/citation/forms/index.ts';
import { formatIsoDate } from '../syntax/date/isoDate.ts';
import { type CslItem, toCslItem } from './bibliography/cslItem.ts';
import { usedSources } from './bibliography/usedSources.ts';
import { type Exporter, onlyBrief, textFile } from './engine/exporter.ts';
import { formatNotes, markdownStyle } from './markdown.ts';
import { proseDocument } from './prose/document.ts';
import { escapeMarkdown } from './prose/markdownText.ts';
import { pandocChanges } from './prose/pandocText.ts';

/** What the file with the sources is called behind the name of the brief: no name that Briefmark takes for a registry. */
const SOURCES_SUFFIX = '.references.yaml';

export const pandocExporter: Exporter = {
  id: 'pandoc',
  extension: 'md',
  mediaType: 'text/markdown',
  title: 'Pandoc',
  description: l10n.t('Markdown with citation keys and its sources beside it, for Pandoc and Quarto'),
  isBundle: false,
  async write(input) {
    const { brief, name, scope } = onlyBrief(input);
    const { sources, leftOut } = usedSources(input);
    const document = await proseDocument(input, pandocStyle, (one) =>
      pandocChanges(one, (id) => scope.sources.has(id)),
    );
    const { title, isTitleInText, header, language, prose, words } = document;
    const metadata = {
      ...(!isTitleInText && { title }),
      ...metadataOf(brief),
      ...(header.marking && { marking: header.marking }),
      lang: language,
      bibliography: `${name}${SOURCES_SUFFIX}`,
      // Sources that the text names without a key are listed, too.
      nocite: '@*',
      'link-citations': true,
    };
    const body = [
      prose.text.replace(/^\s*\n|\s+$/g, ''),
      formatNotes(prose.notes),
      // Where citeproc puts the list of sources.
      ...(sources.length > 0 ? [`# ${escapeMarkdown(words.sources)}`, '::: {#refs}\n:::'] : []),
    ];
    const markdown = `---\n${stringify(metadata, { lineWidth: 0 })}---\n\n${body.filter(Boolean).join('\n\n')}\n`;
    return {
      files: [textFile('.md', markdown), textFile(SOURCES_SUFFIX, formatSources(sources.map(toCslItem)))],
      leftOut,
    };
  },
};

function metadataOf(brief: Brief): object {
  const { author, publication } = frontMatterOf(brief) ?? {};
  const date = briefDateOf(brief)?.value;
  return {
    ...(author && { author: author.value }),
    ...(publication && { publication: publication.value }),
    ...(date && { date: formatIsoDate(date) }),
  };
}

/** CSL-YAML, as `--bibliography` reads it. */
function formatSources(items: readonly CslItem[]): string {
  return stringify({ references: items }, { lineWidth: 0 });
}

function pandocStyle(words: PageWords): ProseStyle {
  return { ...markdownStyle(words), keepsBareKeys: true, cite: citeWithKeys };
}

/** `[see @tide-1, p. 3; @quay-2]`; undefined where something would be lost, such as a second date. */
function citeWithKeys({ citations, items, between }: CitedGroup, entries: readonly SourceEntry[]): string | undefined {
  const keys = entries.map(({ id }) => keyOf(id.value));
  const [first = '', last = ''] = [between[0], between.at(-1)];
  const [only] = citations;
  // A tag in running text is a word of its sentence.
  if (first === '' && last === '' && only?.id && only.source) return `${escapeMarkdown(only.source.name)} [${keys[0]}]`;
  const isGroup = /^[([]\s*$/.test(first) && /^\s*\.?\s*[)\]]$/.test(last);
  if (!isGroup || between.slice(1, -1).some((words) => !/^\s*;\s*$/.test(words))) return undefined;
  const written = citations.map((citation, index) => citeItem(citation, items[index]!, keys[index]!));
  return written.every((item) => item !== undefined) ? `[${written.join('; ')}]` : undefined;
}

function citeItem(citation: Citation, words: string, key: string): string | undefined {
  const { id, when, locator, span, source } = citation;
  const name = formOf(citation).idSpan(citation);
  if (!name || (when?.dates.length ?? 0) > 1) return undefined;
  const [start, end] = [name.start - span.start, name.end - span.start];
  const prefix = words.slice(0, start);
  // What a key says behind it is Pandoc's already.
  if (!source) return prefix + key + words.slice(end);
  // A tag ends behind its id.
  const named = { start: name.start, end: id ? Math.max(name.end, id.span.end + 1) : name.end };
  return saysMore(words, span, [named, when?.span, locator?.span])
    ? undefined
    : `${prefix}${key}${locator ? `, ${locator.value}` : ''}`;
}

/** Whether an item has words behind its first part that are in none of its parts. */
function saysMore(words: string, { start: at }: Span, parts: readonly (Span | undefined)[]): boolean {
  let [rest, from] = ['', parts[0]!.start - at];
  for (const part of parts.flatMap((one) => one ?? []).sort((a, b) => a.start - b.start)) {
    rest += words.slice(from, Math.max(from, part.start - at));
    from = Math.max(from, part.end - at);
  }
  return /[\p{L}\p{N}]/u.test(rest + words.slice(from));
}

/** A key as Pandoc reads it: in braces, if it has characters that end others. */
function keyOf(id: string): string {
  return /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[-./](?=[\p{L}\p{N}_]))*$/u.test(id) ? `@${id}` : `@{${id}}`;
}
