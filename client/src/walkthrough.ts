import { commands, type Disposable, languages } from 'vscode';

/** Tells the walkthrough when something was hovered over for the first time: VS Code has no event for it. */
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
