/** The parts of the page in the document: of a new page only those are made anew that differ. */
import type { PreviewPart } from '../../../../../server/src/protocol/previewPart';
import type { LinePosition } from './lines';

export function createParts(page: Element) {
  let currentParts: readonly PreviewPart[] = [];
  const partsByElement = new WeakMap<Element, PreviewPart>();
  let cachedPositions: LinePosition[] | undefined;
  new ResizeObserver(() => {
    cachedPositions = undefined;
  }).observe(page);

  /** The part an element is in: the zero of its lines and offsets. */
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
      // The server has escaped all that comes from files, and the policy of the page runs no script but this one.
      element.innerHTML = html;
      page.insertBefore(element, next);
    }
    currentParts = parts;
    for (const [index, element] of [...page.children].entries()) partsByElement.set(element, parts[index]!);
    cachedPositions = undefined;
  }

  /** Where lines of the file stand on the page, from top to bottom. */
  function lines(): readonly LinePosition[] {
    cachedPositions ??= [...page.querySelectorAll('.part, .part [data-line]')].map((element) => ({
      line: startOf(element).line + Number(element.getAttribute('data-line') ?? 0),
      top: element.getBoundingClientRect().top + window.scrollY,
    }));
    return cachedPositions;
  }

  return { show, startOf, lines };
}
