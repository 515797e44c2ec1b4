/** Checks whether a new id is valid wherever the old one is used. */

import * as l10n from '@vscode/l10n';
import { isValidId } from '../../base/text/validId.ts';
import { BUILT_IN_TYPES, SOURCE_TYPE } from '../../syntax/ast.ts';
import { readInlines } from '../../syntax/brief/inlines.ts';
import { isCitationKey } from '../../syntax/citation/forms/key.ts';
import { NOTHING_KNOWN } from '../../syntax/knownNames.ts';
import { isReadAsOther } from '../../syntax/registry/misspelled.ts';
import { createYamlContext, readYamlRange } from '../../syntax/yaml/yamlTree.ts';
import type { EntryRef } from '../../workspace/entryRef.ts';

/** How the id is used. */
export interface IdUsage {
  readonly kind: EntryRef['kind'];
  /** In a citation key, `[@key]`. */
  readonly isInKey: boolean;
  /** In YAML without quotation marks. */
  readonly isUnquoted: boolean;
}

/** Why `id` is invalid for this usage, as a message to the user; undefined if it is valid. */
export function invalidIdReason(id: string, { kind, isInKey, isUnquoted }: IdUsage): string | undefined {
  if (id === '') return l10n.t('An id cannot be empty.');
  if (!isValidId(id)) return l10n.t('“{0}” cannot be an id. Use letters, digits and . _ - / only, without spaces.', id);
  if (kind === 'type') {
    if (BUILT_IN_TYPES.includes(id) || id === SOURCE_TYPE)
      return l10n.t('“{0}” is a built-in type. Choose another id.', id);
    if (!isReadAsTag(`${id}:x`))
      return l10n.t(
        '“{0}” cannot be the type of a tag: a type is a letter with letters, digits, _ or - after it, and no kind of web address.',
        id,
      );
  } else if (kind === 'entity' && id.startsWith('//'))
    // After a custom type it would be read as a web address.
    return l10n.t('“{0}” looks like a web address. Choose an id that does not start with //.', id);
  if (isInKey && !isCitationKey(id))
    return l10n.t(
      '“{0}” cannot be cited as [@{0}]: a key starts and ends with a letter or digit, with single marks between. Choose another id.',
      id,
    );
  if (isUnquoted && !isYamlString(id))
    return l10n.t(
      'YAML would not read “{0}” as text. Choose another id, or put the old one in quotation marks in the registry first.',
      id,
    );
  return undefined;
}

/** Whether a link with this address is read as a tag. */
function isReadAsTag(address: string): boolean {
  const [atom] = readInlines(`[x](${address})`, NOTHING_KNOWN).atoms;
  return atom?.kind === 'tag' && `${atom.type.value}:${atom.id.value}` === address;
}

/**
 * Whether every version of YAML reads the plain scalar as this string. `2021`, `true` and `no` are other types; `---` is no
 * scalar.
 */
function isYamlString(text: string): boolean {
  if (isReadAsOther(text)) return false;
  const { nodes, damaged } = readYamlRange(
    createYamlContext(text, () => {}),
    { start: 0, end: text.length },
  );
  const [node] = nodes;
  return !damaged && nodes.length === 1 && node?.kind === 'scalar' && node.value === text;
}
