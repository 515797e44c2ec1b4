/** Behind the dash of a new entry: the whole entry, with places to fill in in the order in which one knows them. */

import * as l10n from '@vscode/l10n';
import { BUILT_IN_TYPES } from '../../syntax/ast.ts';
import type { YamlCursor } from '../cursor/yamlCursor.ts';
import { lineStartAt } from '../cursor/yamlLines.ts';
import type { CompletionContext, Offer } from './offer.ts';
import { CSL_TYPES } from './yamlValues.ts';

/** A place of a snippet: https://code.visualstudio.com/docs/editing/userdefinedsnippets#_snippet-syntax */
const place = (number: number, example: string) => `\${${number}:${example}}`;
const choice = (number: number, values: readonly string[]) => `\${${number}|${values.join(',')}|}`;

/** The fields of an entry as a snippet: its number says when a place is filled in, the id at the end. */
const SNIPPETS = {
  entities: {
    label: l10n.t('New entity'),
    lines: (types: readonly string[]) => [
      `id: ${place(3, 'short-name')}`,
      `type: ${choice(2, types)}`,
      `name: ${place(1, 'Full Name')}`,
    ],
  },
  sources: {
    label: l10n.t('New source'),
    lines: () => [
      `id: ${place(6, 'outlet-date')}`,
      `type: ${choice(
        5,
        CSL_TYPES.map(([type]) => type),
      )}`,
      `title: ${place(2, 'Title')}`,
      `container-title: ${place(1, 'Outlet')}`,
      `issued: ${place(3, 'YYYY-MM-DD')}`,
      `URL: ${place(4, 'https://')}`,
    ],
  },
} as const;

/** The offer of a whole entry, where nothing of it is there yet. The editor indents its lines like the line of the cursor. */
export function entryOffer(cursor: YamlCursor, { text, workspace, uri }: CompletionContext): Offer | undefined {
  const { section, path, existingKeys, typed } = cursor;
  if ((section !== 'entities' && section !== 'sources') || path.length > 0 || existingKeys.size > 0) return undefined;
  const line = text.slice(lineStartAt(text, typed.start), typed.start);
  if (/[{[]/.test(line)) return undefined;
  const { label, lines } = SNIPPETS[section];
  const indentation = ' '.repeat(line.trimStart().length + cursor.leadingSpace.length);
  const types = [...BUILT_IN_TYPES, ...workspace.scopeOf(uri).types.keys()];
  const written = lines(types).join(`\n${indentation}`);
  return {
    kind: 'entry',
    label,
    detail: l10n.t('with its fields'),
    text: cursor.leadingSpace + written,
    names: [label, 'id'],
    isSnippet: true,
  };
}
