import type { OutletKnowledge } from '../../../../scope/outletKnowledge.ts';
import { isInterview } from '../../../sourcing/interviews.ts';
import { foldWords } from './fold.ts';
import type { Knowledge } from './knowledge.ts';

/** What is generally known about outlets. */
export function outletKnowledge({ outlets, outletsByDomain }: Knowledge): OutletKnowledge {
  return {
    outletByName: (name) => outlets.get(foldWords(name)) ?? outlets.get(foldWords(name).replace(/^the /, '')),
    outletByDomain: (domain) => outletsByDomain.get(domain.toLowerCase().replace(/^www\./, '')),
    isInterview,
  };
}
