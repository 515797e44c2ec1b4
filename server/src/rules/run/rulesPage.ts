/** The rules page, `docs/rules.md`, generated from the rules. */

import type { Example, Rule, Standard } from '../engine/rule.ts';
import { RULE_GROUPS } from '../index.ts';

/** The page in Markdown. */
export function rulesPage(): string {
  return [
    '# Rules',
    '',
    '<!-- Generated from server/src/rules by `npm run generate`. Edit the rules, not this page. -->',
    '',
    'Two profiles set the severity of each rule. `draft`, the default, reports only near-certain errors; `release` adds the',
    'tradecraft rules. Choose a profile in the settings (`briefmark.profile`), in `.briefmark.yaml`, in the front matter of a',
    'brief (`profile: release`), or on the command line (`--profile release`).',
    '',
    'To change the severity of a rule or turn it off, use the settings (`briefmark.rules`) or `.briefmark.yaml`. To ignore it in one',
    'brief, use front matter (`ignore: [missing-source]`) or a comment, for the next paragraph',
    '(`<!-- brief-ignore missing-source -->`) or for the file (`<!-- brief-ignore-file missing-source -->`). In a registry, write',
    '`# brief-ignore unused-source` above the entry.',
    ...RULE_GROUPS.flatMap(({ title, description, rules }) => [
      '',
      `**${title}.** ${description}`,
      '',
      '| rule | draft | release | what it finds |',
      '|---|---|---|---|',
      ...rules.map(
        ({ code, severity, title }) =>
          `| [\`${code}\`](#${code}) | ${severity.draft} | ${severity.release} | ${title} |`,
      ),
    ]),
    ...RULE_GROUPS.flatMap(({ rules }) => rules.flatMap(ruleSection)),
    '',
  ].join('\n');
}

/** The 1-based line of the page on which a rule starts; 1 for an unknown code. */
export function ruleLine(code: string): number {
  lineByHeading ??= new Map(
    rulesPage()
      .split('\n')
      .map((line, index) => [line, index + 1]),
  );
  return lineByHeading.get(`## ${code}`) ?? 1;
}

let lineByHeading: Map<string, number> | undefined;

/** The rationale of a rule on one line. */
export function rationaleOf({ why }: Rule): string {
  return why.replace(/\s+/g, ' ').trim();
}

function ruleSection(rule: Rule): string[] {
  const { code, severity, lesser, title, standard, bad, fixed, good } = rule;
  return [
    '',
    `## ${code}`,
    '',
    `${title} Draft: ${severity.draft}. Release: ${severity.release}.`,
    '',
    `*${linkedName(standard)}.* ${standard.requirement}`,
    '',
    rationaleOf(rule),
    ...(lesser
      ? ['', `Lesser findings have the severity ${lesser.draft} in drafts and ${lesser.release} at release.`]
      : []),
    '',
    'Found:',
    '',
    ...exampleLines(bad),
    '',
    ...(fixed ? ['After the first fix:', '', ...exampleLines(fixed), ''] : []),
    'Not found:',
    '',
    ...exampleLines(good),
  ];
}

/** The name of a standard in Markdown; of several, the first is linked. */
function linkedName({ name, url }: Standard): string {
  if (url === undefined) return name;
  const [first = '', ...others] = name.split('; ');
  return [`[${first}](${url})`, ...others].join('; ');
}

function exampleLines({ brief, registry }: Partial<Example>): string[] {
  const files = brief === undefined ? [] : codeFence('markdown', brief);
  if (registry === undefined) return files;
  return [...files, ...(files.length > 0 ? ['', 'with the registry', ''] : []), ...codeFence('yaml', registry)];
}

function codeFence(language: string, text: string): string[] {
  return [`\`\`\`${language}`, text.trimEnd(), '```'];
}
