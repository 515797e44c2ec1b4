/** The same for spellings of a name that differ as transliterations do: `Qadhafi` and `Gaddafi`, `Hizbullah` and `Hezbollah`. */
// cspell:ignore aeiou aeiouy

/** The Arabic article in front of all letters, and the particle before the name of a father. */
const article = /^(?:al|el|ul|ar|as|ash|an|at|az|ad)$/;
const patronymic = /^(?:bin|ibn|ben)$/;
/** In words: letters and groups of letters that stand for one sound, and the letter for it. `y` and `w` are vowels behind a vowel. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/(?:gh|kh|ck|[gqc])/g, 'k'],
  [/(?<=[a-z])h|(?<=[dtz])h/g, ''],
  [/^(?:ye|je)(?=[^aeiou])/, 'e'],
  [/(?<=[aeiou])w(?![aeiou])|ou|oo/g, 'u'],
  [/w/g, 'v'],
];
/** Two classes of vowels: transliterations mix those of one class, other names differ in more. */
const vowels = /[aeiouy]+/g;
const brightVowel = /[eiy]/;

/** The sound of a word: each letter stands for several. */
function soundOf(word: string): string {
  if (article.test(word)) return 'al';
  if (patronymic.test(word)) return 'bin';
  let sound = word.replace(/sch|sh|ch/g, 'S');
  for (const [pattern, letter] of SOUNDS) sound = sound.replace(pattern, letter);
  return sound.replace(vowels, (run) => (brightVowel.test(run) ? 'i' : 'a')).replace(/(.)\1+/g, '$1');
}

/** Whether a word only links the words of a name, such as `al` and `bin`. */
export function isLink(word: string): boolean {
  return article.test(word) || patronymic.test(word);
}

/** The key that all transliterations of a name share; `words` are in lower case and without accents. */
export function transliterationKey(words: readonly string[]): string {
  return `~${words.map(soundOf).join(' ')}`;
}
