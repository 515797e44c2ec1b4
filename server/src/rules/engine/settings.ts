/**
 * The settings of the checks: profile, severities, scale of likelihood, house style. The same for editor, command line
 * and tests.
 */
import type { Scale } from '../../analysis/language/likelihood.ts';

/** `draft` reports only near-certain errors; `release` is strict. */
export const PROFILES = ['draft', 'release'] as const;
export type Profile = (typeof PROFILES)[number];

/** How the house writes dates in citations. `any`: not checked. */
export const DATE_STYLES = ['any', 'September 5', 'Sept. 5', '5 September', '5 Sept.', '2021-09-05'] as const;
export type DateStyle = (typeof DATE_STYLES)[number];

/** How the house orders several sources in one citation. `any`: not checked. */
export const CITATION_ORDERS = ['any', 'oldest first', 'newest first', 'by name'] as const;
export type CitationOrder = (typeof CITATION_ORDERS)[number];

/** The level of each rule, for both profiles or per profile. Rules that are not listed keep their default. */
export type RuleSettings = Readonly<Record<string, Level | Readonly<Partial<Record<Profile, Level>>>>>;

export interface CheckSettings {
  /** The profile of briefs whose front matter sets none, and of registries. */
  readonly profile: Profile;
  /** Overrides the front matter of every brief: the command line's `--profile`. */
  readonly forcedProfile?: Profile;
  readonly rules: RuleSettings;
  readonly scale: Scale;
  /** The user's own publications, in addition to the one in the front matter. */
  readonly publications: readonly string[];
  readonly dates: DateStyle;
  readonly citationOrder: CitationOrder;
}

export const DEFAULT_CHECK_SETTINGS: CheckSettings = {
  profile: 'draft',
  rules: {},
  scale: 'ICD203',
  publications: [],
  dates: 'any',
  citationOrder: 'any',
};

/** Whether `word` is the name of a profile. */
export function isProfile(word: string | undefined): word is Profile {
  return PROFILES.some((profile) => profile === word);
}

/** Whether `value` is one of `words`. */
export function isOneOf<T extends string>(words: readonly T[], value: unknown): value is T {
  return words.some((word) => word === value);
}

/**
 * Merges layers of settings, weakest first. Later layers override earlier ones, rules per code and profile; the
 * publications of all layers are combined.
 */
export function mergeCheckSettings(...layers: readonly Partial<CheckSettings>[]): CheckSettings {
  const rules: Record<string, Partial<Record<Profile, Level>>> = {};
  for (const [code, level] of layers.flatMap((layer) => Object.entries(layer.rules ?? {}))) {
    rules[code] = { ...rules[code], ...(typeof level === 'object' ? level : { draft: level, release: level }) };
  }
  const publications = [...new Set(layers.flatMap((layer) => layer.publications ?? []))];
  return Object.assign({}, DEFAULT_CHECK_SETTINGS, ...layers, { rules, publications });
}

export type Severity = (typeof SEVERITIES)[number];

/** The severity of a rule's findings, or `off`. */
export type Level = Severity | 'off';

export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;

export const LEVELS: readonly Level[] = [...SEVERITIES, 'off'];
