import { l10n, type QuickPickItem, window } from 'vscode';
import type { KnownEntity, Proposal } from '../../../server/src/protocol/commands';
import { askLine } from '../support/ask';
import { activeBrief, type ClientCommand, uriOf } from './command';

interface Choice extends QuickPickItem {
  /** Absent for a new one. */
  readonly entity?: KnownEntity;
}

const validId = /^[\p{L}\p{M}\p{N}._/-]+$/u;

export const tagSelection: ClientCommand = {
  id: 'briefmark.tagSelection',
  forServer: true,
  async run(server) {
    const editor = activeBrief();
    if (!editor) return;
    const { start, end } = editor.selection;
    const range = {
      start: { line: start.line, character: start.character },
      end: { line: end.line, character: end.character },
    };
    const at = { uri: uriOf(editor), range };
    const possible = await server.ask('briefmark.server.tagSelection', at);
    const known = await server.ask('briefmark.server.entities', at);
    if (!possible || !known) return;
    const { words, version, suggestedId } = possible;
    const title = l10n.t('Tag “{0}”', words);
    const placeHolder = l10n.t('Which entity is it?');
    const chosen = await window.showQuickPick(choices(words, known.entities), {
      title,
      placeHolder,
      matchOnDescription: true,
      matchOnDetail: true,
    });
    let proposal: Proposal | undefined;
    if (chosen?.entity) {
      proposal = await server.ask('briefmark.server.tagSelection', { ...at, id: chosen.entity.id });
    } else if (chosen) {
      const first = l10n.t('Tag “{0}”: new entity (1/2)', words);
      const id = await askLine(first, l10n.t('Its id: letters, digits, “.”, “_”, “-” and “/”'), {
        value: suggestedId,
        wrong: (id) => wrongId(id, known.entities),
      });
      if (id === undefined) return;
      const type = await window.showQuickPick(known.types, {
        title: l10n.t('Tag “{0}”: new entity (2/2)', words),
        placeHolder: l10n.t('Its type'),
        ignoreFocusOut: true,
      });
      if (type === undefined) return;
      proposal = await server.ask('briefmark.server.addEntity', { ...at, id, type, name: words });
    }
    if (proposal) await server.apply(proposal.edit, editor.document, version);
  },
};

/** Entities that are called like the words first, then a new one, then the others. */
function choices(words: string, entities: readonly KnownEntity[]): Choice[] {
  const alike = words.toLowerCase();
  const isAlike = ({ name, aliases }: KnownEntity) =>
    [name, ...aliases].some((other) => other.toLowerCase().includes(alike) || alike.includes(other.toLowerCase()));
  const toChoice = (entity: KnownEntity): Choice => ({
    label: entity.name,
    description: `${entity.type}:${entity.id}`,
    detail: [entity.aliases.join(', '), entity.description].filter(Boolean).join(' — '),
    entity,
  });
  return [
    ...entities.filter(isAlike).map(toChoice),
    { label: `$(add) ${l10n.t('New entity…')}`, description: words, alwaysShow: true },
    ...entities.filter((entity) => !isAlike(entity)).map(toChoice),
  ];
}

function wrongId(id: string, entities: readonly KnownEntity[]): string | undefined {
  if (!validId.test(id)) return l10n.t('Use letters, digits, “.”, “_”, “-” and “/”.');
  return entities.some((entity) => entity.id === id) ? l10n.t('There is an entity with this id already.') : undefined;
}
