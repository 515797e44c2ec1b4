/** The commands and their options; parsing and help follow from this list. */

import * as l10n from '@vscode/l10n';
import { closestMatch, didYouMean } from '../base/text/didYouMean.ts';
import { DEFAULT_EXPORTER, EXPORTERS } from '../exporters/index.ts';
import { LEVELS, PROFILES, SEVERITIES } from '../rules/engine/settings.ts';
import { RULES } from '../rules/index.ts';
import { createUsageError } from './usageError.ts';

export interface Option {
  readonly name: string;
  /** One letter, such as `h` for `-h`. */
  readonly short?: string;
  /** The placeholder of the value in the help; an option without one is a switch. */
  readonly value?: string;
  /** The valid values; any value if absent. */
  readonly values?: readonly string[];
  readonly default?: string;
  readonly help: string;
}

export interface Command {
  readonly name: string;
  /** The arguments after the name, in the help. */
  readonly usage: string;
  readonly summary: string;
  /** The valid values of the first argument, for a command that requires one. */
  readonly subjects?: readonly string[];
  readonly options: readonly Option[];
  /** Further help, below the options. */
  readonly notes: string;
}

/** A parsed command line. */
export interface Invocation {
  readonly command: Command | undefined;
  readonly subject: string | undefined;
  readonly paths: readonly string[];
  /** The values given for an option, in order; its default if none is given. */
  readonly values: (option: string) => readonly string[];
}

