/** Names of people and organizations in BibTeX, as CSL has them. */

import { plainText } from './tex.ts';

export type CslName = Readonly<Record<string, string>>;

/** The names of a list: `Okafor, Ada and {Harbor Office} and others`. `usePrefix`: particles belong to the family name. */
export function readNames(list: string, usePrefix: boolean): CslName[] {
  return splitAtDepthZero(list.replace(/\s+/g, ' '), ' and ').flatMap((written) => {
    const name = written.trim();
    if (name === '' || name === 'others') return [];
    return [readName(name, usePrefix)];
  });
}

/** One name: `Last, First`, `von Last, Jr, First`, `First von Last`, `family=…, given=…`, or `{An Organization}`. */
function readName(written: string, usePrefix: boolean): CslName {
  if (isGroup(written)) return { literal: plainText(written) };
  const parts = splitAtDepthZero(written, ',').map((part) => part.trim());
  if (parts.every((part) => /^"?[a-z-]{4,20}\s?=/.test(part)) && /(?:^|[\s,"])family\s?=/.test(written))
    return readLabeled(parts, usePrefix);
  if (parts.length > 2) {
    const [family = '', suffix = '', ...given] = parts;
    return toCsl({ ...splitParticle(family), given: given.join(', '), suffix }, usePrefix);
  }
  if (parts.length === 2) return toCsl({ ...splitParticle(parts[0]!), given: parts[1]!, suffix: '' }, usePrefix);
  const words = splitAtDepthZero(written, ' ').filter((one) => one !== '');
  if (words.length === 1) return { literal: plainText(written) };
  const first = words.findIndex((one, index) => index > 0 && index < words.length - 1 && isParticle(one));
  const familyStart = first > 0 ? first : isParticle(words[0]!) ? 0 : words.length - 1;
  return toCsl(
    {
      ...splitParticle(words.slice(familyStart).join(' ')),
      given: words.slice(0, familyStart).join(' '),
      suffix: '',
    },
    usePrefix,
  );
}

interface NameParts {
  readonly particle: string;
  readonly family: string;
  readonly given: string;
  readonly suffix: string;
}

function toCsl({ particle, family, given, suffix }: NameParts, usePrefix: boolean): CslName {
  const parts = {
    family: plainText(family),
    given: plainText(given),
    [usePrefix ? 'non-dropping-particle' : 'dropping-particle']: plainText(particle),
    suffix: plainText(suffix),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== ''));
}

/** BibLaTeX's form for what commas cannot say: `family=Hicks, given=Michael, prefix=von, useprefix=true`. */
function readLabeled(parts: readonly string[], usePrefix: boolean): CslName {
  const values = new Map(
    parts.map((part) => {
      const [label = '', ...value] = part.replace(/^"|"$/g, '').split('=');
      return [label.trim(), value.join('=').trim()] as const;
    }),
  );
  const get = (label: string) => values.get(label) ?? '';
  const names = { particle: get('prefix'), family: get('family'), given: get('given'), suffix: get('suffix') };
  return toCsl(names, values.has('useprefix') ? get('useprefix') === 'true' : usePrefix);
}

/** `van der Meer` → `van der` and `Meer`. */
function splitParticle(family: string): Pick<NameParts, 'particle' | 'family'> {
  const words = splitAtDepthZero(family, ' ').filter((one) => one !== '');
  let count = 0;
  while (count < words.length - 1 && isParticle(words[count]!)) count++;
  return { particle: words.slice(0, count).join(' '), family: words.slice(count).join(' ') };
}

/** A word that begins with a lower-case letter; what is in braces is none. */
function isParticle(written: string): boolean {
  if (written.startsWith('{') && !written.startsWith('{\\')) return false;
  return /^\p{P}*\p{Ll}/u.test(plainText(written));
}

/** Whether the whole name is in braces: BibTeX does not look into them. */
function isGroup(text: string): boolean {
  if (!text.startsWith('{') || text.startsWith('{\\')) return false;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at === text.length - 1;
  }
  return false;
}

/** Splits a text at a separator outside of braces. */
export function splitAtDepthZero(text: string, separator: string): string[] {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === '{') depth++;
    else if (char === '}') depth--;
    else if (depth === 0 && char === separator[0] && text.startsWith(separator, at)) {
      parts.push(text.slice(start, at));
      start = at + separator.length;
      at = start - 1;
    }
  }
  return [...parts, text.slice(start)];
}
