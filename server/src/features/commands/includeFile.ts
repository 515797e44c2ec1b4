import * as l10n from '@vscode/l10n';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { editBetween } from '../../base/text/editBetween.ts';
import { addInclude } from '../../edits/config/addInclude.ts';
import { CONFIG_NAME, isTextName } from '../../protocol/fileNames.ts';
import { type Config, readConfig } from '../../rules/config/config.ts';
import { toRange } from '../feature.ts';
import { refuse } from '../support/refuse.ts';
import { toWorkspaceEdit } from '../support/workspaceEdit.ts';
import { isString } from './argument.ts';
import { createCommand } from './command.ts';

/** Lists a text file under `include` in the configuration of its folder, which is created if there is none. */
export const includeFile = createCommand(
  'briefmark.server.includeFile',
  { uri: isString },
  async ({ uri }, context) => {
    const folder = context.folders
      .map((one) => (one.endsWith('/') ? one : `${one}/`))
      .filter((one) => uri.startsWith(one))
      .sort((a, b) => b.length - a.length)[0];
    if (!isTextName(uri)) refuse(l10n.t('Only Markdown and text files can be checked as they are.'));
    if (folder === undefined) refuse(l10n.t('The file is in no folder of this window. Open its folder first.'));
    if (!context.isInFolder(uri))
      refuse(l10n.t('The file is left out: it is hidden, or “exclude” names it or its folder.'));
    if (context.open(uri)) refuse(l10n.t('Briefmark checks this file already.'));
    const config = `${folder}${CONFIG_NAME}`;
    const pattern = toPattern(decodeURIComponent(uri.slice(folder.length)));
    const text = await context.read(config);
    const changed = addInclude(text ?? '', pattern);
    if (changed === undefined || !addsOnly(readConfig(text ?? ''), readConfig(changed), pattern))
      refuse(
        l10n.t('{0} cannot be changed as it is written. Add “{1}” under “include” by hand.', CONFIG_NAME, pattern),
      );
    if (text === undefined) return { config, edit: toWorkspaceEdit([{ uri: config, create: changed }], context) };
    const { start, end, newLength } = editBetween(text, changed);
    const change = { uri: config, span: { start, end }, text: changed.slice(start, start + newLength) };
    const document = TextDocument.create(config, 'yaml', 0, text);
    const rangeIn = (_: string, span: typeof change.span) => toRange(document, span);
    return { config, edit: toWorkspaceEdit([change], { rangeIn, versionOf: context.versionOf }) };
  },
);

/** The path as a pattern that names it: what would be a wildcard is any character. */
function toPattern(path: string): string {
  return path.replace(/[*?{}[\]!\\]|^[~]/g, '?');
}

/** Whether a configuration is another one with the pattern, and nothing else. */
function addsOnly(before: Config, after: Config, pattern: string): boolean {
  const facts = ({ checks, exclude, registry }: Config) => JSON.stringify([checks, exclude, registry.problems.length]);
  return (
    facts(before) === facts(after) && JSON.stringify(after.include) === JSON.stringify([...before.include, pattern])
  );
}
