import type { FileNote, FileText } from '../protocol/fileText.ts';

/** A folder whose files are read. */
export interface Root {
  readonly uri: string;
  /** What is excluded, as lines of a `.gitignore` in the folder. */
  readonly exclude: readonly string[];
  /** Text files that are briefs although their names do not say so, as globs of paths below the folder. */
  readonly include: readonly string[];
  /** Only the registries directly in the folder are read: it is that of a brief that was opened by itself. */
  readonly isShallow?: boolean;
}

/** What was found in folders. */
export interface FileList {
  /** Sorted, each once. */
  readonly uris: readonly string[];
  /** What was left out and could have been meant. */
  readonly passedOver: readonly FileProblem[];
}

/** What the user has to be told of a file or folder. */
export interface FileProblem {
  readonly uri: string;
  readonly note: FileNote;
}

/** The files of the workspace folders, wherever they are stored. Files are named by their identity (see `identityOf`). */
export interface Host {
  /** The one URI of a file, whichever way it is spelled and through whichever link it is reached. */
  identityOf(uri: string): string;
  /** The URI of the home folder of the user; undefined where there is none. */
  readonly home?: string;
  /** A string that changes whenever the file does; undefined when there is none, e.g. for a file that cannot be read. */
  stampOf(uri: string): string | undefined;
  /**
   * The folders whose registries apply to a file that is opened without a folder, the nearest first: its own, and those above
   * up to one with a `.git`.
   */
  foldersFor(uri: string): string[];
  /** All briefs and registries in these folders and below, by name or included, without those that are excluded. */
  list(roots: readonly Root[]): Promise<FileList>;
  /** The text of a file, if it is a regular file and not a link. Never rejects. */
  read(uri: string): Promise<FileText>;
}
