/** How the rows of the views look and read. All their words stand in `words.ts`. */

import { type Command, Range, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, workspace } from 'vscode';
import type { Place } from '../../../server/src/protocol/place';
import type {
  BriefNode,
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
import { say } from './words';

const STATE_ICONS = {
  missing: new ThemeIcon('error', new ThemeColor('list.errorForeground')),
  unknown: new ThemeIcon('question', new ThemeColor('list.warningForeground')),
  clean: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
};

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

/** What differs from row to row. The words for the ear say all that icons and colours say. */
interface Look {
  readonly label: string;
  readonly mark?: readonly [number, number];
  /** Read out before the label, where only an icon shows it. */
  readonly spoken?: string;
  /** Behind the label, apart. */
  readonly details: readonly string[];
  readonly tip?: string;
  readonly icon?: ThemeIcon;
  /** For menus. */
  readonly context: string;
  readonly expanded?: true;
}

/** The row of a node. */
export function toItem(node: ViewNode): TreeItem {
  const { label, mark, spoken, details, tip, icon, context, expanded } = lookOf(node);
  const state = !node.key
    ? TreeItemCollapsibleState.None
    : expanded
      ? TreeItemCollapsibleState.Expanded
      : TreeItemCollapsibleState.Collapsed;
  const item = new TreeItem(mark ? { label, highlights: [[...mark]] } : label, state);
  item.id = node.id;
  item.description = details.join(' · ');
  item.contextValue = context;
  item.accessibilityInformation = { label: [...(spoken ? [spoken] : []), label, ...details].join(', ') };
  item.tooltip = [label, details.join(' · '), tip].filter(Boolean).join('\n');
  if (icon) item.iconPath = icon;
  if (node.place) item.command = opening(node.place);
  return item;
}

function lookOf(node: ViewNode): Look {
  switch (node.kind) {
    case 'group':
      return groupLook(node);
    case 'citation':
      return citationLook(node);
    case 'outlet':
      return outletLook(node);
    case 'source':
      return sourceLook(node);
    case 'type':
      return typeLook(node);
    case 'entity':
      return entityLook(node);
    case 'uses':
      return usesLook(node);
    case 'use':
      return useLook(node);
    case 'brief':
      return briefLook(node);
  }
}

function groupLook({ state, count }: GroupNode): Look {
  const details = [count.toLocaleString(LANGUAGE)];
  const look = { label: say.group[state], details, tip: say.groupTip[state], icon: STATE_ICONS[state] };
  return { ...look, context: 'group', ...(state === 'missing' && { expanded: true }) };
}

function citationLook({ state, name = '', dates, place }: CitationNode): Look {
  const label = [name, dates].filter(Boolean).join(', ') || say.undated;
  const details = whereIs(place);
  const look = { label, spoken: say.one[state], details, tip: say.groupTip[state], icon: STATE_ICONS[state] };
  return { ...look, context: 'citation fixable' };
}

function outletLook({ name, rating, reports, cited }: OutletNode): Look {
  const details = [...(rating ? [say.rating(rating)] : []), say.reports(reports), say.cited(cited)];
  return { label: name || say.noOutlet, details, icon: new ThemeIcon('broadcast'), context: 'outlet' };
}

function sourceLook({ title, date, rating, ratingWords, cited, url }: SourceNode): Look {
  const details = [...(date ? [date] : []), ...(rating ? [rating] : []), say.cited(cited)];
  const tip = [ratingWords, url].filter(Boolean).join('\n');
  const context = url ? 'source web' : 'source';
  return { label: title, details, tip, icon: new ThemeIcon('file'), context };
}

function typeLook({ builtIn, name, count }: TypeNode): Look {
  return { label: say.type(builtIn, name), details: [say.entities(count)], icon: typeIcon(builtIn), context: 'type' };
}

function entityLook({ builtIn, name, aliases, description, mentions, briefs }: EntityNode): Look {
  const tip = [...(aliases.length > 0 ? [say.also(aliases)] : []), description].filter(Boolean).join('\n');
  return { label: name, details: [say.mentions(mentions, briefs)], tip, icon: typeIcon(builtIn), context: 'entity' };
}

function usesLook({ brief, of, count }: UsesNode): Look {
  const details = [say.uses(count, of), ...folderOf(brief)];
  return { label: fileName(brief), details, icon: new ThemeIcon('note'), context: 'uses' };
}

function useLook({ words, mark, place }: UseNode): Look {
  return { label: words, mark, details: [], tip: whereIs(place).join(' · '), context: 'use' };
}

function briefLook(node: BriefNode): Look {
  const { brief, state, date } = node;
  const details = [say.state(node), say.date(date), ...folderOf(brief)];
  const context = state === 'missing' ? 'brief fixable' : 'brief';
  return { label: fileName(brief), details, tip: say.stateTip(node), icon: STATE_ICONS[state], context };
}

function typeIcon(builtIn: string): ThemeIcon {
  return new ThemeIcon(TYPE_ICONS[builtIn] ?? 'symbol-misc');
}

/** The editor's own command: it opens in a preview on a click and keeps the focus as its other views do. */
function opening({ uri, range: { start, end } }: Place): Command {
  const selection = new Range(start.line, start.character, end.line, end.character);
  return { title: say.open, command: 'vscode.open', arguments: [Uri.parse(uri), { selection }] };
}

/** The line before the file: the names of files are long, and many rows have the same. */
function whereIs({ uri, range }: Place): string[] {
  return [say.line(range.start.line + 1), fileName(uri)];
}

function fileName(uri: string): string {
  const { path } = Uri.parse(uri);
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folder inside the workspace; none at its top. */
function folderOf(uri: string): string[] {
  const path = workspace.asRelativePath(Uri.parse(uri));
  const end = path.lastIndexOf('/');
  return end > 0 ? [path.slice(0, end)] : [];
}
