/** The commands on open briefs. */

import { addEntity } from './addEntity.ts';
import { citations } from './citations.ts';
import type { ServerCommand } from './command.ts';
import { entities } from './entities.ts';

import { missingSources } from './missingSources.ts';
import { nextProblem } from './nextProblem.ts';
import { outlets } from './outlets.ts';
import { tagAllNames } from './tagAllNames.ts';
import { tagSelection } from './tagSelection.ts';

export const BRIEF_COMMANDS: readonly ServerCommand[] = [
  missingSources,
  outlets,
  citations,
  entities,
  tagSelection,
  addEntity,
  tagAllNames,
  nextProblem,
];
