/** DOM helpers for the pages of the graph and the timeline. Text from files is inserted as text, never as markup. */

import * as l10n from '@vscode/l10n';
import { connectHost } from './host';

/** Messages to the extension, and the saved state of the page. */
export const host = connectHost();

/** The element with this id, which our own markup contains. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

/** Creates an element with attributes and content. */
export function createElement<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...content: readonly (string | Node)[]
): HTMLElementTagNameMap[K] {
  const created = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) created.setAttribute(key, value);
  created.append(...content);
  return created;
}

/** Formats a number in the language of the page. */
export function formatNumber(number: number): string {
  return number.toLocaleString(document.documentElement.lang);
}

/** A color of the theme, or `fallback` if the theme does not define it. */
export function themeColor(name: string, fallback: string): string {
  return getComputedStyle(document.body).getPropertyValue(`--vscode-${name}`).trim() || fallback;
}

/** Calls `callback` when the theme changes. */
export function onThemeChange(callback: () => void): void {
  new MutationObserver(callback).observe(document.body, { attributes: true, attributeFilter: ['class'] });
}

/** Whether the user prefers reduced motion, in the system or in VS Code. */
export function prefersReducedMotion(): boolean {
  const isReduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return isReduced || document.body.classList.contains('vscode-reduce-motion');
}

/** Shows messages, or hides the container if there are none. */
export function setNotice(container: HTMLElement, messages: readonly string[]): void {
  container.textContent = messages.join(' ');
  container.hidden = messages.length === 0;
}

/** Chooses an option by its value; without such an option nothing changes. */
export function chooseOption(select: HTMLSelectElement, value: string | undefined): void {
  if ([...select.options].some((option) => option.value === value)) select.value = value!;
}

/** Fills the range selector; without a brief, only the whole workspace is offered. */
export function fillRangeOptions(
  select: HTMLSelectElement,
  where: { brief: string; folder: string } | undefined,
): void {
  const chosen = select.value;
  const options = where
    ? [
        ['brief', l10n.t('This brief: {0}', where.brief)],
        ['folder', l10n.t('Its folder: {0}', where.folder)],
      ]
    : [];
  options.push(['workspace', l10n.t('The whole workspace')]);
  select.replaceChildren(...options.map(([value, label]) => createElement('option', { value: value! }, label!)));
  chooseOption(select, chosen);
}
