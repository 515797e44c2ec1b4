/** Which mentions name the same thing: by acronym, surname, title and dropped class word. */

import { getOrInsert } from '../../../base/memo/maps.ts';
import { foldWords } from './knowledge/fold.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { EVIDENCE_WEIGHT, type Mention, type SuggestedType } from './phrase.ts';

/** The mentions of one thing, with what they have in common. */
export interface Group<M extends Mention = Mention> {
  readonly name: string;
  readonly type: SuggestedType;
  /** The other forms in which the texts write the name. */
  readonly aliases: readonly string[];
  readonly mentions: readonly M[];
  /** The mention that decided the type. */
  readonly decisive: M;
  /** Whether no mention gives a name that a registry could hold. */
  readonly isDescription: boolean;
}

const MIN_SURNAME_LENGTH = 3;

/** The groups in the order of their first mentions. The result depends on the mentions alone. */
export function groupMentions<M extends Mention>(mentions: readonly M[], knowledge: Knowledge): Group<M>[] {
  const links = linksBetween(mentions, knowledge);
  const groups = new Map<string, M[]>();
  for (const mention of mentions) {
    const key = links.rootOf(keyOf(mention));
    const group = groups.get(key);
    if (group) group.push(mention);
    else groups.set(key, [mention]);
  }
  return [...groups.values()].map(toGroup);
}

/** Descriptions and names never share a key: `Syrian army`, `Prime Minister`. */
function keyOf({ name, isDescription }: Mention): string {
  const folded = foldName(name);
  return isDescription ? `description ${folded}` : folded;
}

function foldName(name: string): string {
  return foldWords(name).replace(/^the /, '').replace(/'s$/, '');
}

interface Links {
  readonly rootOf: (key: string) => string;
}

function linksBetween(mentions: readonly Mention[], knowledge: Knowledge): Links {
  const parents = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
    // Later look-ups take the short way.
    for (let at = key; at !== root; ) {
      const next = parents.get(at)!;
      parents.set(at, root);
      at = next;
    }
    return root;
  };
  const link = (one: string, other: string) => {
    const [a, b] = [rootOf(one), rootOf(other)];
    if (a !== b) parents.set(b, a);
  };
  const names = new Map<string, Mention>();
  for (const mention of mentions) {
    const key = keyOf(mention);
    if (!names.has(key) && !mention.isDescription) names.set(key, mention);
    if (mention.acronym) link(key, foldName(mention.acronym));
    const known = knowledge.entities.get(key) ?? knowledge.outlets.get(key);
    if (known && !mention.isDescription) link(key, `known ${known.name}`);
  }
  linkAcronyms(names, link);
  linkSurnames(names, link);
  linkClassWords(names, knowledge, link);
  linkRoles(mentions, link);
  return { rootOf };
}

type Link = (one: string, other: string) => void;

/** `WHO` and `World Health Organization`, if one name alone has these initials. */
function linkAcronyms(names: ReadonlyMap<string, Mention>, link: Link): void {
  const byInitials = new Map<string, string[]>();
  for (const [key, { name, type }] of names) {
    const initials = name.match(/(?<![\p{L}\p{N}])\p{Lu}/gu) ?? [];
    if (type === 'person' || initials.length < 2 || !/\s/.test(name)) continue;
    const acronym = initials.join('').toLowerCase();
    getOrInsert(byInitials, acronym, () => []).push(key);
  }
  for (const [key, { name }] of names) {
    const [only, ...others] = byInitials.get(key) ?? [];
    if (/^[\p{Lu}.]+$/u.test(name) && only !== undefined && others.length === 0) link(only, key);
  }
}

/** `Johnson` and `Boris Johnson`, if one person alone has this surname. */
function linkSurnames(names: ReadonlyMap<string, Mention>, link: Link): void {
  const bySurname = new Map<string, string[]>();
  for (const [key, { type, name }] of names) {
    const surname = type === 'person' && /\s/.test(name) ? surnameOf(key) : undefined;
    if (surname !== undefined) getOrInsert(bySurname, surname, () => []).push(key);
  }
  for (const [key, { type, evidence }] of names) {
    const [only, ...others] = bySurname.get(key) ?? [];
    const canBePerson = type === 'person' || EVIDENCE_WEIGHT[evidence] < EVIDENCE_WEIGHT.apposition;
    if (canBePerson && key.length >= MIN_SURNAME_LENGTH && only !== undefined && others.length === 0) link(only, key);
  }
}

