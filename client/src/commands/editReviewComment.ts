import type { ShownRemark } from '../review/threads';
import { type ClientCommand, ON_REMARK } from './command';

export const editReviewComment: ClientCommand = {
  id: 'briefmark.editReviewComment',
  title: 'Edit Comment',
  icon: '$(edit)',
  palette: false,
  menus: [
    {
      menu: 'comments/comment/title',
      when: ON_REMARK,
      group: 'inline@1',
    },
  ],
  run: async ({ reviews }, remark: ShownRemark) => reviews.edit(remark),
};
