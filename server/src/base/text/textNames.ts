/** Files of Markdown or plain text, by name. */

export const TEXT_EXTENSIONS = ['md', 'markdown', 'mdown', 'mkd', 'qmd', 'rmd', 'txt', 'text'] as const;

const textName = new RegExp(`[^/\\\\]\\.(?:${TEXT_EXTENSIONS.join('|')})$`, 'i');

/** Whether a file with this name, path or URI is Markdown or plain text. */
export function isTextName(name: string): boolean {
  return textName.test(name);
}
