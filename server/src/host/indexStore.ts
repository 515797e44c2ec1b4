/** A place outside the workspace for what was found out about its files, so that it need not be found out again. */
export interface IndexStore {
  /** Something about a file that changes whenever the file does; undefined when nothing can be said. */
  fileStamp(uri: string): string | undefined;
  /** A short text that differs when the text differs. */
  digest(text: string): string;
  /** What was kept under a name by this version of the program; undefined when there is nothing, or it is damaged. */
  get(name: string): Promise<unknown>;
  /** Keeps plain data under a name. Others may do the same at the same time: one of them wins, whole. */
  put(name: string, value: unknown): Promise<void>;
}
