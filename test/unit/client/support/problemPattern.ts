import manifest from '../../../../package.json';

const { regexp, ...groups } = manifest.contributes.problemPatterns[0]!;
const pattern = new RegExp(regexp);

/** What VS Code's problem matcher takes from a line: file, line, column, severity and code. */
export function matchProblem(line: string) {
  const match = pattern.exec(line);
  if (!match) return undefined;
  const { file, line: row, column, severity, code } = groups;
  return [file, row, column, severity, code].map((group) => match[group]);
}
