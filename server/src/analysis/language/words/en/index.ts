/** English. */

import * as acronyms from './acronyms.ts';
import * as confidence from './confidence.ts';
import * as facts from './facts.ts';
import * as hedges from './hedges.ts';
import * as judgments from './judgments.ts';
import * as likelihood from './likelihood.ts';
import * as names from './names.ts';
import * as sections from './sections.ts';
import * as sourcing from './sourcing.ts';

export const en = { acronyms, confidence, facts, hedges, judgments, likelihood, names, sections, sourcing };
