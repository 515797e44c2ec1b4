/** `docs/cli.md` documents every command and every option. */
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../../server/src/cli/commands.ts';
import { formatHelp, optionsOf } from '../../../server/src/cli/invocation.ts';
import { DEFAULT_EXPORTER } from '../../../server/src/exporters/index.ts';

const [page] = Object.values(
  import.meta.glob('../../../docs/cli.md', { query: '?raw', import: 'default', eager: true }),
);

/** The text from a heading of the second level to the next one. */
function sectionOf(title: string): string {
  return page!.split(/^## /m).find((section) => section.startsWith(`${title}\n`)) ?? '';
}

/** The options in the first column of the tables: the long ones, and the short ones. */
function documentedOptions(text: string): string[] {
  const cells = [...text.matchAll(/^\| (`-[^|]*) \|/gm)].map((match) => match[1]!);
  return cells.flatMap((cell) => [...cell.matchAll(/(?<=`)--?[a-z-]+/g)].map((match) => match[0])).sort();
}

function namesOf(options: ReturnType<typeof optionsOf>): string[] {
  return options.flatMap(({ name, short }) => [`--${name}`, ...(short ? [`-${short}`] : [])]).sort();
}

test('the options that need no command', () => {
  const introduction = page!.split(/^## /m)[0]!;
  expect(documentedOptions(introduction)).toEqual(namesOf(optionsOf(undefined)));
});

describe.each(COMMANDS)('$name', (command) => {
  const section = sectionOf(`\`briefmark ${command.name}\``);

  test('has a section with exactly its options', () => {
    expect(documentedOptions(section)).toEqual(namesOf(command.options));
  });

  test('every option in its help is on the page', () => {
    const options = formatHelp(command).match(/(?<=^ {2}(?:-\w, )?)--[a-z-]+/gm) ?? [];
    expect(options.length).toBeGreaterThanOrEqual(optionsOf(undefined).length);
    for (const option of options) expect(page).toContain(`\`${option}`);
  });

  test('its subjects and values are explained in its section', () => {
    // The formats of `render` follow from the list of exporters.
    const options = command.options.filter(({ values }) => !values?.includes(DEFAULT_EXPORTER));
    const words = [...(command.subjects ?? []), ...options.flatMap(({ values }) => values ?? [])];
    for (const word of words) expect(section, word).toContain(word);
  });

  test('is in the list of commands', () => {
    expect(page).toMatch(new RegExp(`^\\| \\[\`briefmark ${command.name} `, 'm'));
  });
});

test('every section about a command is about one that exists', () => {
  const sections = [...page!.matchAll(/^## `briefmark (\w+)`/gm)].map((match) => match[1]);
  expect(sections.sort()).toEqual(COMMANDS.map(({ name }) => name).sort());
});
