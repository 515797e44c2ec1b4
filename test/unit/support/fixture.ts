import { expect } from 'vitest';
import type { Span } from '../../../server/src/base/text/span.ts';
import type { Finding } from '../../../server/src/rules/engine/rule.ts';
import { type CheckSettings, DEFAULT_CHECK_SETTINGS } from '../../../server/src/rules/engine/settings.ts';
import { checkBrief, checkRegistry } from '../../../server/src/rules/run/runRules.ts';
import type { Brief } from '../../../server/src/syntax/ast.ts';
import { readBrief } from '../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../server/src/syntax/registry/registry.ts';
import { createWorkspace, type WorkspaceStore } from '../../../server/src/workspace/index/workspaceStore.ts';
import type { Workspace } from '../../../server/src/workspace/workspace.ts';

/**
 * A workspace as text. `--- main.brief` begins a file (without any, all is `main.brief`); a line of carets marks a place
 * of the line above it, in UTF-16 columns, and says what is expected there; it is taken out before the file is read.
 * `|` marks an empty place. Words after the code are part of the message. A place that runs over the end of a line is
 * marked on its first line and on its last. Indentation that all lines share goes away.
 *
 *     --- main.brief
 *     It left the country (, September 22), as they said (Times of
 *                          ^^^^^^^^^^^^^^ missing-source nobody can check
 *                                                         ^^^^^^^^ unknown-source…
 *     India, May 3).
 *     ^^^^^^^^^^^^ …unknown-source
 *     --- sources.yaml
 *     references: []
 */
export interface Fixture {
  readonly files: readonly FixtureFile[];
}

