import { commands, type Disposable, languages } from 'vscode';

/**
 * Completes the hover step of the walkthrough on the first hover. VS Code has no event for it, so a hover provider that
 * returns nothing detects it.
 */
export function recordFirstHover(): Disposable {
  const provider = languages.registerHoverProvider(
    { language: 'brief' },
    {
      provideHover() {
        provider.dispose();
        void commands.executeCommand('setContext', 'briefmark.hovered', true);
        return undefined;
      },
    },
  );
  return provider;
}
