/** What a rule is. A new rule is one file in the folder of its group and one line in the `index.ts` there. */

import type { Steps } from '../../base/memo/steps.ts';
import type { Span } from '../../base/text/span.ts';
import type { Change, NewFile } from '../../edits/change.ts';
import type { EntryKind, NewEntry } from '../../edits/registry/addEntries.ts';
import type { Resolution } from '../../scope/resolveCitation.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Block, Brief, CalendarDate, Citation, Registry, Tag } from '../../syntax/ast.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { CheckSettings, Level, Profile, Severity } from './settings.ts';

/** What a published standard asks for. */
export interface Standard {
  /** Which one, and where in it: `ICD 206, D.4`. */
  readonly name: string;
  /** What it says there, in our own words. */
  readonly requirement: string;
}

export interface Rule {
  /** Kebab-case and stable: people write it into settings and ignore comments. */
  readonly code: string;
  /** In each profile, unless settings say otherwise. While drafting only what is almost certainly wrong is worth a word. */
  readonly severity: Readonly<Record<Profile, Level>>;
  /** One line: what is wrong. */
  readonly title: string;
  readonly standard: Standard;
  /** A paragraph for the rule's page: why it matters and what to do. */
  readonly why: string;
  /** A brief (or, with `registry`, registries too) that breaks the rule, and one that does not. The tests run them. */
  readonly bad: Example;
  readonly good: Example;
  /** The files of `bad` that its first fix changes, after it. */
  readonly fixed?: Partial<Example>;
  /** What takes long to find out of the registries, in steps. Called before anything else: what was found out is to be remembered. */
  readonly prepare?: (scope: Scope) => Steps<unknown>;
  /**
   * Called for every citation; spans count from the start of the block it is in, or of `pattern.words`: what is said of
   * one is said of all that are written alike. It may look at nothing outside its group.
   */
  readonly citation?: (citation: Citation, context: BlockContext) => Problem | undefined;
  /** Called for every entity tag; spans count from the start of the block it is in. */
  readonly tag?: (tag: Tag, context: BlockContext) => Problem | undefined;
  /**
   * Called for every paragraph of prose; spans count from its start. What it answers is remembered: it may look at the
   * block and the context, at nothing else of the brief.
   */
  readonly paragraph?: (block: Block, context: BlockContext) => Iterable<Problem>;
  /** Called once for a brief; spans count from the start of the file. */
  readonly brief?: (context: BriefContext) => Iterable<Problem>;
  /** Called once for a registry file, and for the front matter of a brief, where entries may stand, too. */
  readonly registry?: (context: RegistryContext) => Iterable<Problem>;
  /** Whether it is about form alone: then the preferred fix may be applied unasked when a brief is saved. */
  readonly isFormOnly?: true;
  /** What mends a finding of this rule, the best first. `fixes.ts` adds what is offered for every rule. */
  readonly fixes?: (finding: Finding, context: FixContext) => readonly Fix[];
}

/** Rules that belong together. */
export interface RuleGroup {
  readonly title: string;
  /** One line for the page. */
  readonly about: string;
  readonly rules: readonly Rule[];
}

/** One way to mend a finding: changes, or a command of the client where something has to be asked first. */
export interface Fix {
  readonly title: string;
  /** The one that the editor's "auto fix" takes. Never a guess. */
  readonly isPreferred?: boolean;
  readonly changes?: readonly (Change | NewFile)[];
  readonly command?: { readonly command: string; readonly arguments: readonly unknown[] };
}

/** What fixes may look at: the file the finding is in, and where new entries go. */
export interface FixContext {
  readonly uri: string;
  readonly text: string;
  /** Of an open document. */
  readonly version: number | null;
  /** The brief; absent when the finding is in a registry. */
  readonly brief?: Brief;
  readonly scope: Scope;
  readonly workspace: Workspace;
  readonly settings: CheckSettings;
  /** Puts new entries into the registry that is the place for them; undefined where there is none that takes them. */
  addEntries(kind: EntryKind, entries: readonly NewEntry[]): RegistryChange | undefined;
  /** Gives an entity a further alias where it is defined; undefined where that takes none. */
  addAlias(id: string, alias: string): RegistryChange | undefined;
}

export interface RegistryChange {
  /** The name of the file, for the title. */
  readonly fileName: string;
  readonly change: Change | NewFile;
}

export interface Example {
  readonly brief: string;
  /** The text of `registry.yaml` beside it. */
  readonly registry?: string;
  /** What differs from the default settings. */
  readonly settings?: Partial<CheckSettings>;
}

/** What every rule may look at. */
interface RuleContext {
  readonly scope: Scope;
  readonly settings: CheckSettings;
}

export interface BriefContext extends RuleContext {
  /** The codes of all rules: always the same array. */
  readonly knownCodes: readonly string[];
  readonly uri: string;
  readonly brief: Brief;
  readonly date: CalendarDate | undefined;
  /** What a citation means; the places of its dates are those of its pattern, where it has one. */
  resolve(citation: Citation): Resolution;
}

export interface BlockContext extends RuleContext {
  /** The date of the brief. */
  readonly date: CalendarDate | undefined;
  /** What a citation means; the places of its dates are those of its pattern, where it has one. */
  resolve(citation: Citation): Resolution;
  /** The words of a span of this block. */
  textOf(span: Span): string;
}

export interface RegistryContext extends RuleContext {
  /** The codes of all rules: always the same array. */
  readonly knownCodes: readonly string[];
  readonly uri: string;
  readonly registry: Registry;
  /** Whether any brief cites the source; undefined where not all briefs that may are known. */
  isCited(id: string): boolean | undefined;
}

/** What a rule has to say of a place. */
export interface Problem {
  readonly span: Span;
  /** What is wrong, why it matters, what to do next: in an analyst's words. */
  readonly message: string;
  /** Other places that matter; their spans count from the start of their file. */
  readonly related?: readonly RelatedLocation[];
  /** Nothing is wrong with it, but it could go: shown faded. */
  readonly unnecessary?: true;
  /** What a fix needs to know. Plain JSON. */
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface RelatedLocation {
  readonly uri: string;
  readonly span: Span;
  readonly message: string;
}

/** A problem, of which rule, how bad. The same for editor, command line and SARIF. */
export interface Finding extends Problem {
  readonly code: string;
  readonly severity: Severity;
}
