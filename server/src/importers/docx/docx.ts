/** Word files as briefs. */

import * as l10n from '@vscode/l10n';
import type { Importer } from '../importer.ts';

/** The first bytes of an OLE container: a .doc, or a .docx that a password encrypts. */
const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const webPage = /^\s*(?:<!doctype html|<\?xml[^<]*<(?:!doctype )?html|<[a-z][a-z0-9]*[\s>])/i;

export const docxImporter: Importer = {
  id: 'docx',
  extensions: ['docx'],
  async read(bytes) {
    if (OLE_SIGNATURE.every((byte, at) => bytes[at] === byte)) {
      const message = l10n.t(
        'The file is encrypted or in the old format .doc. Open it in Word, save it as .docx without a password and import that.',
      );
      return { problems: [{ message }] };
    }
    if (webPage.test(new TextDecoder().decode(bytes.subarray(0, 512)))) {
      const message = l10n.t(
        'The file is a web page with the name of a Word file. Rename it to end in .html and import that.',
      );
      return { problems: [{ message }] };
    }
    const { readDocx } = await import('./read.ts');
    return readDocx(bytes);
  },
};
