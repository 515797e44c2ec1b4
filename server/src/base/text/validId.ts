const validId = /^[\p{L}\p{M}\p{N}._/-]+$/u;

/** Whether `id` may name an entity or a source: letters and digits of any script, `.`, `_`, `-`, `/`. */
export function isValidId(id: string): boolean {
  return validId.test(id);
}
