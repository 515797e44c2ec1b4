/** Keys for references that have none. */

import type { CslFields } from './reference.ts';

/** The first author and the year (`okafor-2021`), or words of the title: the same for the same fields. */
export function proposeKey(fields: CslFields): string {
  const [author] = [fields.author, fields.editor].find((names) => Array.isArray(names)) ?? [];
  const name = asText(author?.family) ?? asText(author?.literal) ?? asText(fields['container-title']);
  const year = /\d{4}/.exec(JSON.stringify(fields.issued ?? ''))?.[0];
  const title = slug(asText(fields.title) ?? '')
    .split('-')
    .slice(0, year ? 1 : 3)
    .join('-');
  const parts = [slug(name ?? ''), year ?? title].filter((part) => part !== '' && part !== undefined);
  return parts.join('-') || slug(asText(fields.DOI) ?? '') || 'source';
}

function slug(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘'`]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

function asText(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return text || undefined;
}
