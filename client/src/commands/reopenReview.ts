import type { CommentThread } from 'vscode';
import type { ClientCommand } from './command';

export const reopenReview: ClientCommand = {
  id: 'briefmark.reopenReview',
  title: 'Reopen',
  icon: '$(issue-reopened)',
  palette: false,
  menus: [
    {
      menu: 'comments/commentThread/title',
      when: 'commentController == briefmark.review && commentThread == resolved',
      group: 'inline@1',
    },
  ],
  run: ({ reviews }, thread: CommentThread) => reviews.setResolved(thread, false),
};
