/** Workflows, the Action, hooks and templates: they parse, and everything they name exists. What they run is run in `protocol/pipelines.test.ts`. */
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };
import { COMMANDS } from '../../server/src/cli/commands.ts';

const files: Record<string, string> = import.meta.glob(
  ['../../.github/**/*.yml', '../../action.yml', '../../.pre-commit-hooks.yaml'],
  { query: '?raw', import: 'default', eager: true },
);
/** Only the paths count: nothing is loaded. */
const paths = Object.keys(import.meta.glob(['../../*', '../../{scripts,samples}/**/*', '!../../*.{vsix,tgz}'], {}));
const exists = (path: string) => paths.some((known) => known === `../../${path}` || known.startsWith(`../../${path}/`));

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Record<string, string>;
  readonly with?: Record<string, unknown>;
}
interface Job {
  readonly steps: readonly Step[];
  readonly permissions?: Record<string, string>;
  readonly needs?: string;
  readonly 'timeout-minutes'?: number;
}
interface Workflow {
  readonly permissions: Record<string, string>;
  readonly jobs: Record<string, Job>;
}

const read = (path: string) => parseDocument(files[`../../${path}`]!).toJS();
const workflows: [string, Workflow][] = ['ci', 'release'].map((name) => [name, read(`.github/workflows/${name}.yml`)]);
const action: { inputs: Record<string, { description: string }>; outputs: object; runs: { steps: Step[] } } =
  read('action.yml');
const hooks: { id: string; entry: string; args: string[]; files: string }[] = read('.pre-commit-hooks.yaml');

test.each(Object.entries(files))('%s is valid YAML', (_, text) => {
  const { errors, warnings } = parseDocument(text, { strict: true, uniqueKeys: true });
  expect([...errors, ...warnings].map(String)).toEqual([]);
});

describe.each(workflows)('%s.yml', (_, { permissions, jobs }) => {
  test('may read, and each job only what it needs', () => {
    expect(permissions).toEqual({ contents: 'read' });
    for (const [name, job] of Object.entries(jobs)) {
      if (job.needs) expect(Object.keys(jobs), name).toContain(job.needs);
      for (const [what, level] of Object.entries(job.permissions ?? {}))
        if (level === 'write') expect(['github contents', 'npm id-token']).toContain(`${name} ${what}`);
    }
  });

  test.each(Object.entries(jobs))('%s: actions are pinned, scripts and programs exist', (_name, { steps }) => {
    for (const { uses, run, with: options } of steps) {
      if (uses && uses !== './') expect(uses).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
      if (uses?.startsWith('actions/checkout@')) expect(options).toMatchObject({ 'persist-credentials': false });
      for (const [, script] of (run ?? '').matchAll(/\bnpm (?:run )?(test(?!:)\b|[\w:]+(?= --silent))/g))
        expect(Object.keys(manifest.scripts)).toContain(script);
      for (const [, path] of (run ?? '').matchAll(/\bnode (scripts\/\S+)/g)) expect(exists(path!), path).toBe(true);
      // A value of GitHub in a shell script would be run as code.
      expect(run ?? '').not.toContain('${{');
    }
  });
});

test('a pinned action names its version', () => {
  for (const [path, text] of Object.entries(files))
    for (const [line] of text.matchAll(/^.*uses: actions\/.*$/gm)) expect(line, path).toMatch(/ # v\d+\.\d+\.\d+$/);
});

test('the Action passes every input by the environment, and runs scripts that exist', () => {
  const { steps } = action.runs;
  for (const { run, shell } of steps) {
    expect(shell).toBe('bash');
    const path = /^node "\$GITHUB_ACTION_PATH\/(scripts\/[^"]+)"$/.exec(run!)?.[1];
    expect(exists(path!), run).toBe(true);
  }
  const passed = steps.flatMap(({ env }) => Object.entries(env ?? {}));
  expect(passed).toEqual(
    Object.keys(action.inputs).map((name) => [
      `INPUT_${name.toUpperCase().replaceAll('-', '_')}`,
      `\${{ inputs.${name} }}`,
    ]),
  );
});

test('the hooks run commands and options that exist, on the files that folders are searched for', () => {
  const check = COMMANDS.find(({ name }) => name === 'check')!;
  for (const { entry, args } of hooks) {
    expect(exists(entry)).toBe(true);
    expect(args[0]).toBe('check');
    const options = args.slice(1).map((argument) => argument.replace(/^--|=.*/g, ''));
    expect(check.options.map(({ name }) => name)).toEqual(expect.arrayContaining(options));
  }
  const names = ['a.brief', 'x/a.brief.md', 'a.brief.txt', 'sources.yaml', 'x/gulf.entities.yml', 'x/.briefmark.yaml'];
  const others = ['a.md', 'resources.yaml', 'sources.yaml.txt', 'brief', 'x.briefs'];
  const matched = hooks.map(({ files: pattern }) =>
    [...names, ...others].filter((name) => new RegExp(pattern).test(name)),
  );
  expect(matched).toEqual([names, names.slice(0, 3)]);
});
