// @ts-nocheck These functions run in the browser, whose types the rest of the project must not see.

/**
 * Where a text is drawn within the lines a selector names; null when it is not in view.
 * @param {string[]} args
 */
export function placeOf([selector, wanted]) {
  for (const line of document.querySelectorAll(selector)) {
    // The editor draws spaces as no-break spaces.
    const start = line.textContent.replaceAll('\u00a0', ' ').indexOf(wanted);
    if (start < 0) continue;
    const end = start + wanted.length;
    const range = document.createRange();
    const nodes = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let position = 0;
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const { length } = node.nodeValue;
      if (start >= position && start < position + length) range.setStart(node, start - position);
      if (end > position && end <= position + length) range.setEnd(node, end - position);
      position += length;
    }
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x, y, width, height };
  }
  return null;
}

export function boxesOf(elements) {
  return elements.map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  });
}

/**
 * Watches for the moment at which a part of the window takes the focus. A view may lose it again at once: its welcome text takes it,
 * and makes room for the rows.
 * @param {string} part a selector
 */
export function watchFocus(part) {
  const watch = new AbortController();
  window.focusTaken = false;
  const look = ({ target }) => {
    if (!target.closest(part)) return;
    window.focusTaken = true;
    watch.abort();
  };
  document.addEventListener('focusin', look, { signal: watch.signal });
}

/** Whether the part that `watchFocus` was last called with has taken the focus since. */
export const hasTakenFocus = () => window.focusTaken;

/** The rows of a list or tree from top to bottom; their elements come in any order. */
export function rowsOf(elements) {
  const top = (row) => row.getBoundingClientRect().top;
  return elements
    .toSorted((a, b) => top(a) - top(b))
    .map((row) => ({
      level: Number(row.getAttribute('aria-level')),
      // The rendered text has spaces between its parts, the text content has not.
      text: row.innerText.replace(/\s+/g, ' ').trim(),
    }));
}

/** The rows of the list of suggestions from top to bottom, and which of them would be accepted. */
export function suggestionsOf(elements) {
  const top = (row) => row.getBoundingClientRect().top;
  return elements
    .toSorted((a, b) => top(a) - top(b))
    .map((row) => ({
      text: row.innerText.replace(/\s+/g, ' ').trim(),
      focused: row.classList.contains('focused'),
    }));
}

/**
 * Adds extensions that are being developed to the workbench's configuration, before the workbench reads it.
 * @param {{ scheme: string, authority: string, path: string }[]} extensions
 */
export function developExtensions(extensions) {
  new MutationObserver((_, observer) => {
    const meta = document.getElementById('vscode-workbench-web-configuration');
    if (!meta) return;
    observer.disconnect();
    const settings = JSON.parse(meta.dataset.settings);
    meta.dataset.settings = JSON.stringify({ ...settings, developmentOptions: { extensions } });
  }).observe(document, { childList: true, subtree: true });
}
