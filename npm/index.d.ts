/** Checks sourced briefs: finds statements that have lost their source. Reads no file, prints nothing, opens no connection. */

/** `draft` reports only near-certain errors; `release` is strict. */
export type Profile = 'draft' | 'release';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** The severity of a rule, or `off`. */
export type Level = Severity | 'off';

/** UTF-16 offsets from the start of the text, without a byte order mark. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** As in LSP: both count from zero; `character` counts UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface CheckerOptions {
  /** The texts of the registries that apply: `entities.yaml`, `sources.yaml` and the like. Without any, nothing is unknown. */
  readonly registries?: readonly string[];
  /** The text of a `.briefmark.yaml`. What is not about checks, such as `include`, is ignored. */
  readonly config?: string;
  /** The profile, whatever front matter and configuration say. */
  readonly profile?: Profile;
  /** The severities of rules, by code, in both profiles. They override the configuration. */
  readonly rules?: Readonly<Record<string, Level>>;
}

export interface TextOptions extends CheckerOptions {
  /** The name of the file, in which a date may be: `2021-09-05 outlook.brief`. */
  readonly fileName?: string;
}

/** As in `briefmark check --format json`. */
export interface Finding {
  /** The code of its rule: stable. */
  readonly code: string;
  readonly severity: Severity;
  /** In English. Wording changes between versions. */
  readonly message: string;
  readonly range: { readonly start: Position; readonly end: Position };
  readonly span: Span;
}

/** As in `briefmark list citations --format json`. */
export interface Citation {
  /** Where it begins; both count from one. */
  readonly line: number;
  readonly column: number;
  /** The whole parenthesis or bracket. */
  readonly group: Span;
  readonly span: Span;
  readonly text: string;
  /** The name of the source as written, or the outlet of a citation key; `""` if it is missing. */
  readonly source: string;
  /** As written; `""` if no date is written. */
  readonly date: string;
  /** The first date, with the inferred year if none is written: `YYYY-MM-DD` or `YYYY-MM`. */
  readonly iso: string | null;
  /** The id of the entry of a registry. */
  readonly id: string | null;
  readonly status: 'resolved' | 'unknown' | 'ambiguous' | 'missing' | 'unchecked' | 'linked';
  /** The form that it is written in, such as `parenthesis` or `note`. More forms may follow. */
  readonly form: string;
  /** What points to it in the running text: the markers of its note. */
  readonly markers: readonly Span[];
  /** The whole note. */
  readonly note: Span | null;
  readonly title: string | null;
  readonly author: string | null;
  readonly locator: string | null;
  readonly url: string | null;
  readonly archive: string | null;
  readonly accessed: string | null;
  /** The sentence that it supports, without tags; null outside of prose. */
  readonly statement: string | null;
  /** Admiralty grades such as `B2`; `""` if there are none. */
  readonly rating: string;
}

export interface Rule {
  readonly code: string;
  /** Its default in each profile. */
  readonly severity: Readonly<Record<Profile, Level>>;
  readonly title: string;
  /** Why it matters, and what to do. */
  readonly why: string;
}

/** Checks many briefs with the same registries and configuration. */
export interface Checker {
  /** The findings in a brief, by position. */
  check(text: string, fileName?: string): Finding[];
  /** The text with the form of its citations corrected, as `briefmark check --fix` does; the same text if nothing is wrong. */
  fix(text: string, fileName?: string): string;
  /** The citations of a brief, by position. */
  listCitations(text: string, fileName?: string): Citation[];
}

/** Reads registries and configuration once. Throws a `TypeError` for a profile, a rule or a severity that does not exist. */
export function createChecker(options?: CheckerOptions): Checker;

/** `createChecker(options).check(text)` */
export function check(text: string, options?: TextOptions): Finding[];

/** `createChecker(options).fix(text)` */
export function fix(text: string, options?: TextOptions): string;

/** `createChecker(options).listCitations(text)` */
export function listCitations(text: string, options?: TextOptions): Citation[];

/** The rules, in the order of their page. */
export const rules: readonly Rule[];

/** The version of Briefmark. */
export const version: string;
