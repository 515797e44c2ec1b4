/** Times of day behind a date: `10:15 MSK`, `10:12 AM`, `14h05`, `14:05 Uhr`, `0830 gmt`. */

import { isMark, type Token } from '../tokens.ts';

const zonePattern = /^(?:[A-Z]{1,5}|gmt|utc|local|Uhr|uur|hrs)$/;
const halfDays = new Set(['am', 'pm']);

/** The index of the token after the time at `from`; undefined where there is none. Without a colon a time needs its zone. */
export function readTime(tokens: readonly Token[], from: number): number | undefined {
  const hours = tokens[from];
  if (hours?.kind !== 'number') return undefined;
  if (hours.text.length === 4) return zoneEnd(tokens, from + 1);
  if (hours.text.length > 2 || !(isMark(tokens[from + 1], ':') || tokens[from + 1]?.lower === 'h')) return undefined;
  let at = from + 2;
  while (tokens[at]?.kind === 'number' && tokens[at]!.text.length === 2) at += isMark(tokens[at + 1], ':') ? 2 : 1;
  if (at === from + 2) return undefined;
  return zoneEnd(tokens, at) ?? at;
}

function zoneEnd(tokens: readonly Token[], from: number): number | undefined {
  let at = from;
  if (halfDays.has(tokens[at]?.lower ?? '')) at++;
  else if (/^[ap]$/.test(tokens[at]?.lower ?? '') && isMark(tokens[at + 1], '.') && tokens[at + 2]?.lower === 'm') {
    at += isMark(tokens[at + 3], '.') ? 4 : 3;
  }
  const zone = tokens[at];
  if (zone?.kind === 'word' && zonePattern.test(zone.text)) return at + 1;
  return at > from ? at : undefined;
}
