/** The types of a rule. A new rule is one file in the folder of its group and one line in the `index.ts` there. */

import type { Steps } from '../../base/memo/steps.ts';
import type { Span } from '../../base/text/span.ts';
import type { Change, NewFile } from '../../edits/change.ts';
import type { EntryKind, NewEntry } from '../../edits/registry/addEntries.ts';
import type { Resolution } from '../../scope/resolveCitation.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Block, Brief, CalendarDate, Citation, Registry, Tag } from '../../syntax/ast.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { CheckSettings, Level, Profile, Severity } from './settings.ts';

/** A requirement of a published standard. */
export interface Standard {
  /** The standard and the section: `ICD 206, D.4`. */
  readonly name: string;
  /** The public address of the standard, or of the first one if `name` lists several. */
  readonly url?: string;
  /** The requirement in our own words, not a quotation. */
  readonly requirement: string;
}

export interface Rule {
  /** Kebab-case and stable: users write it in settings and ignore comments. */
  readonly code: string;
  /** The default in each profile. The draft profile reports only near-certain errors. */
  readonly severity: Readonly<Record<Profile, Level>>;
  /** The default severity of its problems that matter less (`Problem.isLesser`). A severity in the settings is that of all. */
  readonly lesser?: Readonly<Record<Profile, Severity>>;
  /** One line: what is wrong. */
  readonly title: string;
  readonly standard: Standard;
  /** A paragraph for the rule's page: why it matters and what to do. */
  readonly why: string;
  /** A brief (with `registry`, also a registry) that breaks the rule, and one that does not. The tests run both. */
  readonly bad: Example;
  readonly good: Example;
  /** The files of `bad` that the first fix changes, after the fix. */
  readonly fixed?: Partial<Example>;
  /**
   * Slow computations over the registries, in steps, run before the rule checks anything. The rule must cache the
   * result by scope.
   */
  readonly prepare?: (scope: Scope) => Steps<unknown>;
  /**
   * Called for each citation. Spans are relative to its block, or to `template.words`: the result is cached and shared
   * by all citations with the same text, so the rule may read nothing outside the citation's group.
   */
  readonly citation?: (citation: Citation, context: BlockContext) => Problem | undefined;
  /**
   * Completes a problem of `citation` with the last words before the citation, so that equal citations of one brief
   * make different rows. `wordsBefore` is one line, empty if nothing stands before the citation in its block.
   */
  readonly placed?: (problem: Problem, wordsBefore: string) => Problem;
  /** Called for each entity tag. Spans are relative to its block. */
  readonly tag?: (tag: Tag, context: BlockContext) => Problem | undefined;
  /**
   * Called for each paragraph of prose. Spans are relative to its start. The result is cached, so the rule may read the
   * block and the context, but nothing else of the brief.
   */
  readonly paragraph?: (block: Block, context: BlockContext) => Iterable<Problem>;
  /** Called once per brief. Spans are offsets in the file. */
  readonly brief?: (context: BriefContext) => Iterable<Problem>;
  /** Called once per registry file, and for the front matter of a brief, which may define entries, too. */
  readonly registry?: (context: RegistryContext) => Iterable<Problem>;
  /** Set if the rule also checks bibliographies, which another program writes: what is wrong there is mostly not ours to change. */
  readonly checksBibliographies?: true;
  /** Set if the rule concerns form only. Its preferred fix may then be applied automatically on save. */
  readonly isFormOnly?: true;
  /** The fixes for a finding of this rule, best first. `fixes.ts` adds those that every rule has. */
  readonly fixes?: (finding: Finding, context: FixContext) => readonly Fix[];
}

export interface RuleGroup {
  readonly title: string;
  /** One line for the rules page. */
  readonly description: string;
  readonly rules: readonly Rule[];
}

/** One way to fix a finding: changes, or a client command if the user has to be asked something first. */
export interface Fix {
  readonly title: string;
  /** Set on the fix that the editor's "auto fix" applies. Never a guess. */
  readonly isPreferred?: boolean;
  readonly changes?: readonly (Change | NewFile)[];
  readonly command?: { readonly command: string; readonly arguments: readonly unknown[] };
}

/** What fixes may read, and how they add to registries. */
export interface FixContext {
  readonly uri: string;
  readonly text: string;
  /** The version of the open document; null if the file is not open. */
  readonly version: number | null;
  /** Absent if the finding is in a registry. */
  readonly brief?: Brief;
  readonly scope: Scope;
  readonly workspace: Workspace;
  readonly settings: CheckSettings;
  /** Adds entries to the registry where new entries of this kind go; undefined if no registry can take them. */
  addEntries(kind: EntryKind, entries: readonly NewEntry[]): RegistryChange | undefined;
  /** Adds an alias to an entity where it is defined; undefined if its entry cannot take one. */
  addAlias(id: string, alias: string): RegistryChange | undefined;
}

export interface RegistryChange {
  /** For the title of the fix. */
  readonly fileName: string;
  readonly change: Change | NewFile;
}

export interface Example {
  readonly brief: string;
  /** The text of a `registry.yaml` in the same folder. */
  readonly registry?: string;
  /** Overrides of the default settings. */
  readonly settings?: Partial<CheckSettings>;
}

/** What every rule may read. */
interface RuleContext {
  readonly scope: Scope;
  readonly settings: CheckSettings;
}

export interface BriefContext extends RuleContext {
  /** The codes of all rules. Always the same array, so that it can be a cache key. */
  readonly knownCodes: readonly string[];
  readonly uri: string;
  readonly brief: Brief;
  readonly date: CalendarDate | undefined;
  /** Resolves a citation. If the citation has a template, the spans of its dates are those of the template. */
  resolve(citation: Citation): Resolution;
}

export interface BlockContext extends RuleContext {
  /** The date of the brief. */
  readonly date: CalendarDate | undefined;
  /** Resolves a citation. If the citation has a template, the spans of its dates are those of the template. */
  resolve(citation: Citation): Resolution;
  /** The text of a span of this block. */
  textOf(span: Span): string;
}

export interface RegistryContext extends RuleContext {
  /** The codes of all rules. Always the same array, so that it can be a cache key. */
  readonly knownCodes: readonly string[];
  readonly uri: string;
  readonly registry: Registry;
  /** Whether any brief cites the source; undefined while some briefs that may cite it have not been read. */
  isCited(id: string): boolean | undefined;
}

/** What a rule reports: a message about a span. */
export interface Problem {
  readonly span: Span;
  /** What is wrong, why it matters, and what to do next, in an analyst's words. */
  readonly message: string;
  /** Other locations that matter; their spans are offsets in their file. */
  readonly related?: readonly RelatedLocation[];
  /** Set if it has the severity `lesser` of its rule. */
  readonly isLesser?: true;
  /** Set if the text is not wrong but can be removed; editors show it faded. */
  readonly unnecessary?: true;
  /** Data for the fixes. Plain JSON. */
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface RelatedLocation {
  readonly uri: string;
  readonly span: Span;
  readonly message: string;
}

/** A problem with the code of its rule and its severity. The same for editor, command line and SARIF. */
export interface Finding extends Problem {
  readonly code: string;
  readonly severity: Severity;
}
