/** What the pages of the graph and the timeline need of the DOM. Words from files become text, never markup. */

import * as l10n from '@vscode/l10n';

interface Host {
  postMessage(message: object): void;
  setState(state: object): void;
  getState(): unknown;
}

declare function acquireVsCodeApi(): Host;

/** The extension. */
export const host: Host = acquireVsCodeApi();

/** The element of our own markup with that id. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

/** A new element with attributes, and words or elements in it. */
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

/** A number as it is written in the language of the page. */
export function formatNumber(number: number): string {
  return number.toLocaleString(document.documentElement.lang);
}

/** The colour of the theme, or another where the theme has none. */
export function themeColour(name: string, fallback: string): string {
  return getComputedStyle(document.body).getPropertyValue(`--vscode-${name}`).trim() || fallback;
}

/** Calls back when the theme has changed. */
export function onThemeChange(callback: () => void): void {
  new MutationObserver(callback).observe(document.body, { attributes: true, attributeFilter: ['class'] });
}

/** Whether things should not move. */
export function prefersReducedMotion(): boolean {
  const isReduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return isReduced || document.body.classList.contains('vscode-reduce-motion');
}

/** Shows words, or hides where they would be. */
export function setNotice(container: HTMLElement, messages: readonly string[]): void {
  container.textContent = messages.join(' ');
  container.hidden = messages.length === 0;
}

/** The choice of how far a picture reaches; without a brief there is only everything. */
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
  select.replaceChildren(...options.map(([value, words]) => createElement('option', { value: value! }, words!)));
  if (options.some(([value]) => value === chosen)) select.value = chosen;
}
