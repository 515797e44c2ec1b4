/** The card of a name or a citation: over what the pointer rests on or the keyboard has reached. Escape hides it. */

import type { Line } from '../../../../../server/src/protocol/card';

const REST_MS = 200;
/** Time to move the pointer into the card. */
const LEAVE_MS = 250;
const GAP = 6;

export function createCard(card: HTMLElement, ask: (element: Element) => void) {
  let wanted: Element | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const later = (action: () => void, delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };
  const hide = () => {
    clearTimeout(timer);
    wanted?.removeAttribute('aria-describedby');
    wanted = undefined;
    card.hidden = true;
  };
  const want = (element: Element, delay: number) => {
    if (element === wanted) return clearTimeout(timer);
    later(() => {
      hide();
      wanted = element;
      ask(element);
    }, delay);
  };
  const placedAt = (target: EventTarget | null) =>
    target instanceof Element ? (target.closest('[data-at]') ?? undefined) : undefined;

  document.addEventListener('mouseover', ({ target }) => {
    const element = placedAt(target);
    if (element) want(element, REST_MS);
    else if (target instanceof Node && card.contains(target)) clearTimeout(timer);
    else later(hide, LEAVE_MS);
  });
  document.documentElement.addEventListener('mouseleave', () => later(hide, LEAVE_MS));
  document.addEventListener('focusin', ({ target }) => {
    const element = placedAt(target);
    if (element && target instanceof Element && target.matches(':focus-visible')) want(element, 0);
  });
  document.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && card.contains(relatedTarget))) hide();
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') hide();
  });

  /** Shows what was asked for, if it is still wanted. */
  function show(lines: readonly Line[], isMeant: (element: Element) => boolean): void {
    if (!wanted?.isConnected || !isMeant(wanted) || lines.length === 0) return;
    card.replaceChildren(...lines.map(paragraph));
    card.hidden = false;
    const [box = wanted.getBoundingClientRect(), ...rest] = wanted.getClientRects();
    // A name that goes on in the next line is not hidden by its own card; what is longer would push the card out of view.
    const { bottom } = (rest.length === 1 && rest[0]) || box;
    const { width, height } = card.getBoundingClientRect();
    const below = bottom + GAP + height <= window.innerHeight || box.top < height + GAP;
    const left = Math.max(GAP, Math.min(box.left, window.innerWidth - width - 2 * GAP));
    card.style.left = `${left + window.scrollX}px`;
    card.style.top = `${(below ? bottom + GAP : box.top - height - GAP) + window.scrollY}px`;
    wanted.setAttribute('aria-describedby', card.id);
  }

  return { show, hide };
}

function paragraph(line: Line): HTMLElement {
  const p = document.createElement('p');
  const add = (tag: string, text: string) =>
    p.append(Object.assign(document.createElement(tag), { textContent: cut(text) }));
  switch (line.kind) {
    case 'title':
      add('strong', line.text);
      if (line.note) p.append(` · ${cut(line.note)}`);
      break;
    case 'text':
      p.textContent = cut(line.text);
      break;
    case 'field':
      p.textContent = `${line.label}: ${cut(line.value)}`;
      break;
    default:
      if (/^https?:\/\//i.test(line.url)) {
        add('a', line.label);
        p.firstElementChild?.setAttribute('href', line.url);
      } else p.textContent = line.label;
  }
  return p;
}

const LONGEST = 400;

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
