/** `check --fix`: corrects briefs as *Fix All* does in editors, and writes them, or shows what would change. */

import { promises } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as l10n from '@vscode/l10n';
import { firstOffset } from '../base/text/byteOrderMark.ts';
import { decodeText } from '../protocol/fileText.ts';
import { applyEdits, formattingEdits, WITHOUT_REGISTRIES } from '../rules/run/formatting.ts';
import { ruleByCode } from '../rules/run/ruleLookup.ts';
import { checkBrief } from '../rules/run/runRules.ts';
import type { BriefChecker } from './briefChecker.ts';
import { checkBriefFile } from './checkBriefFile.ts';
import type { BriefFile, Project } from './project.ts';
import { replaceUnchangedFile } from './replaceFile.ts';
import { formatUnifiedDiff, type TextEdit } from './unifiedDiff.ts';
import { createUsageError, isUsageError } from './usageError.ts';

/** The corrections of a run. */
export interface Fixing {
  /** Corrects a brief, then checks it. */
  readonly checker: BriefChecker;
  /** What was done so far. */
  readonly result: () => FixResult;
}

export interface FixResult {
  /** How many briefs were corrected. */
  readonly files: number;
  /** By the code of their rule, how many findings are gone. */
  readonly counts: ReadonlyMap<string, number>;
  /** What changes, as a unified diff. */
  readonly diff: string;
  /** Whether every brief could be corrected. */
  readonly isComplete: boolean;
}

/** Fails on bytes that are no UTF-8, and keeps a byte order mark. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Writes corrected briefs to the disk. With `isDryRun`, only the diff is made. Problems are reported, and leave the file as it was. */
export function createFixing(
  project: Project,
  { isDryRun, report }: { readonly isDryRun: boolean; readonly report: (message: string) => void },
): Fixing {
  const counts = new Map<string, number>();
  const diffs: string[] = [];
  let isComplete = true;
  const fix = async (file: BriefFile): Promise<BriefFile> => {
    const { uri, scope, settings } = file;
    const { workspace } = project;
    const edits = formattingEdits(file.brief, { uri, scope, workspace, settings, ...WITHOUT_REGISTRIES });
    if (edits.length === 0) return file;
    try {
      const before = await readStored(file);
      const stored = editsOfStored(before.text, edits);
      const after = Buffer.from(applyEdits(before.text, stored));
      const text = applyEdits(file.text, edits);
      if (decodeText(after).text !== text) throw new Error(`The corrections of ${file.name} cannot be read back.`);
      if (!isDryRun) await write(file, before.bytes, after);
      diffs.push(formatUnifiedDiff(file.name.replace(/^(?:\.\/+)+/, ''), before.text, stored));
      const fixed = project.withText(file, text);
      for (const [code, count] of goneFindings(file, fixed)) counts.set(code, (counts.get(code) ?? 0) + count);
      return fixed;
    } catch (error) {
      if (!isUsageError(error)) throw error;
      isComplete = false;
      report(error.message);
      return file;
    }
  };
  return {
    checker: {
      check: (brief) =>
        project.withBrief(brief, async (file) => {
          const fixed = await fix(file);
          const check = checkBriefFile(fixed);
          return { source: fixed.source, check: () => check };
        }),
      finish: async () => {},
    },
    result: () => ({ files: diffs.length, counts, diff: diffs.join(''), isComplete }),
  };
}

/** `Corrected in 2 files: 3 malformed-citation, 1 citation-order.` */
export function describeFixes({ files, counts }: FixResult, isDryRun: boolean): string {
  if (files === 0) return l10n.t('There is nothing to correct automatically.');
  const listed = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, count]) => `${count} ${code}`);
  const list = listed.join(', ');
  if (isDryRun)
    return files === 1
      ? l10n.t('Would be corrected in 1 file: {0}. Nothing was written.', list)
      : l10n.t('Would be corrected in {0} files: {1}. Nothing was written.', files, list);
  return files === 1 ? l10n.t('Corrected in 1 file: {0}.', list) : l10n.t('Corrected in {0} files: {1}.', files, list);
}

/** The file as it is stored. Throws a usage error unless it is in UTF-8 and still has the text that was read. */
async function readStored({ name, uri, text }: BriefFile): Promise<{ bytes: Uint8Array; text: string }> {
  const bytes = await promises.readFile(fileURLToPath(uri)).catch(() => undefined);
  const read = bytes && decodeText(bytes);
  if (read?.note)
    throw createUsageError(l10n.t('“{0}” was not changed, because it is not in UTF-8. Save it in UTF-8.', name));
  if (!bytes || read?.text !== text) throw createUsageError(changedMeanwhile(name));
  return { bytes, text: utf8.decode(bytes) };
}

/** The edits for the stored text, which may begin with a byte order mark and end its lines with carriage returns alone. */
function editsOfStored(stored: string, edits: readonly TextEdit[]): TextEdit[] {
  const shift = firstOffset(stored);
  const isOldMac = stored.includes('\r') && !stored.includes('\n');
  return edits.map(({ span: { start, end }, text }) => ({
    span: { start: start + shift, end: end + shift },
    text: isOldMac ? text.replaceAll('\n', '\r') : text,
  }));
}

async function write({ name, uri }: BriefFile, before: Uint8Array, after: Uint8Array): Promise<void> {
  let isReplaced: boolean;
  try {
    isReplaced = await replaceUnchangedFile(fileURLToPath(uri), before, after);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw createUsageError(l10n.t('“{0}” cannot be written: {1}. It is as it was.', name, reason));
  }
  if (!isReplaced) throw createUsageError(changedMeanwhile(name));
}

function changedMeanwhile(name: string): string {
  return l10n.t('“{0}” changed while it was checked, and was not corrected. Run the command again.', name);
}

/** By the code of their rule, how many findings of form are gone. */
function goneFindings(before: BriefFile, after: BriefFile): [code: string, count: number][] {
  const [old, left] = [countForms(before), countForms(after)];
  return [...old]
    .map(([code, count]): [string, number] => [code, count - (left.get(code) ?? 0)])
    .filter(([, n]) => n > 0);
}

function countForms({ uri, brief, scope, settings }: BriefFile): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of checkBrief(uri, brief, scope, settings))
    if (ruleByCode(code)?.isFormOnly) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
