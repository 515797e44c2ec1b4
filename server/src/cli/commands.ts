/** The commands and their options; parsing and help (`invocation.ts`) follow from this list. */

import * as l10n from '@vscode/l10n';
import { DEFAULT_EXPORTER, EXPORTERS } from '../exporters/index.ts';
import { WRITTEN_FORMATS } from '../references/write/formats.ts';
import { LEVELS, PROFILES, SEVERITIES } from '../rules/engine/settings.ts';
import { RULES } from '../rules/index.ts';
import { CHECK_FORMATS } from './checkFormats.ts';

export interface Option {
  readonly name: string;
  /** One letter, such as `h` for `-h`. */
  readonly short?: string;
  /** The placeholder of the value in the help; an option without one is a switch. */
  readonly value?: string;
  /** The valid values; any value if absent. */
  readonly values?: readonly string[];
  readonly default?: string;
  readonly help: string;
}

export interface Command {
  readonly name: string;
  /** The arguments after the name, in the help. */
  readonly usage: string;
  readonly summary: string;
  /** The valid values of the first argument, for a command that requires one. */
  readonly subjects?: readonly string[];
  readonly options: readonly Option[];
  /** Further help, below the options. */
  readonly notes: string;
}

const EXCLUDE_OPTION: Option = {
  name: 'exclude',
  value: l10n.t('GLOB'),
  help: l10n.t('Exclude files and folders, with the syntax of .gitignore; may be repeated'),
};
export const GLOBAL_OPTIONS: readonly Option[] = [
  { name: 'help', short: 'h', help: l10n.t('Show this help') },
  { name: 'version', help: l10n.t('Show the version') },
];
const TRUST_OPTION: Option = {
  name: 'trust',
  help: l10n.t('Read bibliographies outside of the folder, too, when briefs or configurations name them'),
};
const PATHS_HELP =
  l10n.t(`PATHS are files and folders; the default is the current folder. Folders are searched for briefs (*.brief, *.brief.md, *.brief.txt)
and registries (entities.yaml, sources.yaml, *.entities.yaml, *.sources.yaml). A file is read as a brief whatever its name,
together with the registries beside it and in the folders above it. “-” is standard input.`);
const CONFIGURATION_HELP =
  l10n.t(`The nearest .briefmark.yaml applies, in a given folder or above it up to the current folder. It sets the profile, the
severities of rules, excluded files and the house style. The command line overrides it.`);
const RULES_HELP = RULES.map(
  ({ code, severity: { draft, release }, title }) =>
    `  ${code.padEnd(28)}${draft.padEnd(13)}${release.padEnd(13)}${title}`,
).join('\n');
const EXIT_CODE_HELP = l10n.t('Exit code: 0 done, 2 could not run.');

