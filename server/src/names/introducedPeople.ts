/**
 * The people whom a brief names in full, so that the family name can stand for the person from there on: candidates per block, one
 * fold over them per brief.
 */

import { getOrInsert } from '../base/memo/maps.ts';
import { createMemo } from '../base/memo/memory.ts';
import { foldedText } from '../base/text/foldedView.ts';
import type { Block, Brief } from '../syntax/ast.ts';
import { entityTags } from '../syntax/brief/block.ts';
import { chunksOf, perChunk } from '../syntax/brief/chunks.ts';
import { type Mention, type NameFinder, namesOf, namesWrittenAs } from './nameFinder.ts';
import { registryNamesIn } from './registryNames.ts';
import { givenNamesOf, isAfterTitle, isFullName, surnameKey } from './surnames.ts';

/** A person with a family name. */
export interface Person {
  readonly id: string;
  readonly surname: string;
  /** The same for all spellings of the family name. */
  readonly surnameKey: string;
  /** The given names in the full name, folded. */
  readonly given: readonly string[];
  /** The same for the same id and names. */
  readonly key: string;
}

/** A person, and where the family name stands for the person. */
export interface IntroducedPerson {
  readonly person: Person;
  readonly from: number;
  readonly until: number;
}

/** A person whose name is written in a certain way. */
interface Bearer {
  readonly person: Person;
  /** Whether that is a full name. */
  readonly isFull: boolean;
}

/** A full name of a person, which ends at an offset. */
interface Introduction {
  readonly person: Person;
  readonly end: number;
}

const introductionsByBlock = createMemo<Block, { mentions: readonly Mention[]; found: readonly Introduction[] }>();
const peopleByFinder = new WeakMap<NameFinder, ReadonlySet<string>>();
const bearersByFinder = new WeakMap<NameFinder, Map<string, readonly Bearer[]>>();
const NO_INTRODUCTIONS: readonly Introduction[] = [];

/** By family name, the person whom the brief names first with it, up to where it names a second one. */
export function introducedPeople(brief: Brief, finder: NameFinder): Map<string, IntroducedPerson> {
  const bySurname = new Map<string, IntroducedPerson>();
  for (const part of chunksOf(brief)) {
    for (const { person, end } of introductionsInChunk(part, finder)) {
      const { surnameKey: key } = person;
      const from = part.at + end;
      const first = bySurname.get(key);
      if (!first) bySurname.set(key, { person, from, until: Number.POSITIVE_INFINITY });
      else if (first.person.id !== person.id && first.until > from)
        bySurname.set(key, { person: first.person, from: first.from, until: from });
    }
  }
  return bySurname;
}

/** The people whom a chunk introduces, each once. */
const introductionsInChunk = perChunk(({ brief, chunk, at: from, first }, finder: NameFinder) => {
  const seen = new Set<string>();
  const found: Introduction[] = [];
  for (const [index, block] of chunk.blocks.entries()) {
    const at = brief.starts[first + index]!;
    for (const { person, end } of introductionsInBlock(brief, block, at, finder)) {
      if (seen.has(person.id)) continue;
      seen.add(person.id);
      found.push({ person, end: at - from + end });
    }
  }
  return found;
});

/**
 * The people whom a block names in full, or by a title and a name of a registry, in prose or in a tag, in text order. They
 * follow from the text and the names in it, so that they hold as long as the list of mentions does.
 */
function introductionsInBlock(brief: Brief, block: Block, at: number, finder: NameFinder): readonly Introduction[] {
  if (block.kind === 'front-matter') return NO_INTRODUCTIONS;
  const { mentions } = registryNamesIn(brief, block, at, finder);
  const cached = introductionsByBlock.get(block);
  if (cached?.mentions === mentions) return cached.found;
  const people = peopleIn(finder);
  const named = mentions.filter(({ ids }) => ids.some((id) => people.has(id)));
  for (const { id, surface } of entityTags(block))
    if (people.has(id.value)) named.push({ ...surface.span, ids: [id.value] });
  const found =
    named.length > 0 ? introductionsBy(named, brief.text.slice(at, at + block.length), finder) : NO_INTRODUCTIONS;
  introductionsByBlock.set(block, { mentions, found });
  return found;
}

/** Whom these mentions in the text of a block introduce. */
function introductionsBy(named: Mention[], text: string, finder: NameFinder): Introduction[] {
  const found: Introduction[] = [];
  for (const { start, end, ids } of named.sort((a, b) => a.start - b.start)) {
    for (const { person, isFull } of bearersOf(finder, text.slice(start, end))) {
      if (!ids.includes(person.id) || isLastOf(found, person.id, end) || !(isFull || isAfterTitle(text, start)))
        continue;
      found.push({ person, end });
    }
  }
  return found;
}

/** Whether the mention that ends at `end` has introduced this person. */
function isLastOf(found: readonly Introduction[], id: string, end: number): boolean {
  for (let index = found.length - 1; index >= 0 && found[index]!.end === end; index--)
    if (found[index]!.person.id === id) return true;
  return false;
}

/** The ids of the people whom a finder knows by a family name. */
function peopleIn(finder: NameFinder): ReadonlySet<string> {
  return getOrInsert(peopleByFinder, finder, () => {
    const people = namesOf(finder).filter(({ surname }) => surname !== undefined);
    return new Set(people.map(({ id }) => id));
  });
}

/** The people with a name that is written like this. Briefs repeat few names, so that each is looked up once. */
function bearersOf(finder: NameFinder, words: string): readonly Bearer[] {
  const bearers = getOrInsert(bearersByFinder, finder, () => new Map<string, readonly Bearer[]>());
  return getOrInsert(bearers, words, () =>
    namesWrittenAs(finder, foldedText(words)).flatMap(({ text: name, id, surname }) => {
      if (surname === undefined) return [];
      const given = givenNamesOf(name, surname);
      const person = {
        id,
        surname,
        surnameKey: surnameKey(surname),
        given,
        key: `${given.join(' ')} ${surname}:${id}`,
      };
      return [{ person, isFull: isFullName(name, surname) }];
    }),
  );
}
