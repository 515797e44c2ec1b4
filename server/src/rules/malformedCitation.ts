import type { Slip } from '../syntax/citation.ts';
import type { Rule } from './rule.ts';

const SLIPS: Readonly<Record<Slip['kind'], { what: string; instead: string }>> = {
  'no-comma': { what: 'there is no comma between source and date', instead: ', ' },
  'no-space': { what: 'there is no space after the comma', instead: ', ' },
  'space-before-comma': { what: 'there is a space before the comma', instead: ',' },
  'extra-comma': { what: 'there is more than one comma between source and date', instead: ' ' },
  'stray-stop': { what: 'there is a full stop after the date', instead: '' },
};

/** A citation that is clear to people but not written as the others are. */
export const malformedCitation: Rule = {
  code: 'malformed-citation',
  severity: 'information',
  title: 'A citation is clear but not written as citations are.',
  why: `Readers and tools find a source by its form, \`(Source, Month Day)\`: a comma and a space before the date, nothing after
    it. A slip here is often what is left of a larger accident.`,
  bad: { brief: 'Talks were held (Eurasianet May 9).\n' },
  good: { brief: 'Talks were held (Eurasianet, May 9).\n' },
  citation({ span, slips }) {
    if (slips.length === 0) return undefined;
    const what = slips.map(({ kind }) => SLIPS[kind].what).join(', and ');
    return {
      span,
      message: `This citation is malformed: ${what}. Write it as (Source, Month Day), so that it is found like the others.`,
      data: { slips: slips.map(({ kind, at }) => ({ kind, at, instead: SLIPS[kind].instead })) },
    };
  },
};
