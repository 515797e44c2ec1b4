/**
 * The step of the GitHub Action (`action.yml`) that checks: annotations go to the log, a table to the summary of the job, counts to the
 * outputs. Inputs are environment variables, so that nothing in them is taken for code.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SEVERITIES = ['error', 'warning', 'information', 'hint'];
/** Options that are inputs of their own. */
const OPTIONS = ['profile', 'fail-on', 'changed-since'];

const env = process.env;
const input = (/** @type {string} */ name) => env[`INPUT_${name.toUpperCase().replaceAll('-', '_')}`]?.trim() ?? '';
const lines = (/** @type {string} */ name) =>
  input(name)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const folder = mkdtempSync(join(env.RUNNER_TEMP ?? tmpdir(), 'briefmark-'));
const [summary, findings] = [join(folder, 'summary.md'), join(folder, 'findings.json')];
try {
  process.exitCode = check();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @returns {number} the exit code of the check */
function check() {
  const reports = [`markdown=${summary}`, `json=${findings}`, ...(input('sarif') ? [`sarif=${input('sarif')}`] : [])];
  const args = [
    ...['check', '--format=github'],
    ...reports.map((report) => `--report=${report}`),
    ...OPTIONS.filter(input).map((option) => `--${option}=${input(option)}`),
    ...(input('cache') === 'true' ? ['--cache'] : []),
    ...lines('arguments'),
    '--',
    ...lines('paths'),
  ];
  const command = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
  const { status } = spawnSync(process.execPath, [command, ...args], { stdio: ['ignore', 'inherit', 'inherit'] });
  report();
  return status ?? 2;
}

/** Nothing is reported when the check could not run. */
function report() {
  let text;
  try {
    text = readFileSync(findings, 'utf8');
  } catch {
    return;
  }
  /** @type {{ severity: string }[]} */
  const found = JSON.parse(text);
  const counts = SEVERITIES.map((severity) => [severity, found.filter((one) => one.severity === severity).length]);
  const outputs = [...counts, ['findings', found.length]].map(([name, value]) => `${name}=${value}\n`).join('');
  if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, readFileSync(summary, 'utf8'));
  if (env.GITHUB_OUTPUT) appendFileSync(env.GITHUB_OUTPUT, outputs);
}
