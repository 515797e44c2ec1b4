/** A folder whose files are read. */
export interface Root {
  readonly uri: string;
  /** What is excluded, as lines of a `.gitignore` in the folder. */
  readonly exclude: readonly string[];
}

/** The files of the workspace folders, wherever they are stored. Files are named by their identity (see `identityOf`). */
export interface Host {
  /** The one URI of a file, whichever way it is spelled and through whichever link it is reached. */
  identityOf(uri: string): string;
  /** The URIs of all briefs and registries in these folders and below, without those that are excluded. */
  list(roots: readonly Root[]): Promise<string[]>;
  /** The text of a file, without a byte order mark; undefined when it cannot be read. */
  read(uri: string): Promise<string | undefined>;
}
