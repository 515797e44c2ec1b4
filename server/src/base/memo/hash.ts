/** The FNV-1a hash of the UTF-16 code units of a text, never 0. Different texts may have the same hash. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash || 1;
}
