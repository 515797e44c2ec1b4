/** The review of briefs: comments beside the lines, and sign-offs, kept in a file beside each brief. */

import {
  type CommentController,
  type CommentingRangeProvider,
  CommentMode,
  type CommentReply,
  type CommentThread,
  CommentThreadCollapsibleState,
  comments,
  type Event,
  EventEmitter,
  type ExtensionContext,
  l10n,
  Range,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { REVIEW_GLOB } from '../../../server/src/protocol/fileNames';
import { isReviewName, mayBeReviewOf, type ReviewAction } from '../../../server/src/protocol/review';
import { activeBrief, isBriefFile } from '../support/activeBrief';
import { promptLine } from '../support/ask';
import { fileNameOf } from '../support/fileName';
import type { OpenBriefs } from '../support/openBriefs';
import { createRefresher, type Refresher } from '../support/refresher';
import { openReview, writeReview } from './reviewFile';
import type { ReviewServer } from './server';
import { createThreads, type ShownRemark, type Threads } from './threads';

const CONTROLLER = 'briefmark.review';
const NAME_KEY = 'review.name';

/** The actions of the review commands. They throw errors whose messages are shown to the user. */
export interface Reviews {
  /** Opens an empty comment at the selection of the active brief. */
  add(): Promise<void>;
  /** Saves a new comment, or a reply. */
  save(reply: CommentReply): Promise<void>;
  setResolved(thread: CommentThread, isResolved: boolean): Promise<void>;
  edit(remark: ShownRemark): void;
  cancelEdit(remark: ShownRemark): void;
  saveEdit(remark: ShownRemark): Promise<void>;
  delete(remark: ShownRemark): Promise<void>;
  /** Asks for a name, and records that it signs the text of the active brief. */
  sign(): Promise<void>;
  /** Fires when a review has changed on disk. */
  readonly onDidChange: Event<void>;
}

interface ReviewedBrief {
  readonly threads: Threads;
  readonly refresher: Refresher;
}

/** Shows the comments of open briefs, and keeps them at their words. */
export function registerReviews(context: ExtensionContext, server: ReviewServer, briefs: OpenBriefs): Reviews {
  const changed = new EventEmitter<void>();
  const reviewed = new Map<string, ReviewedBrief>();
  /** The briefs that have not been looked at since the server has started. */
  const waiting = new Set<TextDocument>();
  /** The briefs whose next new comment is shown open, since it was written here. */
  const openNew = new Set<string>();
  /** By review file, what was said about it last. */
  const problems = new Map<string, string>();
  let controller: CommentController | undefined;
  // In a brief whose review has begun, a comment can also be added at the margin.
  const margin: CommentingRangeProvider = {
    provideCommentingRanges: (document) =>
      reviewed.has(document.uri.toString()) ? [new Range(0, 0, Math.max(0, document.lineCount - 1), 0)] : [],
  };
  // Not before it is needed: VS Code shows a panel for comments from then on.
  const theController = () => {
    if (controller) return controller;
    controller = comments.createCommentController(CONTROLLER, l10n.t('Review'));
    controller.options = { prompt: l10n.t('Reply…'), placeHolder: l10n.t('Comment on these words') };
    controller.commentingRangeProvider = margin;
    context.subscriptions.push(controller);
    return controller;
  };

  /** Shows the comments where they are in the current text. */
  function createRefresherOf(document: TextDocument, threads: Threads): Refresher {
    const uri = document.uri.toString();
    return createRefresher({
      isWanted: () => reviewed.get(uri)?.threads === threads,
      async request() {
        const file = await openReview(document.uri);
        if (file.problem !== undefined) return { file: file.uri, review: { threads: [], problem: file.problem } };
        if (!file.document) return forget(document.uri);
        const expected = threads.expected();
        const review = await server.request('briefmark/review', { uri, review: file.document.getText(), expected });
        return review?.version === document.version ? { file: file.uri, review } : undefined;
      },
      show({ file, review }) {
        if (review.problem !== undefined) return reportProblem(review.problem, file);
        problems.delete(file.toString());
        threads.show(review, openNew.delete(uri));
      },
    });
  }

  function reportProblem(message: string, file: Uri): void {
    if (message === problems.get(file.toString())) return;
    problems.set(file.toString(), message);
    const open = l10n.t('Open');
    void window.showWarningMessage(message, open).then((answer) => {
      if (answer === open) void window.showTextDocument(file);
    });
  }

  function forget(uri: Uri): undefined {
    const brief = reviewed.get(uri.toString());
    brief?.refresher.cancel();
    brief?.threads.dispose();
    reviewed.delete(uri.toString());
  }

  /** Looks whether a brief has a review, and shows it. */
  async function look(document: TextDocument): Promise<void> {
    if (!briefs.has(document) || document.uri.scheme === 'untitled' || !isBriefFile(document.uri)) return;
    const known = reviewed.get(document.uri.toString());
    if (known) return known.refresher.schedule(0);
    const { document: review, problem } = await openReview(document.uri);
    if ((!review && !problem) || document.isClosed || reviewed.has(document.uri.toString())) return;
    begin(document);
  }

  function begin(document: TextDocument): ReviewedBrief {
    const threads = createThreads(theController(), document.uri);
    const brief = { threads, refresher: createRefresherOf(document, threads) };
    reviewed.set(document.uri.toString(), brief);
    // The margin takes comments from now on.
    theController().commentingRangeProvider = margin;
    brief.refresher.schedule(0);
    return brief;
  }

  const lookAtAll = () => {
    for (const document of workspace.textDocuments) void look(document).catch(() => waiting.add(document));
  };
  const reviewChanged = (file: Uri) => {
    for (const document of workspace.textDocuments)
      if (briefs.has(document) && mayBeReviewOf(file.toString(), document.uri.toString()))
        void look(document).catch(() => {});
    changed.fire();
  };

  /** Changes the review of a brief, and shows it. */
  async function change(document: TextDocument, action: ReviewAction, name: string): Promise<void> {
    requireFile(document);
    const file = await openReview(document.uri);
    if (file.problem !== undefined) throw new Error(file.problem);
    const edit = await server.ask('briefmark.server.editReview', {
      uri: document.uri.toString(),
      version: document.version,
      review: file.document?.getText() ?? null,
      action,
      name,
      time: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    });
    if (!edit) throw new Error(l10n.t('The brief could not be read. Try again in a moment.'));
    if (action.kind === 'comment') openNew.add(document.uri.toString());
    await writeReview(file, edit);
    const brief = reviewed.get(document.uri.toString()) ?? begin(document);
    await brief.refresher.refresh();
    changed.fire();
  }

  async function documentOf({ uri }: CommentThread): Promise<TextDocument> {
    return workspace.openTextDocument(uri);
  }

  /** The name in the settings, else the one that was given last. */
  const knownName = () =>
    workspace.getConfiguration('briefmark').get<string>('review.name', '').trim() ||
    context.globalState.get<string>(NAME_KEY, '');

  async function askName(title: string, prompt: string): Promise<string | undefined> {
    const name = await promptLine(title, prompt, {
      value: knownName(),
      validate: (line) => (line === '' ? l10n.t('Enter a name.') : undefined),
    });
    if (name) await context.globalState.update(NAME_KEY, name);
    return name || undefined;
  }

  async function requireName(): Promise<string | undefined> {
    return knownName() || askName(l10n.t('Review'), l10n.t('Your name, as it stands in the comments'));
  }

  function keyOf(thread: CommentThread): string | undefined {
    return reviewed.get(thread.uri.toString())?.threads.keyOf(thread);
  }

  function replaceBody(remark: ShownRemark, body: string, mode: CommentMode): void {
    Object.assign(remark, { body, mode });
    // VS Code shows the change when the list is another one.
    remark.thread.comments = [...remark.thread.comments];
  }

  const watcher = workspace.createFileSystemWatcher(REVIEW_GLOB);
  context.subscriptions.push(
    changed,
    watcher,
    watcher.onDidCreate(reviewChanged),
    watcher.onDidChange(reviewChanged),
    watcher.onDidDelete(reviewChanged),
    workspace.onDidOpenTextDocument((document) => void look(document).catch(() => waiting.add(document))),
    workspace.onDidCloseTextDocument(({ uri }) => forget(uri)),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const brief = reviewed.get(document.uri.toString());
      if (brief && contentChanges.length > 0) {
        brief.threads.move(contentChanges);
        brief.refresher.schedule();
      } else if (isReviewName(document.uri.path)) reviewChanged(document.uri);
    }),
    briefs.onDidChange(lookAtAll),
    server.onDidChange(() => {
      for (const document of waiting) void look(document).catch(() => {});
      waiting.clear();
    }),
  );
  lookAtAll();

  return {
    async add() {
      const editor = activeBrief();
      if (!editor) return;
      requireFile(editor.document);
      const thread = theController().createCommentThread(editor.document.uri, editor.selection, []);
      thread.collapsibleState = CommentThreadCollapsibleState.Expanded;
    },
    async save({ thread, text }) {
      const name = await requireName();
      if (!name) return;
      const document = await documentOf(thread);
      const key = keyOf(thread);
      if (key !== undefined) return change(document, { kind: 'reply', key, text }, name);
      const { start, end } = thread.range ?? new Range(0, 0, 0, 0);
      await change(document, { kind: 'comment', range: { start, end }, text }, name);
      thread.dispose();
    },
    async setResolved(thread, isResolved) {
      const key = keyOf(thread);
      if (key === undefined) return;
      await change(await documentOf(thread), { kind: isResolved ? 'resolve' : 'reopen', key }, '');
      if (isResolved) thread.collapsibleState = CommentThreadCollapsibleState.Collapsed;
    },
    edit: (remark) => replaceBody(remark, remark.saved, CommentMode.Editing),
    cancelEdit: (remark) => replaceBody(remark, remark.saved, CommentMode.Preview),
    async saveEdit(remark) {
      const text = typeof remark.body === 'string' ? remark.body : remark.body.value;
      if (text.trim() !== remark.saved) {
        const { key, remark: index, thread } = remark;
        await change(await documentOf(thread), { kind: 'rewrite', key, remark: index, text }, '');
      } else replaceBody(remark, remark.saved, CommentMode.Preview);
    },
    async delete({ key, remark, thread }) {
      if (remark === 0 && thread.comments.length > 1) {
        const confirm = l10n.t('Delete');
        const question = l10n.t('Delete this comment and its replies?');
        if ((await window.showWarningMessage(question, { modal: true }, confirm)) !== confirm) return;
      }
      await change(await documentOf(thread), { kind: 'delete', key, remark }, '');
    },
    async sign() {
      const document = activeBrief()?.document;
      if (!document) return;
      const file = fileNameOf(document.uri);
      const open = reviewed.get(document.uri.toString())?.threads.openCount ?? 0;
      const prompt =
        open === 0
          ? l10n.t('Who signs for the text as it is now?')
          : l10n.t('Who signs for the text as it is now? Open comments: {0}.', open);
      const name = await askName(l10n.t('Sign off {0}', file), prompt);
      if (!name) return;
      // The name stands for what is on disk.
      if (document.isDirty && !(await document.save())) throw new Error(l10n.t('{0} could not be saved.', file));
      await change(document, { kind: 'sign' }, name);
      void window.showInformationMessage(l10n.t('{0} has signed off {1}.', name, file));
    },
    onDidChange: changed.event,
  };
}

/** Throws unless the brief is in a file: its review is beside it. */
function requireFile({ uri }: TextDocument): void {
  if (uri.scheme === 'untitled')
    throw new Error(l10n.t('Save the brief first: its review is kept in a file beside it.'));
}
