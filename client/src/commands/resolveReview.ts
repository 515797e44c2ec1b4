import type { CommentThread } from 'vscode';
import type { ClientCommand } from './command';

export const resolveReview: ClientCommand = {
  id: 'briefmark.resolveReview',
  title: 'Resolve',
  icon: '$(check)',
  palette: false,
  menus: [
    {
      menu: 'comments/commentThread/title',
      when: 'commentController == briefmark.review && commentThread == open',
      group: 'inline@1',
    },
  ],
  run: ({ reviews }, thread: CommentThread) => reviews.setResolved(thread, true),
};