/** A token of Node's `parseArgs`. */
export interface Token {
  readonly kind: 'option' | 'positional' | 'option-terminator';
  readonly name?: string;
  readonly rawName?: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

const EXCLUDE_OPTION: Option = {
  name: 'exclude',
  value: l10n.t('GLOB'),
  help: l10n.t('Exclude files and folders, with the syntax of .gitignore; may be repeated'),
};
const GLOBAL_OPTIONS: readonly Option[] = [
  { name: 'help', short: 'h', help: l10n.t('Show this help') },
  { name: 'version', help: l10n.t('Show the version') },
];
const PATHS_HELP =
  l10n.t(`PATHS are files and folders; the default is the current folder. Folders are searched for briefs (*.brief, *.brief.md, *.brief.txt)
and registries (entities.yaml, sources.yaml, *.entities.yaml, *.sources.yaml). A file is read as a brief whatever its name,
together with the registries beside it and in the folders above it. “-” is standard input.`);
const CONFIGURATION_HELP =
  l10n.t(`The nearest .briefmark.yaml applies, in a given folder or above it up to the current folder. It sets the profile, the
severities of rules, excluded files and the house style. The command line overrides it.`);
const RULES_HELP = RULES.map(
  ({ code, severity: { draft, release }, title }) =>
    `  ${code.padEnd(28)}${draft.padEnd(13)}${release.padEnd(13)}${title}`,
).join('\n');
const EXIT_CODE_HELP = l10n.t('Exit code: 0 done, 2 could not run.');

export const COMMANDS: readonly Command[] = [
  {
    name: 'check',
    usage: l10n.t('[PATHS]'),
    summary: l10n.t('Find problems in briefs and registries'),
    options: [
      {
        name: 'format',
        value: l10n.t('FORMAT'),
        values: ['text', 'json', 'sarif', 'github'],
        default: 'text',
        help: l10n.t('How to print the findings'),
      },
      {
        name: 'fail-on',
        value: l10n.t('SEVERITY'),
        values: [...SEVERITIES, 'never'],
        default: 'warning',
        help: l10n.t('Exit with code 1 for findings of at least this severity'),
      },
      {
        name: 'profile',
        value: l10n.t('PROFILE'),
        values: PROFILES,
        help: l10n.t('Check everything with this profile, whatever the front matter and configuration say'),
      },
      {
        name: 'rule',
        value: l10n.t('CODE=LEVEL'),
        help: l10n.t('Set the severity of a rule: {0}; may be repeated', LEVELS.join(', ')),
      },
      EXCLUDE_OPTION,
      { name: 'allow-empty', help: l10n.t('Accept folders without briefs and registries') },
    ],
    notes: [
      PATHS_HELP,
      CONFIGURATION_HELP,
      `${l10n.t('Rules, with their severities in drafts and in releases:')}\n${RULES_HELP}`,
      l10n.t(
        'Exit code: 0 clean, 1 findings (warnings and errors; see --fail-on), 2 could not run, or not completely.',
      ),
    ].join('\n\n'),
  },
  {
    name: 'list',
    usage: `citations|sources|entities|outline ${l10n.t('[PATHS]')}`,
    summary: l10n.t('List the citations, sources, entities or headings of briefs'),
    subjects: ['citations', 'sources', 'entities', 'outline'],
    options: [
      {
        name: 'format',
        value: l10n.t('FORMAT'),
        values: ['table', 'json', 'csv'],
        default: 'table',
        help: l10n.t('How to print the rows'),
      },
      EXCLUDE_OPTION,
    ],
    notes: `${PATHS_HELP}\n\n${EXIT_CODE_HELP}`,
  },
  {
    name: 'render',
    usage: l10n.t('FILE'),
    summary: l10n.t('Export a brief, by default as an HTML page with its sources listed at the end'),
    options: [
      {
        name: 'format',
        value: l10n.t('FORMAT'),
        values: [...EXPORTERS.keys()],
        default: DEFAULT_EXPORTER,
        help: l10n.t('The format of the export'),
      },
      {
        name: 'output',
        short: 'o',
        value: l10n.t('FILE'),
        help: l10n.t('Write to this file instead of standard output'),
      },
      { name: 'force', help: l10n.t('Replace the file if it exists') },
      {
        name: 'title',
        value: l10n.t('TITLE'),
        help: l10n.t('Replace the title in the front matter'),
      },
    ],
    notes: [
      l10n.t(
        'FILE is a brief; “-” is standard input. An HTML page needs no other file, runs no scripts and prints well.',
      ),
      EXIT_CODE_HELP,
    ].join('\n\n'),
  },
  {
    name: 'rules',
    usage: l10n.t('[CODE...]'),
    summary: l10n.t('List the rules, or explain some of them'),
    options: [
      {
        name: 'format',
        value: l10n.t('FORMAT'),
        values: ['text', 'json'],
        default: 'text',
        help: l10n.t('How to print the rules'),
      },
    ],
    notes: EXIT_CODE_HELP,
  },
  {
    name: 'lsp',
    usage: '--stdio',
    summary: l10n.t('Start the language server, for editors'),
    options: [{ name: 'stdio', help: l10n.t('Communicate over standard input and output') }],
    notes: l10n.t('Editors start the server; it is not meant for use by hand.'),
  },
];

/** The command with this name. Throws a usage error if there is none. */
export function findCommand(name: string): Command {
  const command = COMMANDS.find((known) => known.name === name);
  if (command) return command;
  const names = COMMANDS.map((known) => known.name);
  const problem = l10n.t('There is no command “{0}”.', name) + didYouMean(closestMatch(name, names));
  throw createUsageError(
    `${problem} ${l10n.t('Use one of {0}; “briefmark --help” describes them.', names.join(', '))}`,
  );
}

/** The options of a command, or those that need no command. */
export function optionsOf(command: Command | undefined): readonly Option[] {
  return [...(command?.options ?? []), ...GLOBAL_OPTIONS];
}

/** Parses the tokens after the name of the command. Throws a usage error for an unknown option or an invalid value. */
export function parseInvocation(command: Command | undefined, tokens: readonly Token[]): Invocation {
  const options = optionsOf(command);
  const valuesByOption = new Map<string, string[]>();
  const positionals: string[] = [];
  const helpHint = command
    ? l10n.t('“briefmark {0} --help” lists the options.', command.name)
    : l10n.t('“briefmark --help” lists the options.');
  for (const { kind, name = '', rawName = '', value, inlineValue } of tokens) {
    if (kind === 'positional') positionals.push(value ?? '');
    if (kind !== 'option') continue;
    const option = options.find((known) => known.name === name);
    if (!option) {
      const near = closestMatch(
        name,
        options.map((known) => known.name),
      );
      const problem = command
        ? l10n.t('“{0}” has no option {1}.', command.name, rawName)
        : l10n.t('There is no option {0}.', rawName);
      throw createUsageError(`${problem}${didYouMean(near && `--${near}`)} ${helpHint}`);
    }
    if (!option.value && value !== undefined)
      throw createUsageError(l10n.t('The option --{0} takes no value. Leave out “={1}”.', name, value));
    if (option.value && (value === undefined || (!inlineValue && value.startsWith('--')))) {
      const expected = option.values?.join('|') ?? option.value;
      throw createUsageError(`${l10n.t('The option --{0} needs a value: --{0} {1}.', name, expected)} ${helpHint}`);
    }
    if (option.values && !option.values.includes(value ?? '')) {
      const all = option.values.join(', ');
      throw createUsageError(l10n.t('Invalid value “{0}” for --{1}. Use one of {2}.', value ?? '', name, all));
    }
    valuesByOption.set(name, [...(valuesByOption.get(name) ?? []), value ?? '']);
  }
  const subject = command?.subjects ? positionals.shift() : undefined;
  const isHelpOrVersion = valuesByOption.has('help') || valuesByOption.has('version');
  if (command?.subjects && !isHelpOrVersion && !command.subjects.includes(subject ?? '')) {
    const subjects = command.subjects.join(', ');
    throw createUsageError(
      subject === undefined
        ? l10n.t('Nothing to list: name one of {0}, as in “briefmark list citations”.', subjects)
        : l10n.t('“{0}” cannot be listed. Name one of {1}, as in “briefmark list citations”.', subject, subjects),
    );
  }
  const defaultOf = (name: string) => options.find((option) => option.name === name)?.default;
  return {
    command,
    subject,
    paths: positionals,
    values: (name) => valuesByOption.get(name) ?? [defaultOf(name) ?? []].flat(),
  };
}

/** The output of `--help`, for a command or for the program. */
export function formatHelp(command: Command | undefined): string {
  const [usage, summary] = command
    ? [`briefmark ${command.name} ${command.usage}`, command.summary]
    : [l10n.t('briefmark COMMAND'), l10n.t('Checks sourced briefs: finds statements that have lost their source.')];
  const lines = [summary, '', l10n.t('Usage: {0} [OPTIONS]', usage), ''];
  if (!command) {
    lines.push(
      l10n.t('Commands:'),
      ...COMMANDS.map((known) => `  ${`${known.name} ${known.usage}`.padEnd(49)}${known.summary}`),
      '',
    );
  }
  const options = optionsOf(command).map(({ name, short, value, values, default: usual, help }) => {
    const all = values?.join(', ');
    const choice = all ? ` (${usual ? l10n.t('{0}; default {1}', all, usual) : all})` : '';
    return `  ${`${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`.padEnd(22)}${help}${choice}`;
  });
  lines.push(l10n.t('Options:'), ...options);
  lines.push('', command?.notes ?? l10n.t('“briefmark COMMAND --help” describes a command.'));
  return `${lines.join('\n')}\n`;
}
