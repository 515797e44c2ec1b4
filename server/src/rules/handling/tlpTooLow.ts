import * as l10n from '@vscode/l10n';
import { type BriefMarking, briefMarkingOf } from '../../analysis/handling/briefMarking.ts';
import { type MarkedUse, markedUsesIn } from '../../analysis/handling/tlpSources.ts';
import { firstOffset } from '../../base/text/byteOrderMark.ts';
import { newlineOf } from '../../base/text/newline.ts';
import type { Span } from '../../base/text/span.ts';
import { TLP_LABELS, type Tlp } from '../../syntax/ast.ts';
import { frontMatterOf } from '../../syntax/brief/brief.ts';
import { formatTlpLabel, strictness } from '../../syntax/registry/tlp.ts';
import { replacementFix } from '../engine/fixSupport.ts';
import type { BriefContext, Fix, FixContext, Problem, Rule } from '../engine/rule.ts';
import { STANDARD_URLS } from '../engine/standards.ts';

/** A brief marked less strictly than a source or entity it uses. */
export const tlpTooLow: Rule = {
  code: 'tlp-too-low',
  severity: { draft: 'warning', release: 'error' },
  title: l10n.t('A brief has a less strict marking than something it uses.'),
  standard: {
    name: 'FIRST TLP 2.0, section 1.h',
    url: STANDARD_URLS.TLP,
    requirement: l10n.t(
      'Sharing information more widely than its label allows requires explicit permission from its source.',
    ),
  },
  why: l10n.t(
    'Information that a source shared with a few readers reaches everyone whom the marking of the brief allows. That breaks the promise made to the source, and can endanger it. Mark the brief as strictly as the strictest information in it, leave that information out, or ask for permission. A brief without a marking is compared with sources stricter than TLP:GREEN.',
  ),
  bad: {
    brief: '---\ntlp: GREEN\n---\nThe garrison left [@liaison-1].\n',
    registry:
      'references:\n  - { id: liaison-1, title: Note on the garrison, issued: 2021-09-06, custom: { tlp: AMBER } }\n',
  },
  fixed: { brief: '---\ntlp: AMBER\n---\nThe garrison left [@liaison-1].\n' },
  good: {
    brief: '---\ntlp: AMBER\n---\nThe garrison left [@liaison-1].\n',
    registry:
      'references:\n  - { id: liaison-1, title: Note on the garrison, issued: 2021-09-06, custom: { tlp: AMBER } }\n',
  },
  *brief(context) {
    const problem = problemIn(context);
    if (problem) yield problem;
  },
  fixes({ span, data }, context) {
    const tlp = TLP_LABELS.find((label) => label === data?.tlp);
    return tlp ? [raiseMarkingFix(tlp, data?.isMarked === true ? span : undefined, context)] : [];
  },
};

function problemIn(context: BriefContext): Problem | undefined {
  const uses = markedUsesIn(context);
  const marking = uses.length === 0 ? undefined : briefMarkingOf(context.brief);
  if (marking === 'unclear') return undefined;
  const limit = strictness(marking?.value ?? 'GREEN');
  const stricter = uses.filter(({ tlp }) => strictness(tlp) > limit);
  const strictest = stricter.reduce<MarkedUse | undefined>(
    (worst, use) => (worst && strictness(worst.tlp) >= strictness(use.tlp) ? worst : use),
    undefined,
  );
  return strictest && toProblem(context, marking, strictest, stricter.length);
}

function toProblem({ uri }: BriefContext, marking: BriefMarking | undefined, use: MarkedUse, count: number): Problem {
  const { entry } = use.entry;
  const name = 'name' in entry ? entry.name.value : (entry.title ?? entry.id.value);
  const label = formatTlpLabel(use.tlp);
  const problem = describeUse(marking && formatTlpLabel(marking.value), use.kind, formatUse(name, label, count - 1));
  const advice = l10n.t('Mark the brief {0}, leave this out, or ask its owner.', label);
  return {
    span: marking?.span ?? use.span,
    message: `${problem} ${advice}`,
    related: [
      { uri: use.entry.uri, span: (entry.tlp ?? entry.id).span, message: l10n.t('Marked {0}', label) },
      ...(marking ? [{ uri, span: use.span, message: l10n.t('Used here') }] : []),
    ],
    data: { tlp: use.tlp, isMarked: marking !== undefined },
  };
}

/** The strictest thing that the brief uses, and how many others are stricter than the brief. */
function formatUse(name: string, label: string, others: number): string {
  return others === 0 ? l10n.t('“{0}” ({1})', name, label) : l10n.t('“{0}” ({1}) and {2} more', name, label, others);
}

/** What the brief uses, and its own marking, if it has one. */
function describeUse(ownLabel: string | undefined, kind: MarkedUse['kind'], used: string): string {
  if (kind === 'cites')
    return ownLabel === undefined
      ? l10n.t('This brief has no marking, but cites {0}.', used)
      : l10n.t('This brief is {0}, but cites {1}.', ownLabel, used);
  return ownLabel === undefined
    ? l10n.t('This brief has no marking, but names {0}.', used)
    : l10n.t('This brief is {0}, but names {1}.', ownLabel, used);
}

/** Replaces the marking of the brief, or adds one to its front matter. */
function raiseMarkingFix(tlp: Tlp, markingSpan: Span | undefined, context: FixContext): Fix {
  const { text, brief, uri } = context;
  const title = l10n.t('Mark the brief {0}', formatTlpLabel(tlp));
  const frontMatter = brief && frontMatterOf(brief);
  if (markingSpan) {
    const isShort = frontMatter?.tlp !== undefined && !/^TLP/i.test(frontMatter.tlp.value);
    return replacementFix(title, context, markingSpan, isShort ? tlp : formatTlpLabel(tlp));
  }
  const newline = newlineOf(text);
  const start = frontMatter ? text.indexOf('\n') + 1 : firstOffset(text);
  const line = `tlp: ${tlp}${newline}`;
  return {
    title,
    changes: [
      { uri, span: { start, end: start }, text: frontMatter ? line : `---${newline}${line}---${newline}${newline}` },
    ],
  };
}
