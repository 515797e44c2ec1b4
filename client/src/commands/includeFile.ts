import { l10n, Uri, window, workspace } from 'vscode';
import { isTextName } from '../../../server/src/protocol/fileNames';
import { type ClientCommand, IN_BRIEF } from './command';

/** Lists a text file under `include` in the `.briefmark.yaml` of its folder, so that it is a brief for everybody. */
export const includeFile: ClientCommand = {
  id: 'briefmark.includeFile',
  title: 'Check This File with Briefmark',
  palette: `resourceExtname =~ /^\\.(md|markdown|mdown|mkd|qmd|rmd|txt|text)$/i && workbenchState != empty && !${IN_BRIEF}`,
  /** The status bar and the palette pass no file: the active one is meant. */
  async run({ server }, resource?: Uri) {
    const uri = resource instanceof Uri ? resource : window.activeTextEditor?.document.uri;
    if (!uri || !isTextName(uri.path)) {
      void window.showInformationMessage(l10n.t('Open a Markdown or text file first.'));
      return;
    }
    await server.start();
    const answer = await server.ask('briefmark.server.includeFile', { uri: uri.toString() });
    if (!answer || !(await workspace.applyEdit(await server.toEdit(answer.edit)))) return;
    // It is a setting that was chosen, not a text that is being written.
    const config = await workspace.openTextDocument(Uri.parse(answer.config));
    if (!(await config.save()))
      void window.showWarningMessage(l10n.t('{0} could not be saved.', workspace.asRelativePath(config.uri)));
  },
};
