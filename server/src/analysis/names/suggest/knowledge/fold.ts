/** The form in which words are looked up. */

/** A word for look-ups: in lower case, with straight apostrophes, and without the stops of an acronym. */
export function foldWord(written: string): string {
  const plain = written.replace(/[’‘ʼ]/g, "'").toLowerCase();
  return /^\p{L}(?:\.\p{L})+\.?$/u.test(plain) ? plain.replaceAll('.', '') : plain;
}

/** A name of several words for look-ups. */
export function foldWords(written: string): string {
  return written.trim().split(/\s+/u).map(foldWord).join(' ');
}
