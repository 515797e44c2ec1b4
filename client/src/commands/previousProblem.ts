import type { ClientCommand } from './command';
import { goToProblem } from './goToProblem';

export const previousProblem: ClientCommand = {
  id: 'briefmark.previousProblem',
  title: 'Go to Previous Sourcing Problem',
  enablement: 'editorLangId == brief',
  key: { key: 'shift+alt+f7', when: 'editorTextFocus && editorLangId == brief' },
  run: ({ server }) => goToProblem(server, -1),
};
