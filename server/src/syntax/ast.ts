/** The nodes of briefs, and with them those of registries. */

import type { Located, Span } from '../base/text/span.ts';
import type { CalendarDate } from './calendarDate.ts';
import type { BlockCandidates, MarkerCandidate, NoteLabel, NumberSystem, OpenerForm } from './candidates.ts';
import type { KnownNames } from './knownNames.ts';

import type { FrontMatter } from './registryAst.ts';

export type { CalendarDate } from './calendarDate.ts';
export * from './registryAst.ts';

/** Calendars whose dates are recognized but not converted. */
export type Calendar = 'persian' | 'islamic';

/** What the figures of `11/03/2022` tell: which of the first two is the day. */
export type NumericOrder = 'day-first' | 'month-first' | 'ambiguous';

/** One date of a citation. Days that no calendar has (`September 31`) are kept as written. */
export interface CitedDate extends Located<CalendarDate> {
  /** The last day of a range. */
  readonly until?: CalendarDate;
  /** Of dates in figures with slashes. An ambiguous date is read month first. */
  readonly order?: NumericOrder;
  /** Of a date of another calendar, whose `value` is empty: it is kept as written. */
  readonly calendar?: Calendar;
}

/** The time part of a citation: everything from `accessed` or the first date to the end. */
export interface When {
  readonly span: Span;
  readonly dates: readonly CitedDate[];
  /** Whether the dates say when the source was read, not when it was published. */
  readonly accessed: boolean;
  /** A full stop after the date that does not belong there. */
  readonly strayStop?: Span;
  /** `14:05 UTC`, `10:12 AM`, `0830 gmt`, with its zone. */
  readonly time?: Span;
}

/** The id of a form in `citation/forms/`, the ways to write a citation. Only the forms themselves compare it with a value. */
export type CitationFormId = string;

/**
 * One reference to one source: the record that every citation form yields, docs/format.md, section 2. All spans count from
 * the same start as `span`. A field holds what the text says; resolving it is left to `scope/resolveCitation.ts`.
 */
export interface Citation {
  readonly form: CitationFormId;
  /** The item itself: its own words, without the separators around it. */
  readonly span: Span;
  /** The parenthesis or bracket around the item; the item itself where it needs none, as a source tag in running text. */
  readonly group: Span;
  /** The whole note that holds the item. The markers that point to it: `brief/notes.ts`. */
  readonly note: Span | undefined;
  /** The outlet as written. Undefined where its name is missing, and in forms that name an id only. */
  readonly source: SourceName | undefined;
  readonly title: Located<string> | undefined;
  readonly author: Located<string> | undefined;
  /** The dates the source is cited for, as written. */
  readonly when: When | undefined;
  /** The page, paragraph or section, without the comma before it: `p. 3`. */
  readonly locator: Located<string> | undefined;
  readonly url: Located<string> | undefined;
  /** The address of an archived copy. */
  readonly archive: Located<string> | undefined;
  /** `accessed May 3, 2022` behind a date of publication; without such a date, `when.accessed` says that `when` is that day. */
  readonly accessed: Span | undefined;
  /** The id of the source, where the text names it. */
  readonly id: Located<string> | undefined;
  /** Whether it refers back to an earlier citation, as `ibid.` does. Its source and date are those of that citation. */
  readonly isRepeat: boolean;
  /** How the source was lost, where that is more than a missing name. */
  readonly loss: Loss | undefined;
  /** Slips in an item that is clear nevertheless. */
  readonly formErrors: readonly FormError[];
  /** The same item on its own, shared by all citations with the same wording. Read it through `citation/wording.ts`. */
  readonly template: CitationTemplate | undefined;
}

/** `no-note`: a marker without a note. `no-notes`: the first marker of a brief that has lost all notes. */
export type Loss = 'no-note' | 'no-notes' | 'empty-note' | 'unclosed-marker' | 'no-address' | 'no-words';

/** A citation in a text that holds nothing else. */
export interface CitationTemplate {
  /** The text: a whole parenthesis. */
  readonly words: string;
  /** Which of its citations this is. */
  readonly index: number;
  /** The citation in that text. */
  readonly item: Citation;
}

/** The source of an item, as written. */
export interface SourceName extends Span {
  /** White space folded, emphasis marks removed; without the place and the short form. */
  readonly name: string;
  /** The `[Hong Kong]` of `Wenweipo [Hong Kong]`. */
  readonly place?: Span;
  /** The `MFA` of `Ministry of Foreign Affairs (MFA)`. */
  readonly abbreviation?: Span;
  /** The host in lower case, if the source is a bare domain or a link. */
  readonly domain?: string;
  /** The id of the outlet, if the name is an entity tag. */
  readonly entity?: string;
}

