import type { RegistryIgnore } from './registryTypes.ts';
import type { Located } from './span.ts';

const yamlComment = /^[ \t]*#[ \t]*brief-ignore(-file)?(?=[ \t])(.*)$/gm;

/** The comments of a registry that silence rules. */
export function readRegistryIgnores(yaml: string): RegistryIgnore[] {
  if (!yaml.includes('brief-ignore')) return [];
  return Array.from(yaml.matchAll(yamlComment), (match) => {
    const end = match.index + match[0].length;
    return {
      scope: match[1] ? 'file' : 'next',
      codes: readCodes(match[2]!, end - match[2]!.length),
      start: match.index,
      end,
    };
  });
}

/** The codes of rules in what follows `brief-ignore`, which begins at `from`. */
export function readCodes(text: string, from: number): Located<string>[] {
  return Array.from(text.matchAll(/[\w-]+/g), (code) => {
    const start = from + code.index;
    return { value: code[0], span: { start, end: start + code[0].length } };
  });
}
