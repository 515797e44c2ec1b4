/** What a click on a lens does: shows places in the editor's own view of references. */
import { commands, Location, Position, Range, Uri } from 'vscode';
import type { Location as LspLocation, Position as LspPosition } from 'vscode-languageclient';

/** The server offers it only to clients that name it in their initialization options. */
export const SHOW_REFERENCES = 'briefmark.showReferences';

/** The places come as LSP has them; the editor's command wants its own objects. */
export async function showReferences(
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
