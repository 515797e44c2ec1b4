/** A store outside the workspace that keeps the index from one start to the next. */
export interface IndexStore {
  /** A short digest of a text. */
  digest(text: string): string;
  /** The value stored under a name by this build; undefined when there is none, or when it is damaged. */
  get(name: string): Promise<unknown>;
  /** Stores plain data under a name. Of several processes that do so at the same time one wins; data is never mixed. */
  put(name: string, value: unknown): Promise<void>;
}
