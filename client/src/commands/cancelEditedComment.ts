import type { ShownRemark } from '../review/threads';
import { type ClientCommand, ON_REMARK } from './command';

export const cancelEditedComment: ClientCommand = {
  id: 'briefmark.cancelEditedComment',
  title: 'Cancel',
  palette: false,
  menus: [
    {
      menu: 'comments/comment/context',
      when: ON_REMARK,
      group: 'inline@2',
    },
  ],
  run: async ({ reviews }, remark: ShownRemark) => reviews.cancelEdit(remark),
};
