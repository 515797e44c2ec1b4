/**
 * The command line answers as the recorded version did: the same exit codes, the same keys with the same types in JSON and
 * SARIF, the same CSV columns, and the same codes, spans and ids for the files in `recorded/desk`. Keys, columns and rules may
 * be added. Messages are not compared, so their wording is free.
 *
 * `recorded/output` holds what each command printed. To record again after an intended change:
 *
 *     npm run build && RECORD=1 npx vitest run --project protocol test/protocol/recorded.test.ts
 *
 * and review the difference. `BRIEFMARK_CLI=/path/to/dist/cli.js` runs another build, for recording or for comparing.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';

const folder = fileURLToPath(new URL('recorded/', import.meta.url));
const cli = process.env.BRIEFMARK_CLI ?? fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const outputFolder = join(folder, 'output');
const exitCodesPath = join(folder, 'exitCodes.json');

type Compare = (now: string, before: string) => void;

interface Case {
  /** The arguments, separated by spaces; also the name of the recorded file. */
  readonly command: string;
  readonly stdin?: string;
  /** Checks standard output; without it, the command must print nothing there and its reason on standard error. */
  readonly compare?: Compare;
}

const CASES: readonly Case[] = [
  { command: 'check', compare: compareFindingLines },
  { command: 'check --format json', compare: compareJson },
  { command: 'check --format sarif', compare: compareSarif },
  { command: 'check --format github', compare: compareAnnotations },
  { command: 'check --format json --profile release --rule unused-source=off --fail-on never', compare: compareJson },
  { command: 'check --format json note.txt', compare: compareJson },
  { command: 'check --format json drafts/left-out.brief', compare: compareJson },
  { command: 'check --format json drafts', compare: compareJson },
  { command: 'check --format json -', stdin: 'Nothing moved (, May 3).\n', compare: compareJson },
  ...['citations', 'sources', 'entities', 'outline'].flatMap((subject) => [
    { command: `list ${subject}`, compare: compareTable },
    { command: `list ${subject} --format json`, compare: compareJson },
    { command: `list ${subject} --format csv`, compare: compareCsv },
  ]),
  { command: 'rules', compare: compareRuleLines },
  { command: 'rules --format json', compare: compareRules },
  { command: 'rules missing-source --format json', compare: compareRules },
  { command: 'export strike.brief', compare: comparePage },
  { command: 'export outlook.brief.md --title Quays', compare: comparePage },
  { command: 'export -', stdin: 'Nothing moved (Tide, May 3).\n', compare: comparePage },
  { command: '--help', compare: compareHelp },
  { command: 'chek' },
  { command: '--color' },
  { command: 'check --color' },
  { command: 'check --format xml' },
  { command: 'check --format' },
  { command: 'check --rule mising-source=error' },
  { command: 'check gone.brief' },
  { command: 'list' },
  { command: 'list rules' },
  { command: 'rules mising-source' },
  { command: 'export' },
  { command: 'export gone.brief' },
  { command: 'export strike.brief outlook.brief.md' },
  { command: 'export sources.yaml' },
];

if (process.env.RECORD !== undefined) beforeAll(record, 120_000);

test('every case is recorded, and nothing else', () => {
  expect(Object.keys(recordedExitCodes())).toEqual(CASES.map(({ command }) => command));
  const outputs = CASES.filter(({ compare }) => compare).map(({ command }) => fileName(command));
  expect(readdirSync(outputFolder).sort()).toEqual(outputs.sort());
});

test.each(CASES)('briefmark $command', async (one) => {
  const { code, stdout, stderr } = await run(one);
  expect(code).toBe(recordedExitCodes()[one.command]);
  if (one.compare) return one.compare(stdout, readFileSync(join(outputFolder, fileName(one.command)), 'utf8'));
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^(?:briefmark: .+\n)+$/);
});

function recordedExitCodes(): Record<string, number> {
  return JSON.parse(readFileSync(exitCodesPath, 'utf8'));
}

async function record(): Promise<void> {
  rmSync(outputFolder, { recursive: true, force: true });
  mkdirSync(outputFolder);
  const exitCodes: Record<string, number> = {};
  for (const one of CASES) {
    const { code, stdout } = await run(one);
    exitCodes[one.command] = code;
    if (one.compare) writeFileSync(join(outputFolder, fileName(one.command)), stdout);
  }
  writeFileSync(exitCodesPath, `${JSON.stringify(exitCodes, undefined, 2)}\n`);
}

function run({ command, stdin = '' }: Case): Promise<{ code: number; stdout: string; stderr: string }> {
  const { FORCE_COLOR: _, NO_COLOR: __, ...env } = process.env;
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [cli, ...command.split(' ')],
      { cwd: join(folder, 'desk'), env, maxBuffer: 10_000_000 },
      (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
    child.stdin?.end(stdin);
  });
}

function fileName(command: string): string {
  const words = command.split(' ').map((word) => (word === '-' ? 'stdin' : word.replace(/^-+/, '')));
  return `${words.join('_').replaceAll('/', '+')}.txt`;
}

/** The types at each key path of a JSON value, such as `[].range.start.line: number`; all items of an array share one path. */
function shapeOf(value: unknown, path = '$', shape = new Map<string, Set<string>>()): Map<string, Set<string>> {
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  shape.set(path, (shape.get(path) ?? new Set()).add(type));
  if (Array.isArray(value)) for (const item of value) shapeOf(item, `${path}[]`, shape);
  else if (type === 'object')
    for (const [key, child] of Object.entries(value as object)) shapeOf(child, `${path}.${key}`, shape);
  return shape;
}

