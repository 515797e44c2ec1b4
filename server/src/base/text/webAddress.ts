/** The address as a link may carry it; undefined for anything but http and https. */
export function parseWebAddress(text: string): string | undefined {
  try {
    const url = new URL(text);
    return url.protocol === 'https:' || url.protocol === 'http:'
      ? url.href.replace(/[<>\s\\]/g, encodeURIComponent)
      : undefined;
  } catch {
    return undefined;
  }
}
