/** All tools for assistants. A new one is one file and one line. */

import { checkBrief } from './checkBrief.ts';
import { explainRule } from './explainRule.ts';
import { findSource } from './findSource.ts';
import { listCitations } from './listCitations.ts';
import { suggestCandidates } from './suggestCandidates.ts';
import type { Tool } from './tool.ts';

export const TOOLS: readonly Tool[] = [checkBrief, listCitations, findSource, explainRule, suggestCandidates];
