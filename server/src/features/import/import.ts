/** Foreign files as briefs, and what was copied elsewhere as part of one. The importers are loaded on first use. */

import { decodeBase64 } from '../../protocol/base64.ts';
import type { ImportRequests } from '../../protocol/import.ts';
import type { Feature } from '../feature.ts';

type ImportFeature<Method extends keyof ImportRequests> = Feature<
  ImportRequests[Method]['params'],
  ImportRequests[Method]['result']
>;

export const importFeature: ImportFeature<'briefmark/import'> = {
  method: 'briefmark/import',
  capability: () => ({}),
  async answer({ name, content }) {
    const { importFile } = await import('../../importers/file/importFile.ts');
    return importFile(name, decodeBase64(content));
  },
};

export const pasteFeature: ImportFeature<'briefmark/paste'> = {
  method: 'briefmark/paste',
  capability: () => ({}),
  async answer({ uri, html, text, replaced }, context) {
    const { pastedForms } = await import('./paste.ts');
    return { forms: await pastedForms({ uri, html, text, replaced }, context) };
  },
};
