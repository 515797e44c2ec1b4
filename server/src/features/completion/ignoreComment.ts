/** Inside `<!-- brief-ignore `: the codes of the rules. */
import * as l10n from '@vscode/l10n';
import { RULES } from '../../rules/index.ts';
import type { Context, Offer } from './offer.ts';
import { commentAt, lengthOf } from './prose.ts';

const word = /[\w-]*$/;
const restOfWord = /^[\w-]+/;
const ignoring = /^\s*brief-ignore(?:-file)?\s/;

const DIRECTIVES: readonly [string, string][] = [
  ['brief-ignore', l10n.t('silences rules in the next paragraph')],
  ['brief-ignore-file', l10n.t('silences rules in this brief')],
];

export const ignoreComment: Context = (place) => {
  const comment = commentAt(place);
  if (!comment) return undefined;
  const typedLength = lengthOf(word, comment.before);
  const isIgnore = ignoring.test(comment.before);
  if (!isIgnore && comment.before.trim().length !== typedLength) return undefined;
  const start = place.offset - typedLength;
  const rest = lengthOf(restOfWord, comment.after);
  const gap = comment.before === '' ? ' ' : '';
  const directives = DIRECTIVES.map(
    ([text, detail]): Offer => ({ kind: 'value', label: text, detail, text: `${gap}${text} `, names: [text] }),
  );
  return {
    typed: { start, end: place.offset },
    whole: { start, end: place.offset + rest },
    offers: isIgnore ? ruleOffers(comment.before.slice(0, comment.before.length - typedLength)) : directives,
  };
};

/** The codes of the rules that `written` does not name yet. */
export function ruleOffers(written: string): Offer[] {
  const taken = new Set(written.match(/[\w-]+/g));
  return RULES.filter(({ code }) => !taken.has(code)).map(({ code, title }) => ({
    kind: 'rule',
    label: code,
    detail: title,
    text: code,
    names: [code, title],
    about: { kind: 'rule', id: code },
  }));
}