/** `semicolon`: a comma where a semicolon belongs, or the other way round. */
export type FormErrorKind =
  | 'no-comma'
  | 'no-space'
  | 'space-before-comma'
  | 'extra-comma'
  | 'stray-stop'
  | 'no-date'
  | 'unread-date'
  | 'misspelled-month'
  | 'date-first'
  | 'unclosed'
  | 'semicolon';

/** A slip in an item that can still be read. `at` is what to correct. */
export interface FormError {
  readonly kind: FormErrorKind;
  readonly at: Span;
}

/** The reading of a parenthesis. */
export type Parenthetical =
  | { readonly kind: 'citation'; readonly citations: readonly Citation[] }
  | { readonly kind: 'acronym'; readonly short: Span }
  | { readonly kind: 'credit'; readonly source: Span }
  | { readonly kind: 'date' | 'imprint' | 'author-date' | 'aside' | 'text' };

/** The built-in types of entity tags. */
export const BUILT_IN_TYPES: readonly string[] = ['person', 'org', 'group', 'place', 'event', 'weapon', 'media', 'doc'];
/** The type of source tags. */
export const SOURCE_TYPE = 'src';

/** Something that is read as a whole: no citation or name is looked for inside it. */
export type Inline = Tag | Link | Opaque;

/** `[surface](type:id)`. */
export interface Tag extends Span {
  readonly kind: 'tag';
  readonly surface: Located<string>;
  /** `src` for a source; anything else is a type of entity, known or not. */
  readonly type: Located<string>;
  /** As written, even when it is no valid id. */
  readonly id: Located<string>;
}

/** An ordinary Markdown link or image. */
export interface Link extends Span {
  readonly kind: 'link';
  readonly text: Span;
  readonly target: Located<string>;
}

export interface Opaque extends Span {
  /** `citation`: what a citation form reads by its opening character, such as a bracket of citation keys. */
  readonly kind: 'code' | 'comment' | 'citation';
}

/** A parenthesis with its reading. Parentheses that are plain text are left out. */
export interface Group extends Span {
  readonly kind: Exclude<Parenthetical['kind'], 'text'>;
  /** The source of a credit, or the acronym. */
  readonly content?: Span | undefined;
}

/** Everything but plain words in a block, each list in order of position. Spans count from the start of the block. */
export interface Inlines {
  readonly atoms: readonly Inline[];
  readonly groups: readonly Group[];
  readonly citations: readonly Citation[];
}

/** All spans in a block count from the block's start. */
export interface Block extends Inlines {
  readonly kind: 'front-matter' | 'heading' | 'paragraph';
  /** Includes the blank lines that follow: the blocks of a brief tile its text. */
  readonly length: number;
  /** The text without the white space around it. */
  readonly content: Span;
  /** 1–6, for headings marked with `#`. */
  readonly level?: number | undefined;
  /** What a paragraph without a mark can be other than prose, judged by its own text alone. */
  readonly shape: BlockShape;
  /** The date that a masthead, a title, a dateline or a file stamp gives the brief. */
  readonly date?: DatedLine | undefined;
  readonly frontMatter?: FrontMatter | undefined;
  readonly ignores: readonly IgnoreComment[];
  /** The markers that point to notes. Which ones they are depends on the whole brief. */
  readonly markers: readonly NoteMarker[];
  /** What the block may hold depending on the rest of the brief; undefined if there is nothing of that kind. */
  readonly candidates: BlockCandidates | undefined;
  /** What the registries have to tell before its citations are complete; undefined if there is nothing of that kind. */
  readonly questions: RegistryQuestions | undefined;
  /** Whether it is a heading of notes or references. */
  readonly announcesNotes: boolean;
  /** Whether readers see another text than the file has (`base/text/foldedView.ts`): most blocks hold nothing invisible. */
  readonly isFolded: boolean;
  /** Whether the rest of the brief has no influence on how the block is read. Most are. */
  readonly isSelfContained: boolean;
}

/** What only the registries can tell about a block. */
export interface RegistryQuestions {
  /** Names that would be sources if they were outlets of a registry. */
  readonly outlets: readonly string[];
  /** Citations that count if a registry has their id. */
  readonly keys: readonly Citation[];
}

/** A marker in running text: `[^1]`, `[12]`, `¹²`. */
export interface NoteMarker extends Span {
  /** The citations in its notes. Their spans count in the blocks of the notes. */
  readonly citations: readonly Citation[];
}

/** The date in a line, and how much it says about the date of the brief (`date/mastheadDate.ts`). */
export interface DatedLine extends Located<CalendarDate> {
  readonly rank: DateRank;
}

