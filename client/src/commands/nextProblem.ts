import type { ClientCommand } from './command';
import { goToProblem } from './goToProblem';

export const nextProblem: ClientCommand = {
  id: 'briefmark.nextProblem',
  title: 'Go to Next Sourcing Problem',
  enablement: 'editorLangId == brief',
  key: { key: 'alt+f7', when: 'editorTextFocus && editorLangId == brief' },
  run: ({ server }) => goToProblem(server, 1),
};
