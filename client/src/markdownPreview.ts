/**
 * VS Code's own Markdown preview typesets briefs, too. Its plug-in knows the syntax of briefs and no registry, and it cannot wait for
 * the server.
 */
import { commands, type ExtensionContext, workspace } from 'vscode';
import type { Reading } from '../../server/src/protocol/markdownIt/mark';
import { type MarkdownIt, typesetBriefs } from '../../server/src/protocol/markdownIt/typeset';
import type { OpenBriefs } from './support/openBriefs';

/** Reads a text as a brief. */
export type ReadMarks = (text: string) => Reading;

const NO_MARKS: Reading = { marks: [], types: [] };

/** Creates what VS Code calls with its `markdown-it`. Without `readMarks`, in a browser, only the tags of briefs are typeset. */
export function registerMarkdownPreview(
  { subscriptions }: Pick<ExtensionContext, 'subscriptions'>,
  briefs: OpenBriefs,
  readMarks: ReadMarks = () => NO_MARKS,
): (markdown: MarkdownIt) => MarkdownIt {
  let isUsed = false;
  const openBriefs = () => workspace.textDocuments.filter((document) => briefs.has(document));
  // A document of the language is a brief from the start.
  const included = () =>
    openBriefs()
      .filter(({ languageId }) => languageId !== 'brief')
      .map(({ uri }) => uri.toString())
      .join('\n');
  let shown = '';
  // The server says which files are included after they were opened.
  const refresh = async () => {
    const current = included();
    if (!isUsed || shown === current) return;
    shown = current;
    // There is no such command where the preview is disabled.
    await commands.executeCommand('markdown.preview.refresh').then(undefined, () => {});
  };
  subscriptions.push(briefs.onDidChange(refresh));
  // The preview gives the text without its address.
  const isBrief = (text: string) => openBriefs().some((document) => document.getText() === text);
  return (markdown) => {
    isUsed = true;
    shown = included();
    return typesetBriefs(markdown, (text) => (isBrief(text) ? readMarks(text) : undefined));
  };
}
