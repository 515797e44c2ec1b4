/** How the rules are applied: by whose profile, scale and house style. The same for editor, command line and tests. */
import type { Scale } from '../../analysis/language/likelihood.ts';

/** `draft` while writing, quiet; `release` for what goes out, strict. */
export const PROFILES = ['draft', 'release'] as const;
export type Profile = (typeof PROFILES)[number];

/** How the house writes the dates of citations. `any`: it does not mind. */
export const DATE_STYLES = ['any', 'September 5', 'Sept. 5', '5 September', '5 Sept.', '2021-09-05'] as const;
export type DateStyle = (typeof DATE_STYLES)[number];

/** How the house orders several sources in one citation. `any`: it does not mind. */
export const CITATION_ORDERS = ['any', 'oldest first', 'newest first', 'by name'] as const;
export type CitationOrder = (typeof CITATION_ORDERS)[number];

/** How bad rules are, in every profile or in each; rules that are not named keep their own severity. */
export type RuleSettings = Readonly<Record<string, Level | Readonly<Partial<Record<Profile, Level>>>>>;

export interface CheckSettings {
  /** Of briefs whose front matter names none, and of registries. */
  readonly profile: Profile;
  /** Of everything, whatever its front matter says: the command line's `--profile`. */
  readonly forcedProfile?: Profile;
  readonly rules: RuleSettings;
  readonly scale: Scale;
  /** The names of our own publications, beside the one in the front matter. */
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

/** Whether a word is the name of a profile. */
export function isProfile(word: string | undefined): word is Profile {
  return PROFILES.some((profile) => profile === word);
}

/** Whether a value is one of these words. */
export function isOneOf<T extends string>(words: readonly T[], value: unknown): value is T {
  return words.some((word) => word === value);
}

/**
 * The settings that follow from several places that say something of them, the weakest first. What a later one says
 * wins, of rules code by code and profile by profile; publications add up.
 */
export function mergeCheckSettings(...layers: readonly Partial<CheckSettings>[]): CheckSettings {
  const rules: Record<string, Partial<Record<Profile, Level>>> = {};
  for (const [code, level] of layers.flatMap((some) => Object.entries(some.rules ?? {}))) {
    rules[code] = { ...rules[code], ...(typeof level === 'object' ? level : { draft: level, release: level }) };
  }
  const publications = [...new Set(layers.flatMap((some) => some.publications ?? []))];
  return Object.assign({}, DEFAULT_CHECK_SETTINGS, ...layers, { rules, publications });
}

export type Severity = (typeof SEVERITIES)[number];

/** How seriously a rule is taken. */
export type Level = Severity | 'off';

export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;

export const LEVELS: readonly Level[] = [...SEVERITIES, 'off'];
