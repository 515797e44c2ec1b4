/** The sourcing status of the active brief: an item in the status bar, and the profile in the language status. */
import {
  type ExtensionContext,
  LanguageStatusSeverity,
  l10n,
  languages,
  MarkdownString,
  StatusBarAlignment,
  window,
} from 'vscode';
import { TEXT_LANGUAGES } from '../../server/src/protocol/fileNames';
import type { BriefState, BriefStatus } from '../../server/src/protocol/views';
import { latestOnly, type ViewServer } from './views/server';
import { formatProblems } from './views/texts';

const PRIORITY = 50;
const OPEN_SETTINGS = 'workbench.action.openSettings';
const STYLE_SETTINGS = 'briefmark.style';
/** A tick only for what was checked and has neither errors nor warnings. */
const ICONS: Readonly<Record<BriefState, string>> = {
  missing: 'error',
  unknown: 'question',
  problems: 'warning',
  unchecked: 'circle-outline',
  clean: 'pass',
  empty: 'dash',
};

const texts = {
  name: l10n.t('Sources of the brief'),
  text: ({ state, missing, unknown, problems, citations, cited }: BriefStatus) =>
    [
      ...(missing > 0 ? [missing === 1 ? l10n.t('1 missing source') : l10n.t('{0} missing sources', missing)] : []),
      ...(unknown > 0 ? [unknown === 1 ? l10n.t('1 unknown source') : l10n.t('{0} unknown sources', unknown)] : []),
      ...(problems > 0 ? [formatProblems(problems, missing + unknown > 0)] : []),
      ...(citations > 0 ? [l10n.t('{0} of {1} cited', cited, citations)] : []),
      ...(state === 'empty' ? [l10n.t('nothing to check')] : []),
    ].join(' · ') || l10n.t('no citations'),
  tip: ({ state, missing, citations, cited, unknown, problems }: BriefStatus) =>
    [
      citations > 0 ? formatCited(cited, citations) : l10n.t('This brief has no citations.'),
      missing > 0 ? formatFirstMissing(missing) : '',
      unknown > 0 ? formatUnknown(unknown) : '',
      problems > 0 ? formatOther(problems, missing + unknown > 0) : '',
      state === 'clean' ? l10n.t('Problems lists no error and no warning for it.') : '',
    ].filter(Boolean),
  settings: l10n.t('Settings'),
  profileName: 'Briefmark',
  profile: (profile: string) => l10n.t('Profile: {0}', profile),
  reading: l10n.t('Reading the briefs of this workspace…'),
  read: l10n.t('All briefs and registries of this workspace have been read.'),
  change: l10n.t('Change'),
};

function formatCited(cited: number, citations: number): string {
  return citations === 1
    ? l10n.t('{0} of 1 citation in this brief has a source.', cited)
    : l10n.t('{0} of {1} citations in this brief have a source.', cited, citations);
}

function formatFirstMissing(missing: number): string {
  return missing === 1
    ? l10n.t('Select to go to the missing source.')
    : l10n.t('Select to go to the first of {0} missing sources.', missing);
}

function formatOther(problems: number, areOther: boolean): string {
  return l10n.t('Problems lists {0}.', formatProblems(problems, areOther));
}

function formatUnknown(unknown: number): string {
  return unknown === 1 ? l10n.t('1 source in no registry.') : l10n.t('{0} sources in no registry.', unknown);
}

/** The numbers, then what was inferred, with a link to the settings. */
function tooltip(status: BriefStatus): MarkdownString {
  const tip = new MarkdownString();
  for (const line of texts.tip(status)) tip.appendText(line).appendMarkdown('\n\n');
  const link = `command:${OPEN_SETTINGS}?${encodeURIComponent(JSON.stringify([STYLE_SETTINGS]))}`;
  tip.appendText(status.reading).appendMarkdown(` · [${texts.settings}](${link})`);
  tip.isTrusted = { enabledCommands: [OPEN_SETTINGS] };
  return tip;
}

/** Shows both items while a brief is active. */
export function registerStatus({ subscriptions }: ExtensionContext, server: ViewServer): void {
  const item = window.createStatusBarItem('briefmark.status', StatusBarAlignment.Left, PRIORITY);
  item.name = texts.name;
  item.command = 'briefmark.goToFirstMissing';
  const language = languages.createLanguageStatusItem('briefmark.profile', { language: 'brief' });
  language.name = texts.profileName;
  language.command = {
    title: texts.change,
    command: OPEN_SETTINGS,
    arguments: ['briefmark.profile'],
  };

  const refresh = latestOnly(
    async () => {
      const uri = activeUri();
      return uri === undefined ? undefined : server.request('briefmark/status', { uri }).catch(() => undefined);
    },
    (status) => {
      const languageId = window.activeTextEditor?.document.languageId;
      language.selector = { language: status && languageId ? languageId : 'brief' };
      if (!status) return item.hide();
      const text = texts.text(status);
      item.text = `$(${ICONS[status.state]}) ${text}`;
      item.tooltip = tooltip(status);
      item.accessibilityInformation = { label: `${texts.name}: ${text}` };
      item.show();
      language.text = texts.profile(status.profile);
      language.detail = status.isIndexed ? texts.read : texts.reading;
      language.busy = !status.isIndexed;
      language.severity = LanguageStatusSeverity.Information;
    },
  );
  subscriptions.push(item, language, server.onDidChange(refresh), window.onDidChangeActiveTextEditor(refresh));
}

function activeUri(): string | undefined {
  const document = window.activeTextEditor?.document;
  const mayBeBrief = document && ['brief', ...TEXT_LANGUAGES].includes(document.languageId);
  return mayBeBrief ? document.uri.toString() : undefined;
}
