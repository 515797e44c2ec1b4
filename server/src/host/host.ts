/** A folder whose files are read. */
export interface Root {
  /** Its URI. */
  readonly uri: string;
  /** What is left out, as lines of a `.gitignore` that stands in it. */
  readonly exclude: readonly string[];
}

/** The world outside: the files of the workspace folders, wherever they are kept. */
export interface Host {
  /** URIs of all briefs and registries in these folders, except what they leave out. */
  list(roots: readonly Root[]): Promise<string[]>;
  /** The text of a file, without a byte order mark; undefined when it cannot be read. */
  read(uri: string): Promise<string | undefined>;
}
