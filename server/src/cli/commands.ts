/** What can be typed: the commands, their options, and the help, which follows from them. */
import { closest, didYouMean } from '../model/suggest.ts';
import { RULES } from '../rules/index.ts';
import { LEVELS, SEVERITIES } from '../rules/rule.ts';
import { PROFILES } from '../rules/settings.ts';
import { couldNotRun } from './stop.ts';

export interface Option {
  readonly name: string;
  /** One letter, for `-h`. */
  readonly short?: string;
  /** How the value is called in the help; an option without one is a switch. */
  readonly value?: string;
  /** The only values there are. */
  readonly values?: readonly string[];
  readonly default?: string;
  readonly help: string;
}

export interface Command {
  readonly name: string;
  /** The words after the name. */
  readonly usage: string;
  readonly summary: string;
  /** What the first word may be, of a command that wants one. */
  readonly subjects?: readonly string[];
  readonly options: readonly Option[];
  /** More to know, below the options. */
  readonly notes: string;
}

/** A command line that was understood. */
export interface Invocation {
  readonly command: Command | undefined;
  readonly subject: string | undefined;
  readonly paths: readonly string[];
  /** The values of the options, in order; a default counts when nothing is given. */
  readonly values: (option: string) => readonly string[];
}

/** A piece of the command line as `parseArgs` of Node cuts it. */
export interface Token {
  readonly kind: 'option' | 'positional' | 'option-terminator';
  readonly name?: string;
  readonly rawName?: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

const exclude: Option = {
  name: 'exclude',
  value: 'GLOB',
  help: 'Leave out files and folders, as a line of .gitignore; may be repeated',
};
const everywhere: readonly Option[] = [
  { name: 'help', short: 'h', help: 'Show this help' },
  { name: 'version', help: 'Show the version' },
];
const paths = `PATHS are files and folders; without any, the current folder. A folder is searched for briefs (*.brief, *.brief.md, *.brief.txt)
and registries (entities.yaml, sources.yaml, *.entities.yaml, *.sources.yaml). A file that is named is read as a brief
whatever it is called, with the registries beside it and in the folders above it. “-” is standard input.`;
const ruleList = RULES.map(
  ({ code, severity: { draft, release }, title }) =>
    `  ${code.padEnd(28)}${draft.padEnd(13)}${release.padEnd(13)}${title}`,
).join('\n');

export const COMMANDS: readonly Command[] = [
  {
    name: 'check',
    usage: '[PATHS]',
    summary: 'Find what is wrong in briefs and registries',
    options: [
      {
        name: 'format',
        value: 'FORMAT',
        values: ['text', 'json', 'sarif', 'github'],
        default: 'text',
        help: 'How to print the findings',
      },
      {
        name: 'fail-on',
        value: 'SEVERITY',
        values: [...SEVERITIES, 'never'],
        default: 'hint',
        help: 'End with exit code 1 for findings at least that bad; all of them by default',
      },
      {
        name: 'profile',
        value: 'PROFILE',
        values: PROFILES,
        help: 'Check everything as a draft or as a release, whatever front matter and configuration say',
      },
      {
        name: 'rule',
        value: 'CODE=LEVEL',
        help: `How bad a rule is: ${LEVELS.join(', ')}; may be repeated`,
      },
      exclude,
    ],
    notes: `${paths}

The nearest .briefmark.yaml counts, in a named folder or above it up to the current folder: it sets the profile, how bad
rules are, what is left out and the house style. The command line overrides it.

Rules, how bad they are in drafts and in releases, and what they find:
${ruleList}

Exit code: 0 clean, 1 findings, 2 could not run.`,
  },
  {
    name: 'list',
    usage: 'citations|sources|entities|outline [PATHS]',
    summary: 'List the citations, the sources, the entities or the headings of briefs',
    subjects: ['citations', 'sources', 'entities', 'outline'],
    options: [
      {
        name: 'format',
        value: 'FORMAT',
        values: ['table', 'json', 'csv'],
        default: 'table',
        help: 'How to print the rows',
      },
      exclude,
    ],
    notes: `${paths}

Exit code: 0 done, 2 could not run.`,
  },
  {
    name: 'render',
    usage: 'FILE',
    summary: 'Set a brief as an HTML page, with its sources listed at the end',
    options: [
      { name: 'output', short: 'o', value: 'FILE', help: 'Write to this file instead of standard output' },
      { name: 'force', help: 'Replace the file if it exists' },
      { name: 'title', value: 'TITLE', help: 'The title of the page, instead of the one in the front matter' },
    ],
    notes: `FILE is a brief; “-” is standard input. The page needs no other file, runs no scripts and prints well.

Exit code: 0 done, 2 could not run.`,
  },
  {
    name: 'rules',
    usage: '[CODE...]',
    summary: 'List the rules, or explain some of them',
    options: [
      {
        name: 'format',
        value: 'FORMAT',
        values: ['text', 'json'],
        default: 'text',
        help: 'How to print the rules',
      },
    ],
    notes: 'Exit code: 0 done, 2 could not run.',
  },
  {
    name: 'lsp',
    usage: '--stdio',
    summary: 'Start the language server, for editors',
    options: [{ name: 'stdio', help: 'Talk over standard input and output' }],
    notes: 'An editor starts this; it is nothing to type by hand.',
  },
];

/** The command that the first word of the command line names. */
export function findCommand(name: string): Command {
  const command = COMMANDS.find((known) => known.name === name);
  if (command) return command;
  const names = COMMANDS.map((known) => known.name);
  const suggestion = didYouMean(closest(name, names));
  throw couldNotRun(
    `There is no command “${name}”.${suggestion} Use one of ${names.join(', ')}; “briefmark --help” tells more.`,
  );
}

/** The options of a command, or those that stand alone. */
export function optionsOf(command: Command | undefined): readonly Option[] {
  return [...(command?.options ?? []), ...everywhere];
}

/** Understands what follows the name of the command; whatever cannot be understood stops the program. */
export function readInvocation(command: Command | undefined, tokens: readonly Token[]): Invocation {
  const options = optionsOf(command);
  const given = new Map<string, string[]>();
  const words: string[] = [];
  const helpHint = `“briefmark ${command ? `${command.name} ` : ''}--help” lists the options.`;
  for (const { kind, name = '', rawName = '', value, inlineValue } of tokens) {
    if (kind === 'positional') words.push(value ?? '');
    if (kind !== 'option') continue;
    const option = options.find((known) => known.name === name);
    if (!option) {
      const near = closest(
        name,
        options.map((known) => known.name),
      );
      const suggestion = didYouMean(near && `--${near}`);
      const of = command ? ` of “${command.name}”` : '';
      throw couldNotRun(`There is no option ${rawName}${of}.${suggestion} ${helpHint}`);
    }
    if (!option.value && value !== undefined)
      throw couldNotRun(`The option --${name} takes no value. Leave out “=${value}”.`);
    if (option.value && (value === undefined || (!inlineValue && value.startsWith('--')))) {
      throw couldNotRun(
        `The option --${name} wants a value: --${name} ${option.values?.join('|') ?? option.value}. ${helpHint}`,
      );
    }
    if (option.values && !option.values.includes(value ?? '')) {
      throw couldNotRun(`“${value}” is no value of --${name}. Use one of ${option.values.join(', ')}.`);
    }
    given.set(name, [...(given.get(name) ?? []), value ?? '']);
  }
  const subject = command?.subjects ? words.shift() : undefined;
  const asksOnly = given.has('help') || given.has('version');
  if (command?.subjects && !asksOnly && !command.subjects.includes(subject ?? '')) {
    const problem = subject === undefined ? 'It is not said what to list.' : `“${subject}” cannot be listed.`;
    throw couldNotRun(`${problem} Use one of ${command.subjects.join(', ')}, as in “briefmark list citations”.`);
  }
  const defaults = (name: string) => options.find((option) => option.name === name)?.default;
  return { command, subject, paths: words, values: (name) => given.get(name) ?? [defaults(name) ?? []].flat() };
}

/** What `--help` prints, of the program or of a command. */
export function helpFor(command: Command | undefined): string {
  const [usage, summary] = command
    ? [`briefmark ${command.name} ${command.usage}`, command.summary]
    : ['briefmark COMMAND', 'Checks sourced briefs: finds statements that have lost their source.'];
  const lines = [summary, '', `Usage: ${usage} [OPTIONS]`, ''];
  if (!command) {
    lines.push(
      'Commands:',
      ...COMMANDS.map((known) => `  ${`${known.name} ${known.usage}`.padEnd(49)}${known.summary}`),
      '',
    );
  }
  const options = optionsOf(command).map(({ name, short, value, values, default: usual, help }) => {
    const choice = values ? ` (${values.join(', ')}${usual ? `; default ${usual}` : ''})` : '';
    return `  ${`${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`.padEnd(22)}${help}${choice}`;
  });
  lines.push('Options:', ...options);
  lines.push('', command?.notes ?? '“briefmark COMMAND --help” tells more of a command.');
  return `${lines.join('\n')}\n`;
}
