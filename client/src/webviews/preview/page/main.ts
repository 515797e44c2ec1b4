/** The script of the preview page. Renders the parts it receives, and synchronizes scrolling with the editor. */
import '../../shared/page/texts';
import { createBriefPage } from '../../shared/page/briefPage';
import { connectHost } from '../../shared/page/host';
import { lineAtTop, topOfLine } from '../../shared/page/lines';
import type { MessageFromPage, MessageToPage, PageState } from '../messages';
import { createCard } from './card';

const vscode = connectHost<MessageFromPage, PageState>();
const page = createBriefPage();
/** The last scroll position this script knows about; scroll events for it are not reported to the editor. */
let ownScrollY = 0;

const card = createCard(document.getElementById('card')!, (element) =>
  vscode.postMessage({ kind: 'card', version: page.version(), offset: page.offsetOf(element) }),
);

function scrollToLine(line: number): void {
  window.scrollTo({ top: topOfLine(line, page.lines()), behavior: 'instant' });
  ownScrollY = window.scrollY;
}

function saveState(): void {
  const uri = page.uri();
  if (uri) vscode.setState({ uri, line: lineAtTop(window.scrollY, page.lines()) });
}

window.addEventListener('message', ({ data }: MessageEvent<MessageToPage>) => {
  if (data.kind === 'scroll') scrollToLine(data.line);
  if (data.kind === 'card') card.show(data.lines, (element) => page.offsetOf(element) === data.offset);
  if (data.kind !== 'show') return;
  const { isFirst, isOther } = page.show(data);
  card.refresh();
  if (isOther) {
    const savedLine = isFirst ? (vscode.getState() as PageState | undefined)?.line : undefined;
    scrollToLine(data.line >= 0 ? data.line : (savedLine ?? 0));
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
    card.followFocus();
    vscode.postMessage({ kind: 'scrolled', line: lineAtTop(window.scrollY, page.lines()) });
    saveState();
  });
});

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element) || !page.element.contains(event.target)) return;
  const link = event.target.closest('a');
  const href = link?.getAttribute('href') ?? '';
  const locatedElement = event.target.closest('[data-at]');
  // VS Code opens web links, after asking.
  if (link && href !== '' && !href.startsWith('#')) return;
  event.preventDefault();
  // VS Code, which listens further out, scrolls to the target of every link within the page, also of one that opens an entry.
  event.stopPropagation();
  if (link && !link.hasAttribute('data-at')) scrollToReference(href.slice(1));
  else if (locatedElement && document.getSelection()?.isCollapsed !== false)
    vscode.postMessage({ kind: 'open', version: page.version(), offset: page.offsetOf(locatedElement) });
});

/** A link within the page scrolls to its target and moves the focus there. */
function scrollToReference(id: string): void {
  const element = document.getElementById(id);
  element?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const focusable = element?.querySelector<HTMLElement>('a') ?? element;
  focusable?.focus({ preventScroll: true });
}

vscode.postMessage({ kind: 'ready' });
