import * as l10n from '@vscode/l10n';
import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { fileName } from '../edits/registry/targetRegistry.ts';
import type { OpenFile } from '../features/feature.ts';
import { LONGEST_PARAGRAPH } from '../rules/run/runRules.ts';
import { chunksOf, perChunk } from '../syntax/brief/chunks.ts';

/** Says once of an open brief what of it is not looked at. */
export interface Notices {
  look(file: OpenFile): void;
  /** The document is closed: when it is opened again, it is said again. */
  forget(uri: string): void;
}

const hasLongParagraph = perChunk(({ chunk }) => chunk.blocks.some(({ length }) => length > LONGEST_PARAGRAPH));

export function createNotices(connection: Connection): Notices {
  const told = new Set<string>();
  return {
    look({ document: { uri }, ...file }) {
      if (file.kind !== 'brief' || told.has(uri)) return;
      if (!chunksOf(file.value).some((part) => hasLongParagraph(part))) return;
      told.add(uri);
      const message = l10n.t(
        '{0} has a paragraph of more than {1} characters. Its citations and tags are checked, its names and wording are not. Break it into paragraphs to have all of it checked.',
        fileName(uri),
        LONGEST_PARAGRAPH,
      );
      // No request: there is nothing to choose.
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
    },
    forget: (uri) => void told.delete(uri),
  };
}