/** Of several dates the one of the first rank is the date of the brief. */
export const DATE_RANKS = ['updated', 'published', 'cut-off'] as const;
export type DateRank = (typeof DATE_RANKS)[number];

/**
 * `line`: one line without closing punctuation, which is a heading if prose follows. `masthead`: lines of `Key: value`, or a
 * date. `credit`: an image credit. `source`: a source line or a dateline. `note`: begins with a note number. `comment`: only
 * comments. `prose`: anything else.
 */
export type BlockShape = 'prose' | 'line' | 'masthead' | 'credit' | 'source' | 'note' | 'comment';

/** `<!-- brief-ignore missing-source -->`. */
export interface IgnoreComment {
  readonly scope: 'next' | 'file';
  readonly codes: readonly Located<string>[];
  /** What stands behind a colon: why the rules are silenced. */
  readonly reason?: string;
  /** Whether prose follows the comment in the same block. */
  readonly isBeforeProse: boolean;
}

/** Something that a block holds, and where the block begins in the file: spans of `value` count from `at`. */
export interface Placed<T> {
  readonly at: number;
  readonly value: T;
}

export interface Brief {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** `starts[i]` is the offset of `blocks[i]`. */
  readonly starts: readonly number[];
  /** The date in the name of its file. */
  readonly fileDate?: CalendarDate | undefined;
  /** What the registries say about its names and keys. */
  readonly known: KnownNames;
  /** Whether other registries may make other citations of it. */
  readonly hasQuestions: boolean;
  /** The blocks by their own text alone, before the registries and the rest of the brief decide about citations and notes. */
  readonly ownBlocks: readonly Block[];
  /** The note lists and markers; spans count from the start of the brief. */
  readonly notes: NoteSystem;
  /** Undefined where it changes nothing about how citations are read. */
  readonly houseStyle: HouseStyle | undefined;
  /** Whether no block is read with the help of others, but for the slips of the house: no notes, no *ibid.*, no date in figures that may be either order. */
  readonly isIndependent: boolean;
}

/** What the citations of a brief show of its house (`brief/houseStyle.ts`). */
export interface HouseStyle {
  /** Slips that more than two thirds of the citations share. */
  readonly accepted: readonly FormErrorKind[];
  readonly dayOrder: 'day-first' | 'month-first';
}

/** A note of a list. */
export interface Note {
  readonly label: NoteLabel;
  readonly form: OpenerForm;
  /** From the number to the end of what it says. Spans count from the start of the brief. */
  readonly span: Span;
  readonly number: Span;
  readonly content: Span;
  readonly blockIndex: number;
  readonly markers: readonly Marker[];
  /** Whether an earlier note of its list has the same label. */
  readonly isDuplicate: boolean;
}

export interface NoteList {
  readonly system: NumberSystem;
  readonly notes: readonly Note[];
  readonly span: Span;
  /** Whether it is under a note heading and no marker points to it. */
  readonly isReferenceList: boolean;
  readonly isLinkDefinitions: boolean;
}

export interface Marker {
  readonly candidate: MarkerCandidate;
  readonly span: Span;
  readonly blockIndex: number;
  /** The notes it points to, one a label. */
  readonly notes: readonly Note[];
  /** The labels that no note has. */
  readonly lost: readonly NoteLabel[];
  /** Whether it is a number that a PDF glued to a word. */
  readonly isGuess: boolean;
}

export interface NoteSystem {
  readonly lists: readonly NoteList[];
  readonly markers: readonly Marker[];
  /** Markers of a brief that has lost all its notes. */
  readonly orphans: readonly Marker[];
}

/** A heading and everything up to the next one of its level or a higher one. */
export interface Section {
  readonly title: Located<string>;
  /** 1–6; headings without `#` have level 1. */
  readonly level: number;
  readonly span: Span;
}

/** The date of a brief, and where the brief states it; the span is empty if only the name of the file does. */
export interface BriefDate extends Located<CalendarDate> {
  readonly origin: 'front matter' | 'masthead' | 'dateline' | 'footer' | 'file name';
}

/** A Traffic Light Protocol label in a text. https://www.first.org/tlp/ */
export interface Marking extends Span {
  /** The label it is or most likely should be; undefined for a color that the protocol does not have. */
  readonly meant?: Tlp;
  /** Whether it is written exactly as the protocol requires. */
  readonly exact: boolean;
  /** Whether it is alone on its line, and thus marks the page, not a passage. */
  readonly isOnOwnLine: boolean;
}

/** From unrestricted to strictest: TLP 2.0, https://www.first.org/tlp/ */
export const TLP_LABELS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;

export type Tlp = (typeof TLP_LABELS)[number];
