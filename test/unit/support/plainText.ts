/** Snapshots show strings as they are: without quotation marks around them, and without escapes. */
export default {
  test: (value: unknown) => typeof value === 'string',
  serialize: (value: string) => value,
};
