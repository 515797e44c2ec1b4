/** What a rule says of itself, where its code is written: in ignore comments, in front matter, in completion. */

import * as l10n from '@vscode/l10n';
import { didYouMean } from '../../base/text/didYouMean.ts';
import { type Located, type Span, shift, touches } from '../../base/text/span.ts';
import type { Line } from '../../protocol/card.ts';
import { codesLike, mistakenCodes } from '../../rules/engine/ruleCodes.ts';
import type { CheckSettings, Level, Profile } from '../../rules/engine/settings.ts';
import { RULE_CODES, ruleOf } from '../../rules/run/ruleLookup.ts';
import { reasonOf } from '../../rules/run/rulesPage.ts';
import { levelOf, profileOf } from '../../rules/run/runRules.ts';
import type { Registry } from '../../syntax/ast.ts';
import { blockIndexAt, frontMatterOf } from '../../syntax/brief/brief.ts';
import type { FileValue } from '../cursor/symbolAt.ts';
import type { FeatureContext } from '../feature.ts';

/** A line of a card is at most this long before it is cut. */
const LONGEST_LINE = 380;

const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  error: l10n.t('error'),
  warning: l10n.t('warning'),
  information: l10n.t('information'),
  hint: l10n.t('hint'),
  off: l10n.t('off'),
};

/** How a file is checked, and where the pages of the rules are. */
type Checked = Pick<FeatureContext, 'checksFor' | 'ruleUrl'>;

/** The card of the rule whose code the cursor at `offset` touches; undefined where there is none. */
export function ruleCardAt(
  uri: string,
  file: FileValue,
  offset: number,
  context: Checked,
): { readonly span: Span; readonly lines: readonly Line[] } | undefined {
  const code = codeAt(file, offset);
  return code && { span: code.span, lines: ruleCard(code.value, uri, file, context) };
}

/** The card of a rule, in the file at `uri`; of a code that no rule has, what was meant. */
export function ruleCard(
  code: string,
  uri: string,
  file: FileValue | undefined,
  { checksFor, ruleUrl }: Checked,
): Line[] {
  const rule = ruleOf(code);
  if (!rule) {
    const text = l10n.t('There is no rule “{0}”, so nothing is silenced by this name.', code);
    return [{ kind: 'text', text: text + didYouMean(codesLike(code, RULE_CODES)) }];
  }
  const { severity, title, standard } = rule;
  const settings = checksFor(uri);
  const profile = profileIn(file, settings);
  const url = ruleUrl(code);
  return [
    { kind: 'title', text: code, note: l10n.t('rule') },
    { kind: 'text', text: title },
    {
      kind: 'field',
      label: l10n.t('Severity'),
      value: l10n.t('{0} in drafts, {1} in releases', LEVEL_WORDS[severity.draft], LEVEL_WORDS[severity.release]),
    },
    { kind: 'field', label: l10n.t('Here'), value: sayHere(levelOf(rule, settings, profile), profile) },
    { kind: 'field', label: standard.name, value: standard.says },
    ...linesOf(reasonOf(rule)).map((text): Line => ({ kind: 'text', text })),
    ...(url === undefined ? [] : [{ kind: 'page', label: l10n.t('Rules page'), url } as const]),
  ];
}

function sayHere(level: Level, profile: Profile): string {
  return profile === 'draft'
    ? l10n.t('{0}, checked as a draft', LEVEL_WORDS[level])
    : l10n.t('{0}, checked as a release', LEVEL_WORDS[level]);
}

function profileIn(file: FileValue | undefined, settings: CheckSettings): Profile {
  return file?.kind === 'brief' ? profileOf(file.value, settings) : (settings.forcedProfile ?? settings.profile);
}

/** The code at a place; a word beside codes is none, unless it was meant for one. */
function codeAt({ kind, value }: FileValue, offset: number): Located<string> | undefined {
  if (kind === 'registry') return codeIn(ignoresOf(value), offset);
  const front = frontMatterOf(value);
  const index = blockIndexAt(value, offset);
  const at = value.starts[index] ?? 0;
  const here = value.blocks[index]?.ignores.map(({ codes }) => codes) ?? [];
  const code = codeIn(here, offset - at);
  if (code) return { value: code.value, span: shift(code.span, at) };
  if (!front || index > 0) return undefined;
  return front.ignore.find(({ span }) => touches(span, offset)) ?? codeIn(ignoresOf(front.registry), offset);
}

function ignoresOf({ ignores }: Registry): (readonly Located<string>[])[] {
  return ignores.map(({ codes }) => codes);
}

function codeIn(comments: readonly (readonly Located<string>[])[], offset: number): Located<string> | undefined {
  for (const codes of comments) {
    const code = codes.find(({ span }) => touches(span, offset));
    if (code) return ruleOf(code.value) || mistakenCodes(codes, RULE_CODES).includes(code) ? code : undefined;
  }
  return undefined;
}

/** The sentences of a text, as many to a line as fit. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  for (const sentence of text.split(/(?<=[.!?]) (?=\S)/)) {
    const before = lines.at(-1);
    if (before !== undefined && before.length + sentence.length < LONGEST_LINE)
      lines[lines.length - 1] += ` ${sentence}`;
    else lines.push(sentence);
  }
  return lines;
}
