/** The bytes of a file as text. The client needs it too, where only it can read files. */

/** The text of a file, or why there is none; neither when the file is gone. */
export interface FileText {
  readonly text: string | undefined;
  /** What the user has to be told about the file; also of a text that is not stored as UTF-8. */
  readonly note?: FileNote;
}

export type FileNote =
  /** Its text was read, from another encoding than UTF-8. */
  | 'utf-16'
  | 'utf-32'
  /** It is not text, or not in a known encoding. */
  | 'other-encoding'
  | 'office'
  | 'pdf'
  | 'image'
  | 'binary'
  /** It was not opened. */
  | 'too-large'
  | 'no-file'
  | 'link'
  | 'unreadable';

/** Larger files are not read. */
export const MAX_FILE_MB = 64;

const SIGNATURES: readonly (readonly [note: FileNote, ...bytes: number[]])[] = [
  ['office', 0x50, 0x4b, 0x03, 0x04],
  ['office', 0xd0, 0xcf, 0x11, 0xe0],
  ['office', 0x7b, 0x5c, 0x72, 0x74, 0x66],
  ['pdf', 0x25, 0x50, 0x44, 0x46, 0x2d],
  ['image', 0x89, 0x50, 0x4e, 0x47],
  ['image', 0xff, 0xd8, 0xff],
  ['image', 0x47, 0x49, 0x46, 0x38],
];
/** A text may have some that were copied with it; of one in this many units it is none. */
const MIN_UNITS_PER_CONTROL = 100;
/** In UTF-16 without a mark, one unit in this many has to be a space or line break, which tells its byte order. */
const MAX_UNITS_PER_SPACE = 100;
/** Control characters that no text has, and what stands for an invalid byte. */
const suspicious = /\p{Cc}(?<!\s)|\ufffd|^%PDF-|^\{\\rtf/u;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Decodes UTF-8, and UTF-16 and UTF-32 with or without a byte order mark, which is removed. */
export function decodeText(bytes: Uint8Array): FileText {
  const signature = SIGNATURES.find(([, ...first]) => first.every((byte, index) => bytes[index] === byte));
  if (signature) return { text: undefined, note: signature[0] };
  const { text, note } = decodeMarked(bytes) ?? decodeUtf8(bytes) ?? decodeUnmarked(bytes);
  return { text: text === undefined ? text : withLineFeeds(text), ...(note && { note }) };
}

/** The text with line feeds where each line ends with a carriage return alone, as on old Macs; as long as before. */
export function withLineFeeds(text: string): string {
  return text.includes('\n') ? text : text.replaceAll('\r', '\n');
}

/** Whether bytes that were decoded as UTF-8, invalid ones too, are surely a text in UTF-8. Most are, and one look tells. */
export function isSurelyUtf8(text: string): boolean {
  return !suspicious.test(text);
}

/** A text that begins with the byte order mark of UTF-16 or UTF-32. */
function decodeMarked(bytes: Uint8Array): FileText | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return noted(decodeUtf32(bytes.subarray(4), true), 'utf-32');
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return noted(decodeUtf32(bytes.subarray(4), false), 'utf-32');
  if (a === 0xff && b === 0xfe) return noted(decodeUtf16(bytes, 'utf-16le'), 'utf-16');
  if (a === 0xfe && b === 0xff) return noted(decodeUtf16(bytes, 'utf-16be'), 'utf-16');
  return undefined;
}

function decodeUtf8(bytes: Uint8Array): FileText | undefined {
  try {
    const text = utf8.decode(bytes);
    return isText(text) ? { text } : undefined;
  } catch {
    return undefined;
  }
}

function decodeUnmarked(bytes: Uint8Array): FileText {
  for (const isLittleEndian of [true, false]) {
    const text = decodeUtf32(bytes, isLittleEndian);
    if (text !== undefined && isText(text)) return { text, note: 'utf-32' };
  }
  const texts = (['utf-16le', 'utf-16be'] as const).flatMap((encoding) => decodeUtf16(bytes, encoding) ?? []);
  const [best] = texts
    .filter(isText)
    .map((text) => ({ text, spaces: countSpaces(text) }))
    .filter(({ text, spaces }) => spaces * MAX_UNITS_PER_SPACE > text.length)
    .sort((one, other) => other.spaces - one.spaces);
  if (best) return { text: best.text, note: 'utf-16' };
  return { text: undefined, note: bytes.includes(0) ? 'binary' : 'other-encoding' };
}

function noted(text: string | undefined, note: FileNote): FileText {
  return text === undefined ? { text, note: 'binary' } : { text, note };
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeUtf32(bytes: Uint8Array, isLittleEndian: boolean): string | undefined {
  if (bytes.length === 0 || bytes.length % 4 !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 4) {
    const code = view.getUint32(at, isLittleEndian);
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
    parts.push(String.fromCodePoint(code));
  }
  return parts.join('');
}

function isText(text: string): boolean {
  let controls = 0;
  for (let at = 0; at < text.length; at++) if (isControl(text.charCodeAt(at))) controls++;
  return controls * MIN_UNITS_PER_CONTROL <= text.length;
}

/** Whether it is a control character that no text has: line breaks, tabs, form feeds and the escape of terminals may be in one. */
function isControl(code: number): boolean {
  return code < 0x09 || (code > 0x0d && code < 0x20 && code !== 0x1b);
}

function countSpaces(text: string): number {
  let spaces = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x20 || code === 0x0a || (code >= 0x3000 && code <= 0x3002)) spaces++;
  }
  return spaces;
}
