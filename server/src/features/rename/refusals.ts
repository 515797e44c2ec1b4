/** Messages to the user: why a symbol cannot be renamed. */
import * as l10n from '@vscode/l10n';
import type { EntryRef } from '../../workspace/entryRef.ts';
import type { CursorTarget } from '../cursor/symbolAt.ts';

/** Why a symbol cannot be renamed, as a message to the user. */
export interface Refusal {
  readonly reason: string;
}

/** By how the symbol is written at the cursor. */
export const NAME_REFUSALS: Readonly<Record<NonNullable<CursorTarget['writtenAs']>, string>> = {
  mention: l10n.t(
    'This is a name in prose; only ids are renamed. Put the cursor on the id in a tag or in the registry.',
  ),
  citation: l10n.t(
    'This citation is written in words and holds no id. Put the cursor on the id of its entry in the registry.',
  ),
  name: l10n.t('This is the name of an entity; only ids are renamed. Edit the name here, or put the cursor on the id.'),
  marker: l10n.t(
    'This is the marker of a note; only ids and labels such as [^1] are renamed. Change the number here and at the note.',
  ),
  note: l10n.t(
    'This is a note; only ids and labels such as [^1] are renamed. Change its number here and at its markers.',
  ),
  outlet: l10n.t('This is the name of an outlet; only ids are renamed. Put the cursor on the id of its entry.'),
};

/** The symbol has no definition. */
export function describeUndefinedId({ kind, id }: EntryRef): string {
  switch (kind) {
    case 'entity':
      return l10n.t('No registry has the entity “{0}”, or it is built in, so it cannot be renamed.', id);
    case 'source':
      return l10n.t('No registry has the source “{0}”, or it is built in, so it cannot be renamed.', id);
    case 'type':
      return l10n.t('No registry has the type “{0}”, or it is built in, so it cannot be renamed.', id);
  }
}

/** The symbol is defined in a file that another program writes. */
export function describeForeignId({ id }: EntryRef, file: string): string {
  return l10n.t(
    '“{0}” is a key of {1}, which another program writes, so it is not renamed here. Rename it in that program, and export the file again.',
    id,
    file,
  );
}

/** The new id belongs to another symbol. */
export function describeTakenId({ kind, id }: EntryRef): string {
  switch (kind) {
    case 'entity':
      return l10n.t('The id “{0}” already belongs to another entity. Choose another id.', id);
    case 'source':
      return l10n.t('The id “{0}” already belongs to another source. Choose another id.', id);
    case 'type':
      return l10n.t('The id “{0}” already belongs to another type. Choose another id.', id);
  }
}

/** The new id is used in this many files, though no registry defines it. */
export function describeUsedId({ kind, id }: EntryRef, files: number): string {
  const isSingleFile = files === 1;
  switch (kind) {
    case 'entity':
      return isSingleFile
        ? l10n.t('“{0}” is already used in one file, for an entity without an entry. Choose another id.', id)
        : l10n.t('“{0}” is already used in {1} files, for an entity without an entry. Choose another id.', id, files);
    case 'source':
      return isSingleFile
        ? l10n.t('“{0}” is already used in one file, for a source without an entry. Choose another id.', id)
        : l10n.t('“{0}” is already used in {1} files, for a source without an entry. Choose another id.', id, files);
    case 'type':
      return isSingleFile
        ? l10n.t('“{0}” is already used in one file, for a type without an entry. Choose another id.', id)
        : l10n.t('“{0}” is already used in {1} files, for a type without an entry. Choose another id.', id, files);
  }
}
