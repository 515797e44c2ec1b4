/** Inside `<!-- brief-ignore `: rule codes. */
import * as l10n from '@vscode/l10n';
import { RULES } from '../../rules/index.ts';
import type { CompletionProvider, Offer } from './offer.ts';
import { commentAt, matchLength } from './prose.ts';

const wordAtEnd = /[\w-]*$/;
const restOfWord = /^[\w-]+/;
const ignoreDirective = /^\s*brief-ignore(?:-file)?(?:\s|:\s)/;

const DIRECTIVES: readonly [string, string][] = [
  ['brief-ignore', l10n.t('silences rules in the next paragraph')],
  ['brief-ignore-file', l10n.t('silences rules in this brief')],
];

export const completeIgnoreComment: CompletionProvider = (context) => {
  const comment = commentAt(context);
  if (!comment) return undefined;
  const typedLength = matchLength(wordAtEnd, comment.before);
  const isIgnore = ignoreDirective.test(comment.before);
  if (!isIgnore && comment.before.trim().length !== typedLength) return undefined;
  const start = context.offset - typedLength;
  const restLength = matchLength(restOfWord, comment.after);
  const leadingSpace = comment.before === '' ? ' ' : '';
  const directives = DIRECTIVES.map(
    ([text, detail]): Offer => ({ kind: 'value', label: text, detail, text: `${leadingSpace}${text} `, names: [text] }),
  );
  return {
    typed: { start, end: context.offset },
    whole: { start, end: context.offset + restLength },
    offers: isIgnore ? ruleOffers(comment.before.slice(0, comment.before.length - typedLength)) : directives,
  };
};

/** Offers for all rules that `alreadyNamed` does not contain. */
export function ruleOffers(alreadyNamed: string): Offer[] {
  const takenCodes = new Set(alreadyNamed.match(/[\w-]+/g));
  return RULES.filter(({ code }) => !takenCodes.has(code)).map(({ code, title }) => ({
    kind: 'rule',
    label: code,
    detail: title,
    text: code,
    names: [code, title],
    subject: { kind: 'rule', id: code },
  }));
}
