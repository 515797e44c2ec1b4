/** Tree items for the nodes of the views. Their texts are in `texts.ts`. */

import { type Command, Range, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, workspace } from 'vscode';
import type { Location } from '../../../server/src/protocol/location';
import type {
  BriefNode,
  BriefState,
  CitationNode,
  EntityNode,
  GroupNode,
  OutletNode,
  SourceNode,
  TypeNode,
  UseNode,
  UsesNode,
  ViewNode,
} from '../../../server/src/protocol/views';
import { LANGUAGE } from '../support/language';
import { texts } from './texts';

const STATE_ICONS = {
  missing: new ThemeIcon('error', new ThemeColor('list.errorForeground')),
  unknown: new ThemeIcon('question', new ThemeColor('list.warningForeground')),
  problems: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
  unchecked: new ThemeIcon('circle-outline'),
  clean: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  empty: new ThemeIcon('dash'),
} satisfies Record<BriefState, ThemeIcon>;

const TYPE_ICONS: Readonly<Record<string, string>> = {
  person: 'account',
  org: 'organization',
  group: 'organization',
  place: 'location',
  event: 'calendar',
  weapon: 'flame',
  media: 'broadcast',
  doc: 'file-text',
};

/** The variable parts of a row. Its accessible label says everything that icons and colors show. */
interface RowAppearance {
  readonly label: string;
  readonly highlight?: readonly [number, number];
  /** Part of the accessible label, before the text, for what only an icon shows. */
  readonly spokenPrefix?: string;
  /** Shown after the label. */
  readonly details: readonly string[];
  readonly tip?: string;
  readonly icon?: ThemeIcon;
  /** For `when` clauses of menus. */
  readonly contextValue: string;
  readonly isExpanded?: true;
}

export function toTreeItem(node: ViewNode): TreeItem {
  const { label, highlight, spokenPrefix, details, tip, icon, contextValue, isExpanded } = appearanceOf(node);
  const state = !node.key
    ? TreeItemCollapsibleState.None
    : isExpanded
      ? TreeItemCollapsibleState.Expanded
      : TreeItemCollapsibleState.Collapsed;
  const item = new TreeItem(highlight ? { label, highlights: [[...highlight]] } : label, state);
  item.id = node.id;
  item.description = details.join(' · ');
  item.contextValue = contextValue;
  item.accessibilityInformation = { label: [...(spokenPrefix ? [spokenPrefix] : []), label, ...details].join(', ') };
  item.tooltip = [label, details.join(' · '), tip].filter(Boolean).join('\n');
  if (icon) item.iconPath = icon;
  if (node.location) item.command = openCommand(node.location);
  return item;
}

function appearanceOf(node: ViewNode): RowAppearance {
  switch (node.kind) {
    case 'group':
      return groupAppearance(node);
    case 'citation':
      return citationAppearance(node);
    case 'outlet':
      return outletAppearance(node);
    case 'source':
      return sourceAppearance(node);
    case 'type':
      return typeAppearance(node);
    case 'entity':
      return entityAppearance(node);
    case 'uses':
      return usesAppearance(node);
    case 'use':
      return useAppearance(node);
    case 'brief':
      return briefAppearance(node);
  }
}

function groupAppearance({ state, count }: GroupNode): RowAppearance {
  const details = [count.toLocaleString(LANGUAGE)];
  return {
    label: texts.group[state],
    details,
    tip: texts.groupTip[state],
    icon: STATE_ICONS[state],
    contextValue: 'group',
    ...(state === 'missing' && { isExpanded: true }),
  };
}

function citationAppearance({ state, name = '', dates, location }: CitationNode): RowAppearance {
  const label = [name, dates].filter(Boolean).join(', ') || texts.undated;
  const details = formatPlace(location);
  return {
    label,
    spokenPrefix: texts.one[state],
    details,
    tip: texts.groupTip[state],
    icon: STATE_ICONS[state],
    contextValue: 'citation fixable',
  };
}

function outletAppearance({ name, rating, reports, cited }: OutletNode): RowAppearance {
  const details = [...(rating ? [texts.rating(rating)] : []), texts.reports(reports), texts.cited(cited)];
  return { label: name || texts.noOutlet, details, icon: new ThemeIcon('broadcast'), contextValue: 'outlet' };
}

function sourceAppearance({ title, date, rating, ratingWords, cited, url }: SourceNode): RowAppearance {
  const details = [...(date ? [date] : []), ...(rating ? [rating] : []), texts.cited(cited)];
  const tip = [ratingWords, url].filter(Boolean).join('\n');
  const contextValue = url ? 'source web' : 'source';
  return { label: title, details, tip, icon: new ThemeIcon('file'), contextValue };
}

function typeAppearance({ builtIn, name, count }: TypeNode): RowAppearance {
  return {
    label: texts.type(builtIn, name),
    details: [texts.entities(count)],
    icon: typeIcon(builtIn),
    contextValue: 'type',
  };
}

function entityAppearance({ builtIn, name, aliases, description, mentions, briefs }: EntityNode): RowAppearance {
  const tip = [...(aliases.length > 0 ? [texts.also(aliases)] : []), description].filter(Boolean).join('\n');
  return {
    label: name,
    details: [texts.mentions(mentions, briefs)],
    tip,
    icon: typeIcon(builtIn),
    contextValue: 'entity',
  };
}

function usesAppearance({ brief, symbolKind, count }: UsesNode): RowAppearance {
  const details = [texts.uses(count, symbolKind), ...folderOf(brief)];
  return { label: fileName(brief), details, icon: new ThemeIcon('note'), contextValue: 'uses' };
}

function useAppearance({ excerpt, highlight, location }: UseNode): RowAppearance {
  return { label: excerpt, highlight, details: [], tip: formatPlace(location).join(' · '), contextValue: 'use' };
}

function briefAppearance(node: BriefNode): RowAppearance {
  const { brief, state, date } = node;
  const details = [texts.state(node), texts.date(date), ...folderOf(brief)];
  const contextValue = state === 'missing' ? 'brief fixable' : 'brief';
  return { label: fileName(brief), details, tip: texts.stateTip(node), icon: STATE_ICONS[state], contextValue };
}

function typeIcon(builtIn: string): ThemeIcon {
  return new ThemeIcon(TYPE_ICONS[builtIn] ?? 'symbol-misc');
}

/** The built-in command: like other views, it opens a preview editor on a click and keeps the focus. */
function openCommand({ uri, range: { start, end } }: Location): Command {
  const selection = new Range(start.line, start.character, end.line, end.character);
  return { title: texts.open, command: 'vscode.open', arguments: [Uri.parse(uri), { selection }] };
}

/** The line comes before the file name, because file names are long and many rows share one. */
function formatPlace({ uri, range }: Location): string[] {
  return [texts.line(range.start.line + 1), fileName(uri)];
}

function fileName(uri: string): string {
  const { path } = Uri.parse(uri);
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folder relative to the workspace; empty at the top level. */
function folderOf(uri: string): string[] {
  const path = workspace.asRelativePath(Uri.parse(uri));
  const end = path.lastIndexOf('/');
  return end > 0 ? [path.slice(0, end)] : [];
}
