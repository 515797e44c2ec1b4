import { l10n, Uri, window, workspace } from 'vscode';
import type { ClientCommand } from './command';

const texts = {
  title: l10n.t('New registry'),
  where: l10n.t('In which folder?'),
  sources: l10n.t('The cited sources: outlet, title, date, address, rating'),
  entities: l10n.t('The named entities: people, groups, places, outlets'),
  noFolder: l10n.t('Open a folder first: a registry is stored next to the briefs.'),
};

const FILES = [
  {
    label: 'sources.yaml',
    detail: texts.sources,
    text: `# What the briefs cite, in CSL-YAML.
# A source is added here by the light bulb at a citation, or by hand:
#   - id: rferl-2021-09-05
#     title: What the report says
#     container-title: RFE/RL
#     issued: 2021-09-05

references:
`,
  },
  {
    label: 'entities.yaml',
    detail: texts.entities,
    text: `# Who and what the briefs mean.
# An entity is added here by “Briefmark: Tag…”, or by hand:
#   - id: rferl
#     type: media
#     name: Radio Free Europe/Radio Liberty
#     aliases: [RFE/RL]

entities:
`,
  },
];

/** Creates a registry at the top of a workspace folder, or opens the existing one. */
export const newRegistry: ClientCommand = {
  id: 'briefmark.newRegistry',
  title: 'New Registry…',
  enablement: 'workbenchState != empty',
  /** A view names the registry that it lacks. */
  run: (_, preferred?: string) => createOrOpenRegistry(preferred),
};

async function createOrOpenRegistry(preferred: string | undefined): Promise<void> {
  if (!workspace.workspaceFolders) {
    void window.showInformationMessage(texts.noFolder);
    return;
  }
  // The first one is selected.
  const files = [...FILES].sort((a, b) => Number(b.label === preferred) - Number(a.label === preferred));
  const file = await window.showQuickPick(files, { title: texts.title });
  if (!file) return;
  const folder =
    workspace.workspaceFolders.length > 1
      ? await window.showWorkspaceFolderPick({ placeHolder: texts.where })
      : workspace.workspaceFolders[0];
  if (!folder) return;
  const uri = Uri.joinPath(folder.uri, file.label);
  const exists = await workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  if (!exists) await workspace.fs.writeFile(uri, new TextEncoder().encode(file.text));
  await window.showTextDocument(await workspace.openTextDocument(uri));
}
