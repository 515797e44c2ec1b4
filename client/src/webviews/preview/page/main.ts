/** The script of the preview page. Renders the parts it receives, and synchronizes scrolling with the editor. */
import '../../shared/page/texts';
import type { MessageFromPage, MessageToPage, PageState } from '../messages';
import { createCard } from './card';
import { lineAtTop, topOfLine } from './lines';
import { createParts } from './parts';

declare function acquireVsCodeApi(): {
  postMessage(message: MessageFromPage): void;
  setState(state: PageState): void;
  getState(): unknown;
};

const vscode = acquireVsCodeApi();
const page = document.getElementById('page')!;
const parts = createParts(page);
let version = -1;
let uri = '';
/** The last scroll position this script knows about; scroll events for it are not reported to the editor. */
let ownScrollY = 0;

const offsetOf = (element: Element) => parts.startOf(element).at + Number(element.getAttribute('data-at'));
const card = createCard(document.getElementById('card')!, (element) =>
  vscode.postMessage({ kind: 'card', version, offset: offsetOf(element) }),
);

function scrollToLine(line: number): void {
  window.scrollTo({ top: topOfLine(line, parts.lines()), behavior: 'instant' });
  ownScrollY = window.scrollY;
}

function saveState(): void {
  if (uri) vscode.setState({ uri, line: lineAtTop(window.scrollY, parts.lines()) });
}

window.addEventListener('message', ({ data }: MessageEvent<MessageToPage>) => {
  if (data.kind === 'scroll') scrollToLine(data.line);
  if (data.kind === 'card') card.show(data.lines, (element) => offsetOf(element) === data.offset);
  if (data.kind !== 'show') return;
  const isFirst = version < 0;
  ({ version, uri } = data);
  document.title = data.title;
  card.hide();
  parts.show(data.parts);
  if (isFirst) {
    const savedState = vscode.getState() as PageState | undefined;
    scrollToLine(data.line >= 0 ? data.line : (savedState?.line ?? 0));
  } else ownScrollY = window.scrollY;
  saveState();
});

let isFramePending = false;
window.addEventListener('scroll', () => {
  if (isFramePending) return;
  isFramePending = true;
  requestAnimationFrame(() => {
    isFramePending = false;
    if (Math.abs(window.scrollY - ownScrollY) < 2) return;
    ownScrollY = window.scrollY;
    card.hide();
    vscode.postMessage({ kind: 'scrolled', line: lineAtTop(window.scrollY, parts.lines()) });
    saveState();
  });
});

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element) || !page.contains(event.target)) return;
  const link = event.target.closest('a');
  const href = link?.getAttribute('href') ?? '';
  const locatedElement = event.target.closest('[data-at]');
  // VS Code opens web links, after asking.
  if (link && href !== '' && !href.startsWith('#')) return;
  event.preventDefault();
  if (link && !link.hasAttribute('data-at')) scrollToReference(href.slice(1));
  else if (locatedElement && document.getSelection()?.isCollapsed !== false)
    vscode.postMessage({ kind: 'open', version, offset: offsetOf(locatedElement) });
});

/** A link within the page scrolls to its target and moves the focus there. */
function scrollToReference(id: string): void {
  const element = document.getElementById(id);
  element?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const focusable = element?.querySelector<HTMLElement>('a') ?? element;
  focusable?.focus({ preventScroll: true });
}

vscode.postMessage({ kind: 'ready' });