function expectSameShape(now: unknown, before: unknown): void {
  const shape = shapeOf(now);
  for (const [path, types] of shapeOf(before)) expect(shape.get(path), path).toEqual(types);
}

/** The value without what people read: messages and the explanations of rules. */
function withoutTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTexts);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !['message', 'severity', 'standard'].includes(key));
  return Object.fromEntries(kept.map(([key, child]) => [key, withoutTexts(child)]));
}

function compareJson(now: string, before: string): void {
  const [actual, recorded]: unknown[] = [now, before].map((text) => JSON.parse(text));
  expectSameShape(actual, recorded);
  expect(actual).toMatchObject(withoutTexts(recorded) as object);
}

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly locations: readonly object[];
  readonly relatedLocations?: readonly object[];
}

interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly SarifResult[];
  }[];
}

function compareSarif(now: string, before: string): void {
  const [actual, recorded]: Sarif[] = [now, before].map((text) => JSON.parse(text));
  expectSameShape(actual, recorded);
  expect(actual!.version).toBe(recorded!.version);
  const places = ({ runs }: Sarif) =>
    runs.map(({ results }) =>
      results.map(({ ruleId, locations, relatedLocations }) => ({
        ruleId,
        ...(withoutTexts({ locations, ...(relatedLocations && { relatedLocations }) }) as object),
      })),
    );
  expect(places(actual!)).toEqual(places(recorded!));
  const [{ tool, results }] = actual!.runs as [Sarif['runs'][number]];
  const { rules } = tool.driver;
  for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex]?.id).toBe(ruleId);
  expect(rules.map(({ id }) => id)).toEqual(
    expect.arrayContaining(recorded!.runs.flatMap((run) => run.tool.driver.rules.map(({ id }) => id))),
  );
}

interface RuleRow {
  readonly code: string;
}

function compareRules(now: string, before: string): void {
  const [actual, recorded]: RuleRow[][] = [now, before].map((text) => JSON.parse(text));
  expectSameShape(actual, recorded);
  for (const row of recorded!)
    expect(
      actual!.find(({ code }) => code === row.code),
      row.code,
    ).toMatchObject(withoutTexts(row) as object);
}

/** The columns that were recorded, by their titles. */
function compareCsv(now: string, before: string): void {
  const [actual, recorded] = [now, before].map(parseCsv);
  expect(actual![0]!.filter((title) => recorded![0]!.includes(title))).toEqual(recorded![0]);
  const columns = recorded![0]!.map((title) => actual![0]!.indexOf(title));
  expect(actual!.map((cells) => columns.map((column) => cells[column]))).toEqual(recorded);
}

function parseCsv(text: string): string[][] {
  return text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) =>
        match[1] === undefined ? match[2]! : match[1].replaceAll('""', '"'),
      ),
    );
}

/** The cells below the titles. */
function compareTable(now: string, before: string): void {
  const rows = (text: string) =>
    text
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s{2,}/));
  expect(rows(now)).toEqual(rows(before));
}

/** Position and code of each finding and each note, and the lines that are quoted. */
function compareFindingLines(now: string, before: string): void {
  const lines = (text: string) =>
    text.split('\n').flatMap((line) => {
      const finding = /^(\S+:\d+:\d+) \w+ ([a-z-]+) ./.exec(line);
      if (finding) return [finding.slice(1).join(' ')];
      const note = /^ {2}note: (\S+:\d+:\d+) ./.exec(line);
      if (note) return [note[1]];
      return line.startsWith('  ') ? [line] : [];
    });
  expect(lines(before).length).toBeGreaterThan(0);
  expect(lines(now)).toEqual(lines(before));
}

/** The properties of each workflow command: file, lines, columns and code. */
function compareAnnotations(now: string, before: string): void {
  const properties = (text: string) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => /^::\w+ (.*?)::./.exec(line)?.[1]);
  expect(properties(before)).not.toContain(undefined);
  expect(properties(now)).toEqual(properties(before));
}

/** The codes in the table of rules, in any order. */
function compareRuleLines(now: string, before: string): void {
  const codes = (text: string) =>
    [...text.matchAll(/^([a-z]+(?:-[a-z]+)*) {2,}\w+ {2,}\w+ {2,}/gm)].map((match) => match[1]);
  expect(codes(before).length).toBeGreaterThan(30);
  expect(codes(now)).toEqual(expect.arrayContaining(codes(before)));
}

/** The elements of the page with their attributes. */
function comparePage(now: string, before: string): void {
  const elements = (text: string) => text.match(/<[a-z][^>]*>/gi)?.map((tag) => tag.replace(/ aria-label="[^"]*"/, ''));
  expect(now).toMatch(/^<!doctype html>\n/);
  expect(elements(now)).toEqual(elements(before));
}

/** The commands and options that are named. */
function compareHelp(now: string, before: string): void {
  const names = (text: string) => text.match(/(?<![\w-])--[a-z-]+|^ {2}[a-z]+(?= )/gm) ?? [];
  expect(names(before).length).toBeGreaterThan(0);
  expect(names(now)).toEqual(expect.arrayContaining(names(before)));
}
