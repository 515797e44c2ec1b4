/** Why a name has its type, in words. */

import * as l10n from '@vscode/l10n';
import type { Mention } from './phrase.ts';

/** The reason for the type of a mention, as a clause without a stop. */
export function reasonFor({ evidence, cue, acronym, type }: Mention): string {
  switch (evidence) {
    case 'title':
      return l10n.t('the title “{0}” in front of the name', cue);
    case 'role':
      return l10n.t('a title without a name');
    case 'given-name':
      return l10n.t('the given name “{0}”', cue);
    case 'known':
      return l10n.t('generally known');
    case 'class-word':
      return l10n.t('the word “{0}” in the name or beside it', cue);
    case 'people':
      return type === 'person'
        ? l10n.t('the word “{0}” beside it names a person', cue)
        : l10n.t('the word “{0}” beside it names people', cue);
    case 'fighters':
      return l10n.t('the word “{0}” beside it names people', cue);
    case 'acronym-definition':
      return l10n.t('its acronym ({0}) is introduced', acronym ?? cue);
    case 'speech':
      return l10n.t('“{0}” says that it speaks', cue);
    case 'preposition':
      return l10n.t('the word “{0}” in front of it', cue);
    case 'list':
      return l10n.t('in one list with “{0}”', cue);
    case 'acronym':
      return l10n.t('an acronym');
    case 'designation':
      return l10n.t('letters and figures as in the designation of a weapon');
    case 'apposition':
      return l10n.t('“{0}” explains it', cue);
    case 'form':
      return l10n.t('a guess: only its capitals show that it is a name');
  }
}
