import * as l10n from '@vscode/l10n';
import { type CST, Lexer, Parser } from 'yaml';

/** Deeper text is not a registry, and from some depth on the recursive composer of `yaml` crashes the process. */
const MAX_DEPTH = 60;
/** About 0.3 s of uninterrupted work; an entry has about a hundred tokens. */
const MAX_TOKENS = 250_000;

/**
 * The syntax tree of a piece of YAML, or where and why parsing stopped. The lexer does not recurse, so the depth is
 * known before anything recurses into the tokens.
 */
export function readYamlTokens(source: string): { tokens: CST.Token[] } | { stoppedAt: number; message: string } {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let count = 0;
  for (const lexeme of new Lexer().lex(source)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    count += 1;
    // Closing open nodes recurses as deep as the stack, so the depth is checked before.
    if (parser.stack.length > MAX_DEPTH) {
      const message = l10n.t(
        'Lists and fields are nested too deeply here. Remove the extra brackets, dashes or indentation.',
      );
      return { stoppedAt: parser.offset, message };
    }
    if (count > MAX_TOKENS) {
      const message = l10n.t('This part is too long to read at once. Start each entry on its own line with “- id:”.');
      return { stoppedAt: 0, message };
    }
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens };
}
