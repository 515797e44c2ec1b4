/** Bytes in JSON messages: base64 as in RFC 4648, section 4 (https://www.rfc-editor.org/rfc/rfc4648#section-4). */

/** The number of arguments that every engine accepts in one call. */
const CHUNK_SIZE = 8_192;

/** The bytes as base64. */
export function encodeBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += CHUNK_SIZE)
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK_SIZE));
  return btoa(binary);
}

/** The bytes that `encodeBase64` encoded; throws on any other text. */
export function decodeBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}
