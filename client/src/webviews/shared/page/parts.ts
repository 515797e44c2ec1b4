/** The parts of the page in the DOM. Only parts that have changed are rebuilt. */
import type { PreviewPart } from '../../../../../server/src/protocol/previewPart';
import type { LinePosition } from './lines';

export function createParts(page: Element) {
  let currentParts: readonly PreviewPart[] = [];
  const partsByElement = new WeakMap<Element, PreviewPart>();
  let cachedPositions: LinePosition[] | undefined;
  new ResizeObserver(() => {
    cachedPositions = undefined;
  }).observe(page);

  /** The part that contains an element; its lines and offsets are relative to the part. */
  const startOf = (element: Element): { readonly line: number; readonly at: number } =>
    partsByElement.get(element.closest('.part') ?? element) ?? { line: 0, at: 0 };

  function show(parts: readonly PreviewPart[]): void {
    const isSamePart = (a: PreviewPart | undefined, b: PreviewPart | undefined) =>
      a !== undefined && a.html === b?.html;
    let unchangedBefore = 0;
    while (isSamePart(currentParts[unchangedBefore], parts[unchangedBefore])) unchangedBefore++;
    let unchangedAfter = 0;
    const maxUnchangedAfter = Math.min(currentParts.length, parts.length) - unchangedBefore;
    while (
      unchangedAfter < maxUnchangedAfter &&
      isSamePart(currentParts.at(-1 - unchangedAfter), parts.at(-1 - unchangedAfter))
    )
      unchangedAfter++;
    const old = [...page.children].slice(unchangedBefore, currentParts.length - unchangedAfter);
    const next = page.children[currentParts.length - unchangedAfter] ?? null;
    for (const element of old) element.remove();
    for (const { html } of parts.slice(unchangedBefore, parts.length - unchangedAfter)) {
      const element = document.createElement('div');
      element.className = 'part';
      // Safe: the server escapes all text from files, and the content security policy allows only this script.
      element.innerHTML = html;
      page.insertBefore(element, next);
    }
    currentParts = parts;
    for (const [index, element] of [...page.children].entries()) partsByElement.set(element, parts[index]!);
    cachedPositions = undefined;
  }

  /** The positions of lines on the page, from top to bottom. Cached until the page changes size. */
  function lines(): readonly LinePosition[] {
    cachedPositions ??= [...page.querySelectorAll('.part, .part [data-line]')].map((element) => ({
      line: startOf(element).line + Number(element.getAttribute('data-line') ?? 0),
      top: element.getBoundingClientRect().top + window.scrollY,
    }));
    return cachedPositions;
  }

  return { show, startOf, lines };
}
