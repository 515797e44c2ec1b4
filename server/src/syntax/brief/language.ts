/** The language of a brief, by the small words that no text of a language does without. */

// cspell:disable
const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in that is was for with on by from has have were are which not this',
  es: 'el la los las de y en que del una por con para su se no fue más como al',
  fr: 'le la les de des et du une est dans que pour sur avec par au qui pas ont été',
  de: 'der die das und den von mit ist im nicht ein eine zu des dem auf für sich wurde nach',
  pt: 'o os a de e do da em que uma para com não dos das por na se foi mais',
  it: 'il di e che la della per una con non del dei nel sono alla è ha gli anche da',
  nl: 'de het een van en in op te dat met voor zijn niet is door bij aan ook werd uit',
  pl: 'w i na z nie się do że jest od przez po oraz dla są został ze jak która o',
  ru: 'и в не на что с по для из от как это также к за был было после при о',
  uk: 'і в не на що з до та для від як за це також було після про у під які',
  tr: 've bir bu için ile da de olarak olan ise sonra kadar gibi daha çok ancak tarafından edildi her en',
  id: 'yang dan di ini dari untuk dengan pada dalam tidak akan telah itu oleh kepada adalah sebagai juga para bahwa',
  ar: 'في من على إلى أن عن التي مع هذا الذي هذه بعد كما قد بين خلال كان لم ما لا',
};
// cspell:enable
const languagesByWord = new Map<string, string[]>();
for (const [language, words] of Object.entries(SMALL_WORDS))
  for (const word of words.split(' ')) languagesByWord.set(word, [...(languagesByWord.get(word) ?? []), language]);

const word = /\p{L}+/gu;
/** The beginning of a brief tells its language. */
const MAX_LENGTH = 5_000;
/** Fewer small words are those of a quotation or a title; a text has at least so many times those of the next likely language. */
const [MIN_WORDS, MIN_RATIO] = [12, 2];

/** The code of the language of a text; undefined unless its words leave no doubt. */
export function inferLanguage(text: string): string | undefined {
  const counts = new Map<string, number>();
  for (const [found] of text.slice(0, MAX_LENGTH).toLowerCase().matchAll(word))
    for (const language of languagesByWord.get(found) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  const isCertain = first && first[1] >= MIN_WORDS && first[1] >= MIN_RATIO * (second?.[1] ?? 0);
  return isCertain ? first[0] : undefined;
}
