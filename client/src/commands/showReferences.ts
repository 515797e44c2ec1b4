/** The command of code lenses: shows locations in the editor's references view. */
import { commands, Location, Position, Range, Uri } from 'vscode';
import type { Location as LspLocation, Position as LspPosition } from 'vscode-languageclient';
import type { ClientCommand } from './command';

/** The server offers it only to clients that name it in their initialization options. */
export const showReferences: ClientCommand = {
  id: 'briefmark.showReferences',
  isServerCallable: true,
  run: (_, ...target: Parameters<typeof showLocations>) => showLocations(...target),
};

/** Converts locations from LSP to the objects that the editor's command expects. */
async function showLocations(
  uri: string,
  lspPosition: LspPosition,
  lspLocations: readonly LspLocation[],
): Promise<void> {
  const locations = lspLocations.map(
    ({ uri, range: { start, end } }) =>
      new Location(Uri.parse(uri), new Range(start.line, start.character, end.line, end.character)),
  );
  const position = new Position(lspPosition.line, lspPosition.character);
  await commands.executeCommand('editor.action.showReferences', Uri.parse(uri), position, locations);
}
