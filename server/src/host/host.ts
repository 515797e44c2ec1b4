/** The world outside: the files of the workspace folders, wherever they are kept. */
export interface Host {
  /** URIs of all briefs and registries in these folders, except what `exclude` (`.gitignore` patterns) leaves out. */
  list(folders: readonly string[], exclude: readonly string[]): Promise<string[]>;
  /** The text of a file, without a byte order mark; undefined when it cannot be read. */
  read(uri: string): Promise<string | undefined>;
}
