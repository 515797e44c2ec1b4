import type { CslFields } from '../model/reference.ts';

/** A reference to write: its id, and its fields as in CSL-JSON or CSL-YAML. */
export interface WrittenReference {
  readonly id: string;
  readonly fields: CslFields;
}

/** Writes references as one text. */
export type WriteReferences = (references: readonly WrittenReference[]) => string;

/** The text of a field; empty if it has none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

/** The names of a field, as CSL-JSON has them; a name that is a text is taken as a whole. */
export function namesOf(value: unknown): Readonly<Record<string, string>>[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.flatMap((name): Readonly<Record<string, string>>[] => {
    if (typeof name === 'string') return name.trim() === '' ? [] : [{ literal: name.trim() }];
    if (typeof name !== 'object' || name === null) return [];
    const parts = Object.entries(name).filter((entry): entry is [string, string] => textOf(entry[1]) !== '');
    const { name: whole, ...others } = Object.fromEntries(parts.map(([key, text]) => [key, textOf(text)]));
    return parts.length === 0 ? [] : [whole === undefined ? others : { literal: whole, ...others }];
  });
}
