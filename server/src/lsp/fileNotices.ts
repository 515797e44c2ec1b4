/** Tells the user, once each, of files that were not read or not as they are stored. */
import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { describeFileNote } from '../host/fileNotes.ts';
import type { FileNote } from '../protocol/fileText.ts';

/** What is found while a folder is being read is told together. */
const DELAY_MS = 500;
/** More files than this are only counted; the log names all. */
const MAX_SHOWN = 3;

export interface FileNotices {
  /** To be called with every note on a file, and without a note when it was read without one. */
  record(uri: string, note: FileNote | undefined): void;
}

/** `nameOf` is how the user knows a file. */
export function createFileNotices(
  connection: Pick<Connection, 'sendNotification' | 'console'>,
  nameOf: (uri: string) => string,
): FileNotices {
  const told = new Map<string, FileNote>();
  let waiting: string[] = [];
  const tell = () => {
    const [shown, rest] = [waiting.slice(0, MAX_SHOWN), waiting.slice(MAX_SHOWN)];
    waiting = [];
    const message = [...shown, ...(rest.length > 0 ? [`(+${rest.length})`] : [])].join(' ');
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  };
  return {
    record(uri, note) {
      if (note === told.get(uri)) return;
      if (note === undefined) return void told.delete(uri);
      told.set(uri, note);
      const message = describeFileNote(nameOf(uri), note);
      connection.console.warn(message);
      if (waiting.length === 0) setTimeout(tell, DELAY_MS);
      waiting.push(message);
    },
  };
}
