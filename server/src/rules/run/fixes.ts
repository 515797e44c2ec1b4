/** The fixes offered for a finding: those of its rule, and "Ignore". */

import * as l10n from '@vscode/l10n';
import { firstOffset } from '../../base/text/byteOrderMark.ts';
import { newlineOf } from '../../base/text/newline.ts';
import { haveSameCitations } from '../../edits/citation/sameCitations.ts';
import { applyReplacements } from '../../edits/notes/verify.ts';
import type { Brief } from '../../syntax/ast.ts';
import { blockIndexAt, updateBrief } from '../../syntax/brief/brief.ts';
import type { Finding, Fix, FixContext } from '../engine/rule.ts';
import { ruleByCode } from './ruleLookup.ts';

/** The fixes of a finding, the best first; "Ignore" comes last. */
export function fixesOf(finding: Finding, context: FixContext): Fix[] {
  const rule = ruleByCode(finding.code);
  if (!rule) return [];
  const fixes = rule.fixes?.(finding, context) ?? [];
  const harmless = rule.isFormOnly ? fixes.filter((fix) => isHarmless(fix, context)) : fixes;
  return [...harmless, ...ignoreFix(finding, context)];
}

/** Silences the rule where the finding is: in its paragraph or entry, otherwise in the brief. Empty if that is not possible. */
export function ignoreFix(finding: Finding, context: FixContext): Fix[] {
  const { brief, uri } = context;
  const fix = brief
    ? (ignoreInParagraph(finding, brief, uri) ?? ignoreInBrief(finding, brief, uri))
    : ignoreInEntry(finding, context);
  return fix ? [fix] : [];
}

/** Whether a fix of the form of a citation changes nothing else in the brief. */
function isHarmless({ changes }: Fix, { brief, text, uri }: FixContext): boolean {
  const edits = changes?.flatMap((change) => ('span' in change && change.uri === uri ? [change] : [])) ?? [];
  if (!brief || edits.length === 0) return true;
  const start = Math.min(...edits.map(({ span }) => span.start));
  const end = Math.max(...edits.map(({ span }) => span.end));
  const after = applyReplacements(text, edits);
  const newLength = end - start + after.length - text.length;
  return haveSameCitations(brief, updateBrief(brief, after, { start, end, newLength }));
}

/** The fix that may be applied automatically because it changes form only; undefined if there is none. */
export function safeFixOf(finding: Finding, context: FixContext): Fix | undefined {
  const rule = ruleByCode(finding.code);
  return rule?.isFormOnly && rule.fixes?.(finding, context).find(({ isPreferred }) => isPreferred);
}

/** Suppresses the rule for the paragraph, in an existing comment or a new one above it. */
function ignoreInParagraph({ code, span }: Finding, brief: Brief, uri: string): Fix | undefined {
  const index = blockIndexAt(brief, span.start);
  const block = brief.blocks[index];
  if (!block || block.kind === 'front-matter') return undefined;
  const blockStart = brief.starts[index]!;
  const title = l10n.t('Ignore {0} here', code);
  const existing = block.ignores.find(
    (ignore) => ignore.scope === 'next' && ignore.isBeforeProse && ignore.codes.length > 0,
  );
  if (existing) {
    const end = blockStart + existing.codes.at(-1)!.span.end;
    return { title, changes: [{ uri, span: { start: end, end }, text: ` ${code}` }] };
  }
  const start = Math.max(brief.text.lastIndexOf('\n', blockStart + block.content.start - 1) + 1, firstLineStart(brief));
  const newline = newlineOf(brief.text);
  // Directly below a comment, a lone line or a masthead would be read as prose.
  const separator = block.kind === 'paragraph' && block.shape !== 'prose' ? newline : '';
  return {
    title,
    changes: [{ uri, span: { start, end: start }, text: `<!-- brief-ignore ${code} -->${newline}${separator}` }],
  };
}

/** Suppresses the rule for the file, in a comment below the front matter that the finding is in. */
function ignoreInBrief({ code }: Finding, brief: Brief, uri: string): Fix | undefined {
  const [block] = brief.blocks;
  if (block?.kind !== 'front-matter') return undefined;
  const newline = newlineOf(brief.text);
  const start = block.content.end;
  const text = `${newline}${newline}<!-- brief-ignore-file ${code} -->`;
  return { title: l10n.t('Ignore {0} in this brief', code), changes: [{ uri, span: { start, end: start }, text }] };
}

/** Suppresses the rule for a registry entry, in a comment above it; undefined if the entry does not start a line. */
function ignoreInEntry({ code, span }: Finding, { uri, text, workspace }: FixContext): Fix | undefined {
  const registry = workspace.registries.get(uri);
  const entries = registry ? [...registry.types, ...registry.entities, ...registry.sources] : [];
  const entry = entries.find((one) => one.span.start <= span.start && span.end <= one.span.end);
  if (!entry) return undefined;
  const start = text.lastIndexOf('\n', entry.span.start - 1) + 1;
  const [indentation] = /^[ \t]*(?=-[ \t])/.exec(text.slice(start, entry.span.start)) ?? [];
  if (indentation === undefined) return undefined;
  const comment = `${indentation}# brief-ignore ${code}${newlineOf(text)}`;
  return { title: l10n.t('Ignore {0} here', code), changes: [{ uri, span: { start, end: start }, text: comment }] };
}

/** The start of the first line, after a byte order mark. */
function firstLineStart({ text }: Brief): number {
  return firstOffset(text);
}
