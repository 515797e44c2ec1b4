/** The word lists by language. A further language is a folder beside `en` with the same lists and a line here. */

import { en } from './en/index.ts';

export type WordLists = typeof en;

const WORD_LISTS = { en } satisfies Record<string, WordLists>;
export type Language = keyof typeof WORD_LISTS;

/** The language that briefs are read in. */
const DEFAULT_LANGUAGE: Language = 'en';

/** Builds patterns from the lists of a language when they are first used, once per language. */
export function patternsFrom<T extends object>(build: (lists: WordLists) => T): (language?: Language) => T {
  const built: Partial<Record<Language, T>> = {};
  return (language = DEFAULT_LANGUAGE) => {
    built[language] ??= build(WORD_LISTS[language]);
    return built[language];
  };
}
