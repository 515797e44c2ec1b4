import { type ClientCommand, IN_BRIEF } from './command';
import { goToProblem } from './goToProblem';

export const previousProblem: ClientCommand = {
  id: 'briefmark.previousProblem',
  title: 'Go to Previous Sourcing Problem',
  enablement: IN_BRIEF,
  key: { key: 'shift+alt+f7', when: `editorTextFocus && ${IN_BRIEF}` },
  run: ({ server }) => goToProblem(server, -1),
};
