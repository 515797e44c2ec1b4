import type { ShownRemark } from '../review/threads';
import { type ClientCommand, ON_REMARK } from './command';

export const saveEditedComment: ClientCommand = {
  id: 'briefmark.saveEditedComment',
  title: 'Save',
  palette: false,
  menus: [
    {
      menu: 'comments/comment/context',
      when: ON_REMARK,
      group: 'inline@1',
    },
  ],
  run: ({ reviews }, remark: ShownRemark) => reviews.saveEdit(remark),
};
