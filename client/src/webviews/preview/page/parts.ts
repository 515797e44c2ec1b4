/** The parts of the page in the document: of a new page only those are made anew that differ. */
import type { Part } from '../../../../../server/src/protocol/previewPart';
import type { LinePlace } from './lines';

export function createParts(page: Element) {
  let shown: readonly Part[] = [];
  const starts = new WeakMap<Element, Part>();
  let places: LinePlace[] | undefined;
  new ResizeObserver(() => {
    places = undefined;
  }).observe(page);

  /** The part an element is in: the zero of its lines and offsets. */
  const startOf = (element: Element): { readonly line: number; readonly at: number } =>
    starts.get(element.closest('.part') ?? element) ?? { line: 0, at: 0 };

  function show(parts: readonly Part[]): void {
    const same = (a: Part | undefined, b: Part | undefined) => a !== undefined && a.html === b?.html;
    let before = 0;
    while (same(shown[before], parts[before])) before++;
    let after = 0;
    const most = Math.min(shown.length, parts.length) - before;
    while (after < most && same(shown.at(-1 - after), parts.at(-1 - after))) after++;
    const old = [...page.children].slice(before, shown.length - after);
    const next = page.children[shown.length - after] ?? null;
    for (const element of old) element.remove();
    for (const { html } of parts.slice(before, parts.length - after)) {
      const element = document.createElement('div');
      element.className = 'part';
      // The server has escaped all that comes from files, and the policy of the page runs no script but this one.
      element.innerHTML = html;
      page.insertBefore(element, next);
    }
    shown = parts;
    for (const [index, element] of [...page.children].entries()) starts.set(element, parts[index]!);
    places = undefined;
  }

  /** Where lines of the file stand on the page, from top to bottom. */
  function lines(): readonly LinePlace[] {
    places ??= [...page.querySelectorAll('.part, .part [data-line]')].map((element) => ({
      line: startOf(element).line + Number(element.getAttribute('data-line') ?? 0),
      top: element.getBoundingClientRect().top + window.scrollY,
    }));
    return places;
  }

  return { show, startOf, lines };
}
