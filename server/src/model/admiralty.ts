/** The Admiralty (NATO) grades in words. F and 6 say that nobody can judge; they are not the worst grades. */

export const RELIABILITY: Readonly<Record<string, string>> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'reliability cannot be judged',
};

export const CREDIBILITY: Readonly<Record<string, string>> = {
  1: 'confirmed by other sources',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'improbable',
  6: 'truth cannot be judged',
};

/** `B2: usually reliable, probably true`; undefined when neither grade is given. */
export function sayRating(reliability: string | undefined, credibility: string | undefined): string | undefined {
  const words = [reliability && RELIABILITY[reliability], credibility && CREDIBILITY[credibility]].filter(Boolean);
  return words.length === 0 ? undefined : `${reliability ?? ''}${credibility ?? ''}: ${words.join(', ')}`;
}
