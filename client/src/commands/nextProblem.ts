import { type ClientCommand, IN_BRIEF } from './command';
import { goToProblem } from './goToProblem';

export const nextProblem: ClientCommand = {
  id: 'briefmark.nextProblem',
  title: 'Go to Next Sourcing Problem',
  enablement: IN_BRIEF,
  key: { key: 'alt+f7', when: `editorTextFocus && ${IN_BRIEF}` },
  run: ({ server }) => goToProblem(server, 1),
};
