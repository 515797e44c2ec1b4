/** The page of the rules, `docs/rules.md`: generated from the rules themselves. */
import { RULES } from './index.ts';
import type { Example } from './rule.ts';

/** The page in Markdown. */
export function rulesPage(): string {
  const rows = RULES.map(({ code, severity, title }) => `| [\`${code}\`](#${code}) | ${severity} | ${title} |`);
  return [
    '# Rules',
    '',
    '<!-- Generated from server/src/rules by `npm run generate`. Edit the rules, not this page. -->',
    '',
    'Change how bad a rule is, or switch it off, in the settings (`briefmark.rules`), in the front matter of a brief',
    '(`ignore: [missing-source]`), for the next paragraph (`<!-- brief-ignore missing-source -->`) or for the file',
    '(`<!-- brief-ignore-file missing-source -->`).',
    '',
    '| rule | severity | what it finds |',
    '|---|---|---|',
    ...rows,
    ...RULES.flatMap(({ code, severity, title, why, bad, good }) => [
      '',
      `## ${code}`,
      '',
      `${title} Default severity: ${severity}.`,
      '',
      why.replace(/\s+/g, ' '),
      '',
      'Found:',
      '',
      ...example(bad),
      '',
      'Not found:',
      '',
      ...example(good),
    ]),
    '',
  ].join('\n');
}

/** The line of the page on which a rule begins, counted from 1. */
export function ruleLine(code: string): number {
  lines ??= new Map(
    rulesPage()
      .split('\n')
      .map((line, index) => [line, index + 1]),
  );
  return lines.get(`## ${code}`) ?? 1;
}

let lines: Map<string, number> | undefined;

function example({ brief, registry }: Example): string[] {
  const files = [...fence('markdown', brief)];
  if (registry !== undefined) files.push('', 'with the registry', '', ...fence('yaml', registry));
  return files;
}

function fence(language: string, text: string): string[] {
  return [`\`\`\`${language}`, text.trimEnd(), '```'];
}
