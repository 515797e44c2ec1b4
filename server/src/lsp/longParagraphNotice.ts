import * as l10n from '@vscode/l10n';
import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { fileName } from '../edits/registry/targetRegistry.ts';
import type { OpenFile } from '../features/feature.ts';
import { MAX_PARAGRAPH_LENGTH } from '../rules/run/runRules.ts';
import { chunksOf, perChunk } from '../syntax/brief/chunks.ts';

/** Says once of an open brief what of it is not looked at. */
export interface LongParagraphNotice {
  notifyOnce(file: OpenFile): void;
  /** The document is closed: when it is opened again, it is said again. */
  reset(uri: string): void;
}

const hasLongParagraph = perChunk(({ chunk }) => chunk.blocks.some(({ length }) => length > MAX_PARAGRAPH_LENGTH));

export function createLongParagraphNotice(connection: Connection): LongParagraphNotice {
  const notifiedUris = new Set<string>();
  return {
    notifyOnce({ document: { uri }, ...file }) {
      if (file.kind !== 'brief' || notifiedUris.has(uri)) return;
      if (!chunksOf(file.value).some((part) => hasLongParagraph(part))) return;
      notifiedUris.add(uri);
      const message = l10n.t(
        '{0} has a paragraph of more than {1} characters. Its citations and tags are checked, its names and wording are not. Break it into paragraphs to have all of it checked.',
        fileName(uri),
        MAX_PARAGRAPH_LENGTH,
      );
      // No request: there is nothing to choose.
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
    },
    reset: (uri) => void notifiedUris.delete(uri),
  };
}
