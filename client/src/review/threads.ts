/** The comments of one brief as threads beside its lines. VS Code does not report how they move, so their places are tracked here. */
import {
  type Comment,
  type CommentController,
  CommentMode,
  type CommentThread,
  CommentThreadCollapsibleState,
  CommentThreadState,
  l10n,
  type TextDocumentContentChangeEvent,
  type Uri,
} from 'vscode';
import {
  type ExpectedPlace,
  moveSpan,
  type Review,
  type ReviewRemark,
  type ReviewThread,
  type Span,
} from '../../../server/src/protocol/review';
import { toRange } from '../support/ask';

/** A comment, or a reply to it. */
export interface ShownRemark extends Comment {
  readonly key: string;
  /** Counts from the comment, which is 0. */
  readonly remark: number;
  readonly thread: CommentThread;
  /** As in the file. */
  readonly saved: string;
}

interface ShownThread {
  readonly thread: CommentThread;
  span: Span;
  shown: ReviewThread;
}

export interface Threads {
  /** Where the comments are now. */
  expected(): readonly ExpectedPlace[];
  /** Moves the places with an edit of the text. */
  move(changes: readonly TextDocumentContentChangeEvent[]): void;
  /** Shows a review; new threads are open if `isOpen`. */
  show(review: Pick<Review, 'threads'>, isOpen: boolean): void;
  /** The key of a thread. */
  keyOf(thread: CommentThread): string | undefined;
  readonly openCount: number;
  dispose(): void;
}

/** Creates the threads of a brief; none are shown yet. */
export function createThreads(controller: CommentController, uri: Uri): Threads {
  const byKey = new Map<string, ShownThread>();

  const add = (shown: ReviewThread, isOpen: boolean) => {
    const thread = controller.createCommentThread(uri, toRange(shown.range), []);
    const { Collapsed, Expanded } = CommentThreadCollapsibleState;
    thread.collapsibleState = isOpen ? Expanded : Collapsed;
    const added = { thread, span: shown.span, shown };
    byKey.set(shown.key, added);
    return added;
  };
  const update = ({ thread, shown }: ShownThread, next: ReviewThread, isNew: boolean) => {
    const range = toRange(next.range);
    if (!thread.range?.isEqual(range)) thread.range = range;
    const state = next.isResolved ? l10n.t('Resolved comment') : l10n.t('Open comment');
    thread.label = next.note ?? state;
    thread.contextValue = next.isResolved ? 'resolved' : 'open';
    thread.state = next.isResolved ? CommentThreadState.Resolved : CommentThreadState.Unresolved;
    // What is being edited is not replaced.
    if (isNew || JSON.stringify(shown.remarks) !== JSON.stringify(next.remarks))
      thread.comments = next.remarks.map((remark, index) => toComment(remark, index, next.key, thread));
  };

  return {
    expected: () => [...byKey].map(([key, { span }]) => ({ key, span })),
    move(changes) {
      for (const { rangeOffset: start, rangeLength, text } of changes)
        for (const one of byKey.values())
          one.span = moveSpan(one.span, { start, end: start + rangeLength }, text.length);
    },
    show({ threads }, isOpen) {
      const keys = new Set(threads.map(({ key }) => key));
      for (const [key, { thread }] of byKey) {
        if (keys.has(key)) continue;
        thread.dispose();
        byKey.delete(key);
      }
      for (const next of threads) {
        const old = byKey.get(next.key);
        const one = old ?? add(next, isOpen);
        update(one, next, !old);
        one.span = next.span;
        one.shown = next;
      }
    },
    keyOf: (thread) => [...byKey].find(([, one]) => one.thread === thread)?.[0],
    get openCount() {
      return [...byKey.values()].filter(({ shown }) => !shown.isResolved).length;
    },
    dispose() {
      for (const { thread } of byKey.values()) thread.dispose();
      byKey.clear();
    },
  };
}

function toComment({ author, date, text }: ReviewRemark, remark: number, key: string, thread: CommentThread) {
  const timestamp = new Date(date);
  return {
    key,
    remark,
    thread,
    saved: text,
    // A string is shown as text, not as Markdown.
    body: text,
    author: { name: author },
    mode: CommentMode.Preview,
    contextValue: 'remark',
    ...(Number.isNaN(timestamp.getTime()) ? {} : { timestamp }),
  } satisfies ShownRemark;
}
