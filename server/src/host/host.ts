/** A folder whose files are read. */
export interface Root {
  readonly uri: string;
  /** What is excluded, as lines of a `.gitignore` in the folder. */
  readonly exclude: readonly string[];
}

/** The files of the workspace folders, wherever they are stored. */
export interface Host {
  /** The URIs of all briefs and registries in these folders and below, without those that are excluded. */
  list(roots: readonly Root[]): Promise<string[]>;
  /** The text of a file, without a byte order mark; undefined when it cannot be read. */
  read(uri: string): Promise<string | undefined>;
}
