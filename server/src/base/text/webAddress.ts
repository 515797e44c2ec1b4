/** The address in a form that is safe in links; undefined for anything but http and https. */
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

/** The web address of a Wikidata item, such as `Q207`. */
export function wikidataUrl(item: string): string {
  return `https://www.wikidata.org/wiki/${encodeURIComponent(item)}`;
}
