/** What reference managers leave in Word files, and what such a file becomes. */
import { expect } from 'vitest';
import { docxImporter } from '../../../server/src/importers/docx/docx.ts';
import type { ImportResult } from '../../../server/src/importers/importer.ts';
import { type WordParts, wordFile } from './wordFile.ts';

export async function read(parts: WordParts): Promise<ImportResult> {
  return docxImporter.read(wordFile(parts));
}

/** The text that the file becomes, and what is said about it. */
export async function checkText(parts: WordParts, text: string, problems: readonly string[] = []): Promise<void> {
  const result = await read(parts);
  expect(result.text).toBe(text);
  expect(result.problems.map(({ message }) => message)).toEqual(problems);
}

const harbor = {
  type: 'article-newspaper',
  title: 'Cranes stand still in the north harbor',
  author: [{ family: 'Okafor', given: 'Ada' }],
  'container-title': 'Harbor Tide',
  issued: { 'date-parts': [['2022', 5, '3']] },
  URL: 'https://harbor.example/news/cranes',
  abstract: 'Of no use in a registry.',
};
export const strait = {
  type: 'book',
  title: 'The Narrow Strait',
  author: [{ family: 'Lindqvist', given: 'Per', 'dropping-particle': '', 'parse-names': false }],
  issued: { 'date-parts': [[2019]] },
};
export const zotero = (...items: readonly object[]) =>
  `ADDIN ZOTERO_ITEM CSL_CITATION ${JSON.stringify({ citationItems: items, properties: { noteIndex: 0 } })}`;
export const mendeley = (...items: readonly object[]) =>
  `ADDIN CSL_CITATION ${JSON.stringify({ citationItems: items })}`;
export const harborItem = { uris: ['http://zotero.org/users/1/items/A'], itemData: harbor };
export const straitItem = { uris: ['http://zotero.org/users/1/items/B'], itemData: strait };
