import { expect, test } from 'vitest';
import { COMMANDS } from '../../../server/src/cli/commands.ts';
import { findCommand, formatHelp, parseInvocation, type Token } from '../../../server/src/cli/invocation.ts';

const word = (value: string): Token => ({ kind: 'positional', value });
const option = (name: string, value?: string): Token => ({ kind: 'option', name, rawName: `--${name}`, value });

test('a subject, paths, and options with their defaults', () => {
  const words = [word('citations'), word('a'), option('exclude', 'x'), word('-'), option('exclude', 'y')];
  const { subject, paths, values } = parseInvocation(findCommand('list'), words);
  expect({ subject, paths, format: values('format'), exclude: values('exclude') }).toEqual({
    subject: 'citations',
    paths: ['a', '-'],
    format: ['table'],
    exclude: ['x', 'y'],
  });
});

test.each<[string, Token[], string]>([
  ['check', [option('formt', 'json')], '“check” has no option --formt. Did you mean “--format”?'],
  [
    'check',
    [option('format')],
    'The option --format needs a value: --format text|json|markdown|sarif|github|gitlab|junit.',
  ],
  ['check', [option('exclude', '--format')], 'The option --exclude needs a value: --exclude GLOB.'],
  ['check', [option('fail-on', 'info')], 'Invalid value “info” for --fail-on. Use one of error, warning,'],
  ['lsp', [option('stdio', 'x')], 'The option --stdio takes no value.'],
  ['list', [], 'Nothing to list: name one of citations, sources, entities, outline'],
  ['list', [word('samples')], '“samples” cannot be listed.'],
  ['suggest', [], 'Say what to suggest: names, sources, as in “briefmark suggest names”.'],
  ['suggest', [word('samples')], '“samples” cannot be suggested. Name one of names, sources,'],
])('%s %o is refused', (command, tokens, message) => {
  expect(() => parseInvocation(findCommand(command), tokens)).toThrow(message);
});

test('an unknown command is refused', () => {
  expect(() => findCommand('chek')).toThrow('There is no command “chek”. Did you mean “check”?');
});

test('help names every command and every option', () => {
  for (const { name } of COMMANDS) expect(formatHelp(undefined)).toContain(`\n  ${name} `);
  for (const command of COMMANDS) {
    for (const { name } of command.options) expect(formatHelp(command)).toContain(`--${name}`);
  }
});
