import type { ShownRemark } from '../review/threads';
import { type ClientCommand, ON_REMARK } from './command';

export const deleteReviewComment: ClientCommand = {
  id: 'briefmark.deleteReviewComment',
  title: 'Delete Comment',
  icon: '$(trash)',
  palette: false,
  menus: [
    {
      menu: 'comments/comment/title',
      when: ON_REMARK,
      group: 'inline@2',
    },
  ],
  run: ({ reviews }, remark: ShownRemark) => reviews.delete(remark),
};
