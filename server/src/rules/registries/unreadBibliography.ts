import * as l10n from '@vscode/l10n';
import { quote } from '../../base/text/quote.ts';
import type { Located } from '../../base/text/span.ts';
import type { Scope } from '../../scope/scope.ts';
import type { UnreadReason } from '../../scope/unreadBibliographies.ts';
import { frontMatterOf } from '../../syntax/brief/brief.ts';
import type { Problem, Rule } from '../engine/rule.ts';

/** A bibliography that a brief or `.briefmark.yaml` names and that is not read. */
export const unreadBibliography: Rule = {
  code: 'unread-bibliography',
  severity: { draft: 'warning', release: 'error' },
  title: l10n.t('A bibliography is named and not read.'),
  standard: {
    name: 'Briefmark format, section 4; Pandoc, “bibliography”',
    url: 'https://pandoc.org/MANUAL.html#citations',
    requirement: l10n.t('`bibliography` names files with sources.'),
  },
  why: l10n.t(
    'Sources of a bibliography that is not read are unknown, and citations of them are not checked. A path counts from the folder of the file that names it, or from the folder that is open. Files outside of that folder are read only if the workspace is trusted, or on the command line with “--trust”, because somebody else may have written the path.',
  ),
  bad: { brief: '---\nbibliography: https://example.org/cranes.bib\n---\n\nThe garrison left [@tass-1].\n' },
  good: {
    brief: 'The garrison left [@tass-1].\n',
    registry: 'references:\n  - { id: tass-1, container-title: TASS, issued: 2021-09-06 }\n',
  },
  brief: ({ uri, brief, scope }) => unreadIn(uri, frontMatterOf(brief)?.bibliography ?? [], scope),
  registry: ({ uri, registry, scope }) => unreadIn(uri, registry.bibliography ?? [], scope),
};

function unreadIn(uri: string, paths: readonly Located<string>[], scope: Scope): Problem[] {
  const unread = scope.unreadBibliographies.get(uri);
  return paths.flatMap(({ value, span }) => {
    // Also before anything is read: nothing ever is.
    const reason = isAddress.test(value.trim()) ? 'remote' : unread?.get(value);
    return reason ? [{ span, message: MESSAGES[reason](quote(value)) }] : [];
  });
}

const isAddress = /^[a-z][a-z0-9+.-]+:\/\//i;

const MESSAGES: Readonly<Record<UnreadReason, (path: string) => string>> = {
  missing: (path) =>
    l10n.t('There is no file {0}, neither beside this one nor in the folder that is open. Correct the path.', path),
  outside: (path) =>
    l10n.t(
      '{0} is outside of the folder, so it is not read. Trust the workspace (on the command line: --trust), or copy the file here.',
      path,
    ),
  'unknown-format': (path) => l10n.t('{0} is no bibliography: name a .bib, .json, .ris, .xml or .yaml file.', path),
  unreadable: (path) => l10n.t('{0} cannot be read: it is no text, no regular file, or you have no permission.', path),
  'too-large': (path) => l10n.t('{0} is too large to be read. Export fewer references.', path),
  remote: (path) =>
    l10n.t('{0} is an address, and nothing is read from the network. Download the file, and name its path.', path),
};
