/** Parses a command line, and writes the help, by the list of commands. */

import * as l10n from '@vscode/l10n';
import { closestMatch, didYouMean } from '../base/text/didYouMean.ts';
import { COMMANDS, type Command, GLOBAL_OPTIONS, type Option } from './commands.ts';
import { createUsageError } from './usageError.ts';

/** A parsed command line. */
export interface Invocation {
  readonly command: Command | undefined;
  readonly subject: string | undefined;
  readonly paths: readonly string[];
  /** How many of the paths stand before `--`; undefined without it. */
  readonly terminatedAt: number | undefined;
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
  let terminatedAt: number | undefined;
  const helpHint = command
    ? l10n.t('“briefmark {0} --help” lists the options.', command.name)
    : l10n.t('“briefmark --help” lists the options.');
  for (const { kind, name = '', rawName = '', value, inlineValue } of tokens) {
    if (kind === 'positional') positionals.push(value ?? '');
    if (kind === 'option-terminator') terminatedAt = positionals.length;
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
    if (command.name === 'convert')
      throw createUsageError(
        l10n.t(
          'Say what to convert: {0}, as in “{1}”.',
          subjects,
          'briefmark convert sources library.bib --to csl-yaml',
        ),
      );
    if (command.name === 'suggest') {
      throw createUsageError(
        subject === undefined
          ? l10n.t('Say what to suggest: {0}, as in “briefmark suggest names”.', subjects)
          : l10n.t('“{0}” cannot be suggested. Name one of {1}, as in “briefmark suggest names”.', subject, subjects),
      );
    }
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
    terminatedAt,
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
