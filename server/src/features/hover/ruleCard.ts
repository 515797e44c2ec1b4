/** Cards of rules, shown where their codes are written: in ignore comments, in front matter, in completion. */

import * as l10n from '@vscode/l10n';
import { didYouMean } from '../../base/text/didYouMean.ts';
import { type Located, type Span, shift, touches } from '../../base/text/span.ts';
import type { CardLine } from '../../protocol/card.ts';
import { similarCodes, unknownCodes } from '../../rules/engine/ruleCodes.ts';
import type { CheckSettings, Level, Profile } from '../../rules/engine/settings.ts';
import { levelOf, profileOf } from '../../rules/run/plan.ts';
import { RULE_CODES, ruleByCode } from '../../rules/run/ruleLookup.ts';
import { rationaleOf } from '../../rules/run/rulesPage.ts';
import type { Registry } from '../../syntax/ast.ts';
import { blockIndexAt, frontMatterOf } from '../../syntax/brief/brief.ts';
import type { ParsedFile } from '../cursor/symbolAt.ts';
import type { FeatureContext } from '../feature.ts';

/** Sentences are joined into lines of at most this length, which `card.ts` does not truncate. */
const MAX_LINE_LENGTH = 380;

const LEVEL_LABELS: Readonly<Record<Level, string>> = {
  error: l10n.t('error'),
  warning: l10n.t('warning'),
  information: l10n.t('information'),
  hint: l10n.t('hint'),
  off: l10n.t('off'),
};

type CheckContext = Pick<FeatureContext, 'revisionOf' | 'ruleUrl'>;

/** The card of the rule whose code the cursor at `offset` touches; undefined if there is none. */
export function ruleCardAt(
  uri: string,
  file: ParsedFile,
  offset: number,
  context: CheckContext,
): { readonly span: Span; readonly lines: readonly CardLine[] } | undefined {
  const code = ruleCodeAt(file, offset);
  return code && { span: code.span, lines: ruleCard(code.value, uri, file, context) };
}

/** The card of a rule with its level in the file at `uri`; for an unknown code, suggestions. */
export function ruleCard(
  code: string,
  uri: string,
  file: ParsedFile | undefined,
  { revisionOf, ruleUrl }: CheckContext,
): CardLine[] {
  const rule = ruleByCode(code);
  if (!rule) {
    const text = l10n.t('There is no rule “{0}”.', code);
    return [{ kind: 'text', text: text + didYouMean(similarCodes(code, RULE_CODES)) }];
  }
  const { severity, title, standard } = rule;
  const settings = revisionOf(uri).checks;
  const profile = effectiveProfile(file, settings);
  const url = ruleUrl(code);
  return [
    { kind: 'title', text: code, note: l10n.t('rule') },
    { kind: 'text', text: title },
    {
      kind: 'field',
      label: l10n.t('Severity'),
      value: l10n.t('{0} in drafts, {1} in releases', LEVEL_LABELS[severity.draft], LEVEL_LABELS[severity.release]),
    },
    { kind: 'field', label: l10n.t('Here'), value: formatLevelHere(levelOf(rule, settings, profile), profile) },
    { kind: 'field', label: standard.name, value: standard.requirement },
    ...wrapSentences(rationaleOf(rule)).map((text): CardLine => ({ kind: 'text', text })),
    ...(url === undefined ? [] : [{ kind: 'page', label: l10n.t('Rules page'), url } as const]),
  ];
}

function formatLevelHere(level: Level, profile: Profile): string {
  return profile === 'draft'
    ? l10n.t('{0}, checked as a draft', LEVEL_LABELS[level])
    : l10n.t('{0}, checked as a release', LEVEL_LABELS[level]);
}

function effectiveProfile(file: ParsedFile | undefined, settings: CheckSettings): Profile {
  return file?.kind === 'brief' ? profileOf(file.value, settings) : (settings.forcedProfile ?? settings.profile);
}

/** The rule code at an offset. Other words of an ignore comment count only if they are near misses of a code. */
function ruleCodeAt({ kind, value }: ParsedFile, offset: number): Located<string> | undefined {
  if (kind === 'registry') return findRuleCode(ignoredCodesOf(value), offset);
  const frontMatter = frontMatterOf(value);
  const index = blockIndexAt(value, offset);
  const blockStart = value.starts[index] ?? 0;
  const codeLists = value.blocks[index]?.ignores.map(({ codes }) => codes) ?? [];
  const code = findRuleCode(codeLists, offset - blockStart);
  if (code) return { value: code.value, span: shift(code.span, blockStart) };
  if (!frontMatter || index > 0) return undefined;
  return (
    frontMatter.ignore.find(({ span }) => touches(span, offset)) ??
    findRuleCode(ignoredCodesOf(frontMatter.registry), offset)
  );
}

function ignoredCodesOf({ ignores }: Registry): (readonly Located<string>[])[] {
  return ignores.map(({ codes }) => codes);
}

function findRuleCode(codeLists: readonly (readonly Located<string>[])[], offset: number): Located<string> | undefined {
  for (const codes of codeLists) {
    const code = codes.find(({ span }) => touches(span, offset));
    if (code) return ruleByCode(code.value) || unknownCodes(codes, RULE_CODES).includes(code) ? code : undefined;
  }
  return undefined;
}

/** Splits a text into lines of whole sentences, as many per line as fit. */
function wrapSentences(text: string): string[] {
  const lines: string[] = [];
  for (const sentence of text.split(/(?<=[.!?]) (?=\S)/)) {
    const lastLine = lines.at(-1);
    if (lastLine !== undefined && lastLine.length + sentence.length < MAX_LINE_LENGTH)
      lines[lines.length - 1] += ` ${sentence}`;
    else lines.push(sentence);
  }
  return lines;
}