export interface FixtureFile {
  readonly name: string;
  readonly uri: string;
  /** Without the marks. */
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** An expectation at a place of a file. */
export interface Mark extends Span {
  readonly code: string;
  readonly words: string;
}

export interface FixtureOptions {
  readonly newline?: '\n' | '\r\n';
  /** What differs from the default settings. */
  readonly settings?: Partial<CheckSettings>;
  /** Whether the briefs of the fixture are all there are, so that it can be told which sources nobody cites. */
  readonly isComplete?: boolean;
}

const header = /^--- (\S+\.\S+)$/;
const caretLine = /^\s*(\^+|\|) (…?)([\w-]+)(…?)(?: (.*))?$/;

export function parseFixture(fixture: string, { newline = '\n' }: FixtureOptions = {}): Fixture {
  const files: { name: string; lines: string[]; marks: Mark[] }[] = [];
  let lineStart = 0;
  let next = 0;
  for (const line of fixtureLines(fixture)) {
    const name = header.exec(line)?.[1];
    if (name || files.length === 0) {
      files.push({ name: name ?? 'main.brief', lines: [], marks: [] });
      lineStart = next = 0;
      if (name) continue;
    }
    const { lines, marks } = files.at(-1)!;
    const match = caretLine.exec(line);
    if (match) {
      const [, carets = '', continues, code = '', open, words = ''] = match;
      const start = lineStart + line.search(/[\^|]/);
      const end = carets === '|' ? start : start + carets.length;
      const first = continues ? marks.findLastIndex((mark) => mark.code === `${code}…`) : -1;
      if (first >= 0) marks[first] = { ...marks[first]!, end, code };
      else marks.push({ start, end, code: code + open, words });
      continue;
    }
    lines.push(line);
    lineStart = next;
    next += line.length + newline.length;
  }
  return {
    files: files.map(({ name, lines, marks }) => ({
      name,
      uri: `file:///${name}`,
      text: lines.map((line) => line + newline).join(''),
      marks: sortMarks(marks),
    })),
  };
}

/** A workspace that holds the files, the briefs open, or only the one at a URI. */
export function workspaceOf({ files }: Fixture, onlyOpen?: string): WorkspaceStore {
  const workspace = createWorkspace();
  // A closed brief is read with the names of the registries.
  for (const { name, uri, text } of files) if (isRegistry(name)) workspace.putRegistry(uri, readRegistry(text));
  for (const { name, uri, text } of files)
    if (!isRegistry(name)) workspace.putBrief(uri, readBrief(text, uri), onlyOpen === undefined || uri === onlyOpen);
  return workspace;
}

/** The first brief of a fixture and the workspace around it. */
export function briefOf(fixture: string): { uri: string; brief: Brief; workspace: Workspace; file: FixtureFile } {
  const parsed = parseFixture(fixture);
  const workspace = workspaceOf(parsed);
  const file = parsed.files.find(({ name }) => !isRegistry(name))!;
  return { uri: file.uri, brief: workspace.brief(file.uri)!, workspace, file };
}

/** Checks that the rules find in the files of the fixture exactly what its carets announce. */
export function expectFindings(fixture: string, options: FixtureOptions = {}): void {
  const { files } = parseFixture(fixture, options);
  const found = findingsByFile(files, options);
  expectMarks(
    files,
    found.map((findings) => findings.map(({ span, code, message }) => ({ ...span, code, words: message }))),
  );
}

/**
 * What the rules find in the files of the fixture, for inline snapshots: the lines that have findings, with carets, codes and
 * messages below them.
 */
export function showFindings(fixture: string, options: FixtureOptions = {}): string {
  const { files } = parseFixture(fixture, options);
  const marked = findingsByFile(files, options).map((findings, index) => ({
    ...files[index]!,
    marks: findings.map(({ span, code, message }): Mark => ({ ...span, code, words: message })),
  }));
  const shown = marked.filter(({ marks }) => marks.length > 0);
  return shown
    .map(({ name, text, marks }) => `${files.length > 1 ? `--- ${name}\n` : ''}${markedLines(text, marks)}`)
    .join('');
}

/** What the rules find in all files of the fixture, its carets aside. */
export function findingsIn(fixture: string, options: FixtureOptions = {}): Finding[] {
  return findingsByFile(parseFixture(fixture, options).files, options).flat();
}

/** What the rules find in each of the files. */
export function findingsByFile(files: readonly FixtureFile[], { settings, isComplete }: FixtureOptions): Finding[][] {
  const workspace = workspaceOf({ files });
  const checks = { ...DEFAULT_CHECK_SETTINGS, ...settings };
  const isCited = (id: string) =>
    isComplete ? workspace.occurrences('source', id).some(({ role }) => role !== 'definition') : undefined;
  return files.map(({ uri }) => {
    const scope = workspace.scopeOf(uri);
    const registry = workspace.registries.get(uri);
    return registry
      ? checkRegistry(uri, registry, scope, checks, isCited)
      : checkBrief(uri, workspace.brief(uri)!, scope, checks);
  });
}

/** Compares what was found in each file with its marks; a difference shows both as fixtures. `exact`: all the words. */
export function expectMarks(
  files: readonly FixtureFile[],
  found: readonly (readonly Mark[])[],
  { exact = false } = {},
): void {
  const filesWithFound = files.map((file, index) => {
    const unmatched = [...file.marks];
    const marks = sortMarks(found[index]!).map((mark) => {
      if (exact) return mark;
      // Only the words that are expected of a message are shown of it.
      const same = unmatched.findIndex((other) => isSamePlace(mark, other));
      const [expected] = same < 0 ? [] : unmatched.splice(same, 1);
      return expected && mark.words.includes(expected.words)
        ? expected
        : { ...mark, words: expected ? mark.words : '' };
    });
    return { ...file, marks };
  });
  expect(formatFixture(filesWithFound)).toBe(formatFixture(files));
}

/** The files as a fixture. */
export function formatFixture(files: readonly FixtureFile[]): string {
  return files.map((file) => `--- ${file.name}\n${formatMarks(file.text, file.marks)}`).join('');
}

/** The lines that have marks, each with its marks below it. */
function markedLines(text: string, marks: readonly Mark[]): string {
  return formatMarks(text, marks, (below) => below !== '');
}

function formatMarks(text: string, marks: readonly Mark[], isShown = (_below: string) => true): string {
  let shown = '';
  let start = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const end = start + line.replace(/\r?\n$/, '').length;
    const below = sortMarks(marks)
      .map((mark) => formatMark(mark, start, end, start + line.length))
      .join('');
    if (isShown(below)) shown += `${text.slice(start, end)}\n${below}`;
    start += line.length;
  }
  // A place after the last line end has no line to stand under.
  const after = marks.filter((mark) => mark.start >= start);
  return shown + after.map((mark) => `${mark.start}–${mark.end} after the end: ${mark.code}\n`).join('');
}

function formatMark({ start, end, code, words }: Mark, lineStart: number, lineEnd: number, next: number): string {
  const begins = lineStart <= start && start < next;
  const ends = end <= lineEnd;
  if (!begins && !(start < lineStart && lineStart < end && end <= next)) return '';
  const from = Math.max(start, lineStart);
  const carets = '^'.repeat(Math.max(0, Math.min(end, lineEnd) - from)) || '|';
  const message = begins && words ? ` ${words}` : '';
  return `${' '.repeat(from - lineStart)}${carets} ${begins ? '' : '…'}${code}${begins && !ends ? '…' : ''}${message}\n`;
}

function isSamePlace(a: Mark, b: Mark): boolean {
  return a.start === b.start && a.end === b.end && a.code === b.code;
}

function sortMarks(marks: readonly Mark[]): Mark[] {
  return [...marks].sort((a, b) => a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : 1));
}

function isRegistry(name: string): boolean {
  return /\.ya?ml$/.test(name);
}

/** The lines without the indentation they share, and without the line ends that only a template literal needs. */
function fixtureLines(fixture: string): string[] {
  const lines = fixture
    .replace(/^\n/, '')
    .replace(/\n[ ]*$/, '')
    .split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/[^ ]/));
  const shared = Math.min(...indents, Number.MAX_SAFE_INTEGER);
  return lines.map((line) => line.slice(shared));
}
