import { l10n, type QuickPickItem, window } from 'vscode';
import type { EntitySummary, VersionedEdit } from '../../../server/src/protocol/commands';
import { activeBrief, uriOf } from '../support/activeBrief';
import { promptLine } from '../support/ask';
import type { ClientCommand } from './command';

interface Choice extends QuickPickItem {
  /** Absent for a new entity. */
  readonly entity?: EntitySummary;
}

const validId = /^[\p{L}\p{M}\p{N}._/-]+$/u;

export const tagSelection: ClientCommand = {
  id: 'briefmark.tagSelection',
  title: 'Tag Selection as Entity…',
  enablement: 'editorLangId == brief && editorHasSelection',
  menus: [
    {
      menu: 'editor/context',
      when: 'editorLangId == brief && editorHasSelection && !editorReadonly',
      group: '1_modification@90',
    },
  ],
  isServerCallable: true,
  async run({ server }) {
    const editor = activeBrief();
    if (!editor) return;
    const { start, end } = editor.selection;
    const range = {
      start: { line: start.line, character: start.character },
      end: { line: end.line, character: end.character },
    };
    const target = { uri: uriOf(editor), range };
    const selectionInfo = await server.ask('briefmark.server.tagSelection', target);
    const registry = await server.ask('briefmark.server.entities', target);
    if (!selectionInfo || !registry) return;
    const { text, version, suggestedId } = selectionInfo;
    const title = l10n.t('Tag “{0}”', text);
    const placeHolder = l10n.t('Which entity is it?');
    const chosen = await window.showQuickPick(createChoices(text, registry.entities), {
      title,
      placeHolder,
      matchOnDescription: true,
      matchOnDetail: true,
    });
    let proposal: VersionedEdit | undefined;
    if (chosen?.entity) {
      proposal = await server.ask('briefmark.server.tagSelection', { ...target, id: chosen.entity.id });
    } else if (chosen) {
      const first = l10n.t('Tag “{0}”: new entity (1/2)', text);
      const id = await promptLine(first, l10n.t('Its id: letters, digits, “.”, “_”, “-” and “/”'), {
        value: suggestedId,
        validate: (id) => validateId(id, registry.entities),
      });
      if (id === undefined) return;
      const type = await window.showQuickPick(registry.types, {
        title: l10n.t('Tag “{0}”: new entity (2/2)', text),
        placeHolder: l10n.t('Its type'),
        ignoreFocusOut: true,
      });
      if (type === undefined) return;
      proposal = await server.ask('briefmark.server.addEntity', { ...target, id, type, name: text });
    }
    if (proposal) await server.apply(proposal.edit, editor.document, version);
  },
};

/** First the entities with this name, then a new entity, then the others. */
function createChoices(selectedText: string, entities: readonly EntitySummary[]): Choice[] {
  const lowerCaseText = selectedText.toLowerCase();
  const isAlike = ({ name, aliases }: EntitySummary) =>
    [name, ...aliases].some(
      (other) => other.toLowerCase().includes(lowerCaseText) || lowerCaseText.includes(other.toLowerCase()),
    );
  const toChoice = (entity: EntitySummary): Choice => ({
    label: entity.name,
    description: `${entity.type}:${entity.id}`,
    detail: [entity.aliases.join(', '), entity.description].filter(Boolean).join(' — '),
    entity,
  });
  return [
    ...entities.filter(isAlike).map(toChoice),
    { label: `$(add) ${l10n.t('New entity…')}`, description: selectedText, alwaysShow: true },
    ...entities.filter((entity) => !isAlike(entity)).map(toChoice),
  ];
}

function validateId(id: string, entities: readonly EntitySummary[]): string | undefined {
  if (!validId.test(id)) return l10n.t('Use letters, digits, “.”, “_”, “-” and “/”.');
  return entities.some((entity) => entity.id === id) ? l10n.t('An entity with this id already exists.') : undefined;
}
