/** By the file that names bibliographies and the path as it is written there, why one is not read. */
export type UnreadBibliographies = ReadonlyMap<string, ReadonlyMap<string, UnreadReason>>;

export type UnreadReason = 'missing' | 'outside' | 'unknown-format' | 'unreadable' | 'too-large' | 'remote';

export const NONE_UNREAD: UnreadBibliographies = new Map();

/** Whether two say the same. */
export function isSameUnread(a: UnreadBibliographies, b: UnreadBibliographies): boolean {
  return a === b || formatUnread(a) === formatUnread(b);
}

function formatUnread(unread: UnreadBibliographies): string {
  return JSON.stringify([...unread].map(([uri, paths]) => [uri, ...paths]));
}
