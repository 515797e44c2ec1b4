/** Talks with a person who is the source: `interview with`, `Gespräch in Kyjiw mit`. docs/format.md, section 2. */

import { oneOf } from '../../base/text/phrases.ts';
import { en } from './words/en.ts';
import { LANGUAGES } from './words/index.ts';

/** In other languages than English two words may stand between. `Discussion paper by` is no talk. */
const talks = LANGUAGES.flatMap((language) => {
  const gap = language === en ? '' : String.raw`(?:\s\p{L}+){0,2}`;
  return language.talks
    ? `(?<!\\p{L})${oneOf(language.talks)}${gap}\\s${oneOf(language.talkPrepositions ?? [])}(?!\\p{L})`
    : [];
});

/** A pattern for the words up to the preposition. */
export const TALK = talks.join('|');

/** What stands for a person who was to be named; `[name withheld]` protects one. */
const STAND_IN = String.raw`(?:x{2,}|tktk|tk|tb[cd]|\?{1,5}|_{2,}|\[(?:name|interviewee|person|who)?\??\])(?=\s*(?:,|$))`;
/** The person was deleted, or not filled in: `Interview mit , Kyjiw`, `Interview with May 2022`, `Interview with XXX, Kyiv`. */
const cutOff = new RegExp(
  String.raw`(?:${TALK})(?:\s+${STAND_IN}|\s*,|\s+(?:(?:\d{1,2}\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{Ll}{0,6}\.?\s(?:\d{1,2},\s)?\d{4}))`,
  'iu',
);

/** Whether the words say that there was a talk, and the person is gone. */
export function isTalkCutOff(words: string): boolean {
  return cutOff.test(words);
}
