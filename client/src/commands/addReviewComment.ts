import { type ClientCommand, IN_BRIEF } from './command';

export const addReviewComment: ClientCommand = {
  id: 'briefmark.addReviewComment',
  title: 'Add Review Comment',
  enablement: IN_BRIEF,
  menus: [{ menu: 'editor/context', when: IN_BRIEF, group: '1_modification@96' }],
  run: ({ reviews }) => reviews.add(),
};
