import * as l10n from '@vscode/l10n';
import { sourcesCitedIn } from '../../analysis/sourcing/citedSources.ts';
import { isOnPlatform } from '../../analysis/sourcing/platforms.ts';
import { perScope } from '../../scope/perScope.ts';
import type { DefinedEntry, Scope } from '../../scope/scope.ts';
import type { SourceEntry } from '../../syntax/ast.ts';
import { readLinkAddress } from '../../syntax/citation/linkAddress.ts';
import type { Problem, Rule } from '../engine/rule.ts';
import { sourceLabel } from '../engine/sourceLabels.ts';
import { STANDARD_URLS } from '../engine/standards.ts';

/** CSL types that a publisher can change or remove at any time. */
const KIND_NAMES: Readonly<Record<string, string>> = {
  post: l10n.t('a post'),
  'post-weblog': l10n.t('a blog post'),
  webpage: l10n.t('a web page'),
  motion_picture: l10n.t('a video'),
  broadcast: l10n.t('a broadcast'),
};

/** A cited post, video or page without an archived copy or an access date. */
export const perishableSource: Rule = {
  code: 'perishable-source',
  severity: { draft: 'off', release: 'information' },
  title: l10n.t('A cited source can disappear, and no copy of it is on record.'),
  standard: {
    name: 'ICS 206-01 (December 2024), on preserving sources; Chicago Manual of Style (17th ed.), 14.15',
    url: STANDARD_URLS.ICS_206_01,
    requirement: l10n.t(
      'Content cited from the open web may change or disappear: keep a copy, and record where the copy is and when the original was read.',
    ),
  },
  why: l10n.t(
    'Posts are deleted, videos taken down, pages rewritten. After that, a statement based on one can be neither checked nor defended. Enter the address of an archived copy in the entry’s `custom.archive`, and its fingerprint in `custom.sha256`. If no copy can be made, enter the day of reading in `accessed`. The rule covers posts, blog posts, web pages, videos, broadcasts and everything published on a platform. It reports each source once, where the brief first cites it.',
  ),
  bad: {
    brief: 'The depot was empty by noon [@channel-2023-05-22].\n',
    registry: `references:
  - { id: channel-2023-05-22, type: post, title: Video of the depot, container-title: Telegram, issued: 2023-05-22 }
`,
  },
  good: {
    brief: 'The depot was empty by noon [@channel-2023-05-22].\n',
    registry: `references:
  - { id: channel-2023-05-22, type: post, title: Video of the depot, container-title: Telegram, issued: 2023-05-22,
      custom: { archive: "https://archive.example.org/channel-2023-05-22" } }
`,
  },
  *brief({ brief, scope, date }) {
    for (const { source, span } of sourcesCitedIn(brief, scope, date)) {
      const problem = problemOf(source, scope);
      if (problem) yield { ...problem, span };
    }
  },
};

const problemOf = perScope(({ uri, entry }: DefinedEntry<SourceEntry>, scope): Omit<Problem, 'span'> | undefined => {
  const kind = describeKind(entry, scope);
  if (kind === undefined || entry.archive || entry.accessed || entry.sha256) return undefined;
  if (entry.url && readLinkAddress(entry.url.value)?.isArchive) return undefined;
  return {
    message: l10n.t(
      '{0} is {1} and can vanish: the registry has neither a copy nor an access date. Archive it, and enter the address as custom.archive.',
      sourceLabel(entry),
      kind,
    ),
    related: [{ uri, span: entry.id.span, message: l10n.t('The entry of the source.') }],
    data: { id: entry.id.value },
  };
});

function describeKind(entry: SourceEntry, scope: Scope): string | undefined {
  return KIND_NAMES[entry.type ?? ''] ?? (isOnPlatform(scope, entry) ? l10n.t('a post on a platform') : undefined);
}
