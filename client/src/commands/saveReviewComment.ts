import type { CommentReply } from 'vscode';
import type { ClientCommand } from './command';

export const saveReviewComment: ClientCommand = {
  id: 'briefmark.saveReviewComment',
  title: 'Save Comment',
  palette: false,
  menus: [{ menu: 'comments/commentThread/context', when: 'commentController == briefmark.review', group: 'inline@1' }],
  run: ({ reviews }, reply: CommentReply) => reviews.save(reply),
};
