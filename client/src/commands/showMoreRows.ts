import type { Row } from '../views/tree';
import type { ClientCommand } from './command';

export const showMoreRows: ClientCommand = {
  id: 'briefmark.views.showMore',
  title: 'Show More',
  palette: false,
  run: async (_, row?: Row) => row?.kind === 'more' && row.showMore(),
};
