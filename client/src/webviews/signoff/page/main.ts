/** The script of the sign-off sheet: shows the parts it receives, and leads to the places of the brief. */
import '../../shared/page/texts';
import { createBriefPage } from '../../shared/page/briefPage';
import { connectHost } from '../../shared/page/host';
import type { MessageFromPage, MessageToPage, PageState } from '../messages';

const vscode = connectHost<MessageFromPage, PageState>();
const page = createBriefPage();

const places = () => [...page.element.querySelectorAll<HTMLElement>('a[data-at]')];
const rowPlaces = () => [...page.element.querySelectorAll<HTMLElement>('td.line a[data-at]')];

window.addEventListener('message', ({ data }: MessageEvent<MessageToPage>) => {
  if (data.kind !== 'show') return;
  const focused = focusedPlace();
  const { isFirst, isOther } = page.show(data);
  // A row that was written anew has lost the focus.
  if (focused && !isOther && document.activeElement === document.body) focusAgain(focused);
  if (isFirst) window.scrollTo({ top: savedTop(), behavior: 'instant' });
  else if (isOther) window.scrollTo({ top: 0, behavior: 'instant' });
  saveState();
});

interface FocusedPlace {
  readonly words: string;
  readonly index: number;
}

function focusedPlace(): FocusedPlace | undefined {
  const all = places();
  const index = all.indexOf(document.activeElement as HTMLElement);
  return index < 0 ? undefined : { words: wordsOf(all[index]!), index };
}

/** The words of the row and the kind of the cell of a place, without the number of the line, which edits above it change. */
function wordsOf(place: HTMLElement): string {
  const cells = [...(place.closest('tr')?.querySelectorAll('td') ?? [])];
  return (
    cells.map((cell) => (cell.className === 'line' ? '' : cell.textContent)).join('\n') + place.closest('td')?.className
  );
}

/** Focuses the place with the same words, or else what now stands where it was. */
function focusAgain({ words, index }: FocusedPlace): void {
  const all = places();
  const same = all.filter((place) => wordsOf(place) === words);
  const nearest = same.sort((a, b) => Math.abs(all.indexOf(a) - index) - Math.abs(all.indexOf(b) - index))[0];
  (nearest ?? all[index])?.focus({ preventScroll: true });
}

function savedTop(): number {
  const state = vscode.getState() as Partial<PageState> | undefined;
  return state?.uri === page.uri() ? (state.top ?? 0) : 0;
}

function saveState(): void {
  const uri = page.uri();
  if (uri) vscode.setState({ uri, top: window.scrollY });
}

window.addEventListener('scrollend', saveState);

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return;
  const place = event.target.closest('[data-at]');
  if (!place) return;
  event.preventDefault();
  // VS Code, which listens further out, follows links within the page.
  event.stopPropagation();
  // Words that are selected by dragging are to be copied.
  if (document.getSelection()?.isCollapsed === false) return;
  vscode.postMessage({ kind: 'open', version: page.version(), offset: page.offsetOf(place) });
});

document.addEventListener('keydown', (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const row = document.activeElement?.closest('tr[data-at]');
  if (step === undefined || !row || event.ctrlKey || event.metaKey || event.altKey) return;
  const all = rowPlaces();
  const next = all[all.findIndex((place) => row.contains(place)) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
});

vscode.postMessage({ kind: 'ready' });
