import { l10n, window } from 'vscode';
import { addProposed, uriForEntries } from '../support/addProposed';
import { promptLine } from '../support/ask';
import type { ClientCommand } from './command';

/** Asks for an entity in the order in which one knows it: name, type, and at the end the id. */
export const addEntity: ClientCommand = {
  id: 'briefmark.addEntity',
  title: 'Add Entity…',
  async run({ server }) {
    const uri = uriForEntries();
    if (uri === undefined) return;
    const title = l10n.t('Add an entity');
    const editor = window.activeTextEditor;
    const selected = editor && !editor.selection.isEmpty ? editor.document.getText(editor.selection) : '';
    const name = await promptLine(title, l10n.t('Its full name, as prose writes it'), {
      value: selected.replace(/\s+/g, ' ').trim(),
      validate: (line) => (line === '' ? l10n.t('Write a name.') : undefined),
    });
    if (!name) return;
    const registry = await server.ask('briefmark.server.entities', { uri });
    const proposal = await server.ask('briefmark.server.addEntry', { uri, entry: { kind: 'entity', name } });
    if (!registry || !proposal) return;
    const { type: likely, reason } = proposal;
    const items = [...new Set([...(likely === '' ? [] : [likely]), ...registry.types])].map((label) => ({
      label,
      ...(label === likely && { description: reason }),
    }));
    const type = await window.showQuickPick(items, {
      title,
      placeHolder: l10n.t('The type of {0}', name),
      matchOnDescription: true,
      ignoreFocusOut: true,
    });
    if (type) await addProposed(server, title, uri, { kind: 'entity', name, type: type.label }, proposal);
  },
};
