/** The hover card of a mention or citation, shown on pointer hover and keyboard focus. Escape hides it. */

import type { CardLine } from '../../../../../server/src/protocol/card';

const SHOW_DELAY_MS = 200;
/** Leaves time to move the pointer into the card. */
const HIDE_DELAY_MS = 250;
const GAP = 6;

export function createCard(card: HTMLElement, requestCard: (element: Element) => void) {
  /** What the card belongs to, and what it will belong to after the delay. */
  let anchor: Element | undefined;
  let next: Element | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const schedule = (action: () => void, delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };
  const hide = () => {
    clearTimeout(timer);
    anchor?.removeAttribute('aria-describedby');
    anchor = undefined;
    next = undefined;
    card.hidden = true;
  };
  /** After the page has changed: what the card says, and where, may have too. */
  const refresh = () => {
    if (anchor?.isConnected) requestCard(anchor);
    else if (!next?.isConnected) hide();
  };
  /** After the page has scrolled: only a card that belongs to the focus goes along. */
  const followFocus = () => {
    if (anchor === document.activeElement) refresh();
    else if (next !== document.activeElement) hide();
  };
  const requestFor = (element: Element, delay: number) => {
    if (element === anchor) return clearTimeout(timer);
    next = element;
    schedule(() => {
      hide();
      anchor = element;
      requestCard(element);
    }, delay);
  };
  const positionedElement = (target: EventTarget | null) =>
    target instanceof Element ? (target.closest('[data-at]') ?? undefined) : undefined;

  document.addEventListener('mouseover', ({ target }) => {
    const element = positionedElement(target);
    if (element) requestFor(element, SHOW_DELAY_MS);
    else if (target instanceof Node && card.contains(target)) clearTimeout(timer);
    else schedule(hide, HIDE_DELAY_MS);
  });
  document.documentElement.addEventListener('mouseleave', () => schedule(hide, HIDE_DELAY_MS));
  document.addEventListener('focusin', ({ target }) => {
    const element = positionedElement(target);
    if (element && target instanceof Element && target.matches(':focus-visible')) requestFor(element, 0);
  });
  document.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && card.contains(relatedTarget))) hide();
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') hide();
  });

  /** Shows the requested card, if its element is still the current one. */
  function show(lines: readonly CardLine[], isExpected: (element: Element) => boolean): void {
    if (!anchor?.isConnected || !isExpected(anchor) || lines.length === 0) return;
    card.replaceChildren(...lines.map(createParagraph));
    card.hidden = false;
    const [box = anchor.getBoundingClientRect(), ...rest] = anchor.getClientRects();
    // The card of a mention that wraps onto a second line goes below the second line, so that it does not cover it. For
    // longer text that would push the card out of view.
    const { bottom } = (rest.length === 1 && rest[0]) || box;
    const { width, height } = card.getBoundingClientRect();
    const isBelow = bottom + GAP + height <= window.innerHeight || box.top < height + GAP;
    const left = Math.max(GAP, Math.min(box.left, window.innerWidth - width - 2 * GAP));
    card.style.left = `${left + window.scrollX}px`;
    card.style.top = `${(isBelow ? bottom + GAP : box.top - height - GAP) + window.scrollY}px`;
    anchor.setAttribute('aria-describedby', card.id);
  }

  return { show, refresh, followFocus };
}

function createParagraph(line: CardLine): HTMLElement {
  const p = document.createElement('p');
  const add = (tag: string, text: string) =>
    p.append(Object.assign(document.createElement(tag), { textContent: truncate(text) }));
  switch (line.kind) {
    case 'title':
      add('strong', line.text);
      if (line.note) p.append(` · ${truncate(line.note)}`);
      break;
    case 'text':
      p.textContent = truncate(line.text);
      break;
    case 'field':
      p.textContent = `${line.label}: ${truncate(line.value)}`;
      break;
    default:
      if (/^https?:\/\//i.test(line.url)) {
        add('a', line.label);
        p.firstElementChild?.setAttribute('href', line.url);
      } else p.textContent = line.label;
  }
  return p;
}

const MAX_TEXT_LENGTH = 400;

function truncate(text: string): string {
  return text.length > MAX_TEXT_LENGTH ? `${text.slice(0, MAX_TEXT_LENGTH)}…` : text;
}