/** The last word of a folded name with its particles: `bin salman`, `al-abadi`. */
function surnameOf(key: string): string {
  return (
    / ((?:(?:al|el|bin|ibn|ben|van|von|der|den|de|del|della|di|da|dos|du|la|le|ould|abu) ){0,2}[^ ]+)$/.exec(
      key,
    )?.[1] ?? key
  );
}

/** `Anbar` and `Anbar Province`, `Haqqani` and `Haqqani network`. */
function linkClassWords(names: ReadonlyMap<string, Mention>, { words, entities }: Knowledge, link: Link): void {
  for (const [key, { type }] of names) {
    const [, rest, last] = /^(.+) ([^ ]+)$/.exec(key) ?? [];
    if (rest === undefined || last === undefined || entities.get(rest)?.type === 'place') continue;
    const isClassWord =
      type === 'place'
        ? words.placeHeads.has(last)
        : type === 'group' || type === 'org'
          ? words.groupHeads.has(last) || words.orgHeads.has(last)
          : false;
    const other = names.get(rest);
    if (isClassWord && other && (other.type === type || EVIDENCE_WEIGHT[other.evidence] < EVIDENCE_WEIGHT.apposition))
      link(key, rest);
  }
}

/** `the Foreign Secretary` and `Foreign Secretary Boris Johnson`, if one person alone has this title. */
function linkRoles(mentions: readonly Mention[], link: Link): void {
  /** The first mention of each person with a title, by surname. */
  const holdersByTitle = new Map<string, Map<string, Mention>>();
  for (const mention of mentions) {
    if (!mention.title || mention.isDescription || mention.type !== 'person') continue;
    const words = foldWords(mention.title).split(' ');
    for (let from = 0; from < words.length; from++) {
      const holders = getOrInsert(holdersByTitle, words.slice(from).join(' '), () => new Map());
      const surname = surnameOf(keyOf(mention));
      if (!holders.has(surname)) holders.set(surname, mention);
    }
  }
  for (const mention of mentions) {
    if (mention.evidence !== 'role' || mention.type !== 'person') continue;
    const [holder, ...others] = holdersByTitle.get(foldName(mention.name))?.values() ?? [];
    if (holder && others.length === 0) link(keyOf(holder), keyOf(mention));
  }
}

function toGroup<M extends Mention>(mentions: readonly M[]): Group<M> {
  const named = mentions.filter(({ isDescription }) => !isDescription);
  const usable = named.length > 0 ? named : mentions;
  const decisive = decisiveOf(usable);
  const forms = new Map<string, number>();
  for (const { name } of usable) forms.set(name, (forms.get(name) ?? 0) + 1);
  for (const { acronym } of usable) if (acronym && !forms.has(acronym)) forms.set(acronym, 1);
  const [name = '', ...others] = [...forms]
    .sort((a, b) => wordCount(b[0]) - wordCount(a[0]) || b[0].length - a[0].length || b[1] - a[1])
    .map(([form]) => form);
  const seen = new Set([name.toLowerCase()]);
  const aliases = others.filter((form) => {
    const isNew = !seen.has(form.toLowerCase());
    seen.add(form.toLowerCase());
    return isNew;
  });
  return { name, type: decisive.type, aliases, mentions, decisive, isDescription: named.length === 0 };
}

function wordCount(name: string): number {
  return name.split(' ').length;
}

/** The strongest mention of the type with the strongest evidence; of equals, of the type that more mentions have. */
function decisiveOf<M extends Mention>(mentions: readonly M[]): M {
  const weights = new Map<SuggestedType, { strongest: M; sum: number }>();
  for (const mention of mentions) {
    const before = weights.get(mention.type);
    const weight = EVIDENCE_WEIGHT[mention.evidence];
    if (!before) weights.set(mention.type, { strongest: mention, sum: weight });
    else {
      before.sum += weight;
      if (weight > EVIDENCE_WEIGHT[before.strongest.evidence]) before.strongest = mention;
    }
  }
  const [best] = [...weights.values()].sort(
    (a, b) => EVIDENCE_WEIGHT[b.strongest.evidence] - EVIDENCE_WEIGHT[a.strongest.evidence] || b.sum - a.sum,
  );
  return best!.strongest;
}