export const COMMANDS: readonly Command[] = [
  {
    name: 'check',
    usage: l10n.t('[PATHS]'),
    summary: l10n.t('Find problems in briefs and registries'),
    options: [
      {
        name: 'format',
        value: l10n.t('FORMAT'),
        values: [...CHECK_FORMATS.keys()],
        default: 'text',
        help: l10n.t('How to print the findings'),
      },
      {
        name: 'report',
        value: l10n.t('FORMAT=FILE'),
        help: l10n.t('Also write the findings to a file, in any of these formats; may be repeated'),
      },
      {
        name: 'fail-on',
        value: l10n.t('SEVERITY'),
        values: [...SEVERITIES, 'never'],
        default: 'warning',
        help: l10n.t('Exit with code 1 for findings of at least this severity'),
      },
      {
        name: 'profile',
        value: l10n.t('PROFILE'),
        values: PROFILES,
        help: l10n.t('Check everything with this profile, whatever the front matter and configuration say'),
      },
      {
        name: 'rule',
        value: l10n.t('CODE=LEVEL'),
        help: l10n.t('Set the severity of a rule: {0}; may be repeated', LEVELS.join(', ')),
      },
      EXCLUDE_OPTION,
      TRUST_OPTION,
      {
        name: 'changed-since',
        value: l10n.t('REVISION'),
        help: l10n.t('Check only files that differ from a Git commit, such as main'),
      },
      { name: 'allow-empty', help: l10n.t('Accept folders without briefs and registries') },
      {
        name: 'threads',
        value: l10n.t('NUMBER'),
        help: l10n.t('Check in this many threads; the default is one for each core on large folders'),
      },
      { name: 'cache', help: l10n.t('Keep what is found, and check only briefs for which something has changed') },
      {
        name: 'cache-location',
        value: l10n.t('FILE'),
        help: l10n.t('With --cache: the file, outside of what is checked; the default is in your folder for caches'),
      },
      { name: 'fix', help: l10n.t('Correct the form of citations in the briefs, then report what is left') },
      { name: 'dry-run', help: l10n.t('With --fix: print what would change as a unified diff, and write nothing') },
    ],
    notes: [
      PATHS_HELP,
      CONFIGURATION_HELP,
      `${l10n.t('Rules, with their severities in drafts and in releases:')}\n${RULES_HELP}`,
      l10n.t(
        'Exit code: 0 clean, 1 findings (warnings and errors; see --fail-on), 2 could not run, or not completely.',
      ),
    ].join('\n\n'),
  },
  {
    name: 'list',
    usage: `citations|sources|entities|outline ${l10n.t('[PATHS]')}`,
    summary: l10n.t('List the citations, sources, entities or headings of briefs'),
    subjects: ['citations', 'sources', 'entities', 'outline'],
    options: [
      {
        name: 'format',
        value: l10n.t('FORMAT'),
        values: ['table', 'json', 'csv'],
        default: 'table',
        help: l10n.t('How to print the rows'),
      },
      EXCLUDE_OPTION,
      TRUST_OPTION,
    ],
    notes: `${PATHS_HELP}\n\n${EXIT_CODE_HELP}`,
  },
  {
    name: 'suggest',
    usage: `names|sources ${l10n.t('[PATHS]')}`,
    summary: l10n.t('Suggest registry entries for what briefs name and cite'),
    subjects: ['names', 'sources'],
    options: [
      {
        name: 'format',
        value: l10n.t('FORMAT'),
        values: ['table', 'json', 'yaml'],
        default: 'table',
        help: l10n.t('How to print the suggestions; yaml is what --write adds'),
      },
      { name: 'write', help: l10n.t('Add the entries to the registries, or create these') },
      EXCLUDE_OPTION,
      TRUST_OPTION,
    ],
    notes: [
      l10n.t(`“names” are people, organizations, groups, places, events, weapons and outlets in the prose that no registry has, the most
certain first. “sources” are the reports that citations name and no registry has, with their outlets. Nothing that exists is
changed: entries are added at the end of their list.`),
      PATHS_HELP,
      EXIT_CODE_HELP,
    ].join('\n\n'),
  },
  {
    name: 'export',
    usage: l10n.t('PATHS'),
    summary: l10n.t('Export briefs: pages, documents, bibliographies, tables, bundles'),
    options: [
      {
        name: 'format',
        value: l10n.t('FORMAT'),
        values: [...EXPORTERS.keys()],
        default: DEFAULT_EXPORTER,
        help: l10n.t('The format of the export'),
      },
      {
        name: 'output',
        short: 'o',
        value: l10n.t('PATH'),
        help: l10n.t('Write to this file, or several files to this folder, instead of standard output'),
      },
      { name: 'force', help: l10n.t('Replace files that exist') },
      {
        name: 'title',
        value: l10n.t('TITLE'),
        help: l10n.t('Replace the title of the brief'),
      },
      {
        name: 'internal',
        help: l10n.t('Include ratings, and entries marked more strictly than the brief'),
      },
    ],
    notes: [
      l10n.t(`PATHS are briefs and folders of briefs; “-” is standard input. Bibliographies, tables and bundles hold all briefs in one
file, or one each if -o names a folder; other formats make a file of each brief.`),
      EXIT_CODE_HELP,
    ].join('\n\n'),
  },
  {
    name: 'import',
    usage: l10n.t('FILE...'),
    summary: l10n.t('Turn Word files and web pages into briefs, with their notes, links and citations'),
    options: [
      {
        name: 'output',
        short: 'o',
        value: l10n.t('FOLDER'),
        help: l10n.t('Write the briefs to this folder instead of beside the files'),
      },
    ],
    notes: [
      l10n.t(`FILE is a .docx, .html or .htm. NAME.docx becomes NAME.brief; what Zotero, Mendeley or EndNote cited in it becomes
NAME.sources.yaml. No file is replaced.`),
      EXIT_CODE_HELP,
    ].join('\n\n'),
  },
  {
    name: 'convert',
    usage: `sources ${l10n.t('FILE...')}`,
    summary: l10n.t('Convert sources between BibTeX, CSL-JSON, CSL-YAML and RIS'),
    subjects: ['sources'],
    options: [
      {
        name: 'to',
        value: l10n.t('FORMAT'),
        values: WRITTEN_FORMATS.map(({ id }) => id),
        help: l10n.t('The format to write'),
      },
      {
        name: 'output',
        short: 'o',
        value: l10n.t('FILE'),
        help: l10n.t('Write to this file instead of standard output'),
      },
    ],
    notes: [
      l10n.t(`FILE is a registry (.yaml) or a bibliography: .bib, .json (CSL-JSON), .ris, .xml (EndNote). The sources of several files are
written as one. No file is replaced. What is not understood is reported with its line.`),
      l10n.t('Exit code: 0 done, 2 could not run, or a source was lost.'),
    ].join('\n\n'),
  },
  {
    name: 'diff',
    usage: l10n.t('OLD NEW | REVISION -- [PATHS]'),
    summary: l10n.t('Find statements that lost or changed their source between two versions'),
    options: [
      {
        name: 'format',
        value: l10n.t('FORMAT'),
        values: ['text', 'json', 'markdown'],
        default: 'text',
        help: l10n.t('How to print the changes; markdown is for a pull request'),
      },
      EXCLUDE_OPTION,
    ],
    notes: [
      l10n.t(`OLD and NEW are two files; “-” is standard input. REVISION is anything that Git takes for a commit, such as HEAD or main: the
briefs in PATHS are compared with what they were in it. The registries of today apply to both versions.`),
      l10n.t(`Found are statements that are new and have no source, lost sources, citations that no longer name a source, sources that
became others, and sources that two statements have exchanged. A deleted statement and an added source are no changes.`),
      l10n.t('Exit code: 0 no changes, 1 changes, 2 could not run, or not completely.'),
    ].join('\n\n'),
  },
  {
    name: 'rules',
    usage: l10n.t('[CODE...]'),
    summary: l10n.t('List the rules, or explain some of them'),
    options: [
      {
        name: 'format',
        value: l10n.t('FORMAT'),
        values: ['text', 'json'],
        default: 'text',
        help: l10n.t('How to print the rules'),
      },
    ],
    notes: EXIT_CODE_HELP,
  },
  {
    name: 'mcp',
    usage: l10n.t('[FOLDER]'),
    summary: l10n.t('Start a Model Context Protocol server, for assistants'),
    options: [],
    notes:
      l10n.t(`The server offers tools that only read: check_brief, list_citations, find_source, explain_rule, suggest_candidates. It reads
nothing outside of FOLDER; the default is the current folder. It ends when standard input does.`),
  },
  {
    name: 'lsp',
    usage: '--stdio',
    summary: l10n.t('Start the language server, for editors'),
    options: [{ name: 'stdio', help: l10n.t('Communicate over standard input and output') }],
    notes: l10n.t('Editors start the server; it is not meant for use by hand.'),
  },
];
