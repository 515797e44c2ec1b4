/**
 * Briefs as a bundle of STIX 2.1 for threat platforms: a report each, the entities that it names, and its sources. What the brief says
 * of who did what stays text: no relationship is invented. https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html
 */

import * as l10n from '@vscode/l10n';
import { briefMarkingOf } from '../analysis/handling/briefMarking.ts';
import type { Steps } from '../base/memo/steps.ts';
import { plural } from '../base/text/plural.ts';
import { piecesOf } from '../render/pieces.ts';
import { PLAIN_STYLE, plainNotes } from '../render/prose/plainProse.ts';
import { writeProse } from '../render/prose/prose.ts';
import { type Release, releaseOf } from '../render/release.ts';
import { titleOf } from '../render/title.ts';
import { languageOf } from '../render/words/index.ts';
import type { Tlp } from '../syntax/ast.ts';
import { briefDateOf, frontMatterOf } from '../syntax/brief/brief.ts';
import { describeLost } from './bibliography/usedSources.ts';
import { type ExportedBrief, type Exporter, type ExportInput, textFile } from './engine/exporter.ts';
import { baseTypeOf, entityObject, type NamedEntity } from './stix/entities.ts';
import { markedAs, markingDefinitions } from './stix/markings.ts';
import { type StixObject, stixId, timestampOf, UNDATED } from './stix/object.ts';
import { externalReferences } from './stix/report.ts';

export const stixExporter: Exporter = {
  id: 'stix',
  extension: 'json',
  mediaType: 'application/stix+json',
  title: 'STIX 2.1',
  description: l10n.t('A bundle for threat platforms: the report, the entities that it names, its sources'),
  isBundle: true,
  async write(input) {
    const objects = new Map<string, StixObject>();
    const skipped = new Set<string>();
    let [undated, empty] = [0, 0];
    for (const brief of input.briefs) {
      const made = await input.run(briefObjects(brief, input));
      // The object of an entity that several briefs name is that of the last one.
      for (const object of made.objects) objects.set(object.id, object);
      for (const name of made.skipped) skipped.add(name);
      if (made.isUndated) undated++;
      if (made.isEmpty) empty++;
    }
    const found = [...objects.values()];
    const all = [...markingDefinitions(found), ...found];
    const bundle = { type: 'bundle', id: stixId('bundle', all.map(({ id }) => id).join('\n')), objects: all };
    const lost = input.briefs.reduce((count, brief) => count + brief.lost.size, 0);
    return {
      files: [textFile('.stix.json', `${JSON.stringify(bundle, undefined, 2)}\n`)],
      leftOut: [
        ...describeLost(lost),
        ...describeSkipped([...skipped]),
        ...describeEmpty(empty),
        ...describeUndated(undated),
      ],
    };
  },
};

function* briefObjects(
  exported: ExportedBrief,
  { options: { title: given, internal = false } }: ExportInput,
): Steps<{
  readonly objects: StixObject[];
  readonly skipped: string[];
  readonly isEmpty: boolean;
  readonly isUndated: boolean;
}> {
  const { brief, scope, name, lost } = exported;
  const release = releaseOf(brief, scope, internal);
  const marking = briefMarkingOf(brief);
  const tlp: Tlp | undefined = marking === 'unclear' ? undefined : marking?.value;
  const date = briefDateOf(brief)?.value;
  const published = date && timestampOf(date);
  const time = published ?? UNDATED;
  const { tag: lang, words } = languageOf(brief);
  const title = given ?? titleOf(brief).text ?? name;
  const named = yield* namedEntities(exported, release);
  const objects: StixObject[] = [];
  const documents: NamedEntity[] = [];
  const skipped: string[] = [];
  for (const entity of named) {
    const object = entityObject(entity, scope, time, tlp);
    if (object) objects.push(object);
    else if (baseTypeOf(entity, scope) === 'doc') documents.push(entity);
    else skipped.push(entity.entry?.name.value ?? entity.words);
  }
  const author = authorObject(exported, time, tlp);
  const prose = writeProse(
    brief,
    scope,
    { ...PLAIN_STYLE, lost: `[${words.sourceMissing}]` },
    {
      release,
      isLost: (citation) => lost.has(citation),
    },
  );
  const references = yield* externalReferences(exported, release);
  const described = documents.map(({ entry, words: mention }) => ({
    source_name: entry?.name.value ?? mention,
    description: entry?.description ?? mention,
  }));
  const refs = [...(author ? [author] : []), ...objects].map(({ id }) => id);
  const report: StixObject = {
    type: 'report',
    spec_version: '2.1',
    id: stixId('report', `${title}\n${published ?? ''}\n${name}`),
    created: time,
    modified: time,
    ...(author && { created_by_ref: author.id }),
    name: title,
    description: [prose.text.trim(), ...plainNotes(prose.notes)].join('\n'),
    published: time,
    lang,
    object_refs: [...new Set(refs)],
    ...(references.length + described.length > 0 && { external_references: [...references, ...described] }),
    ...markedAs(tlp),
  };
  // A report refers to one object at least.
  const all = [...(author ? [author] : []), ...objects, ...(refs.length > 0 ? [report] : [])];
  return { objects: all, skipped, isEmpty: refs.length === 0, isUndated: !published && refs.length > 0 };
}

/** The publication, or else the author, that the front matter names. */
function authorObject({ brief }: ExportedBrief, modified: string, tlp: Tlp | undefined): StixObject | undefined {
  const { publication, author } = frontMatterOf(brief) ?? {};
  const name = publication?.value ?? author?.value;
  if (!name) return undefined;
  const identity_class = publication ? 'organization' : 'individual';
  return {
    type: 'identity',
    spec_version: '2.1',
    id: stixId('identity', `author ${identity_class} ${name}`),
    created: UNDATED,
    modified,
    name,
    identity_class,
    ...markedAs(tlp),
  };
}

/** The entities in the order of their first mentions, without those that the readers may not know. A shared name counts for none. */
function* namedEntities({ brief, scope }: ExportedBrief, release: Release): Steps<NamedEntity[]> {
  const found = new Map<string, NamedEntity>();
  for (const piece of yield* piecesOf(brief, scope)) {
    if (piece.kind !== 'entity' || piece.ids.length !== 1) continue;
    const [id] = piece.ids as [string];
    const entry = scope.entities.get(id)?.entry;
    if (!found.has(id) && !release.isWithheld(entry))
      found.set(id, { id, type: piece.type, words: piece.words, entry });
  }
  return [...found.values()];
}

function describeSkipped(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  return [
    plural(names.length, {
      one: l10n.t('STIX has no object for “{0}”: add “stix:” to its entry.', names[0]!),
      other: l10n.t(
        'STIX has no object for {0} names ({1}): add “stix:” to their entries.',
        names.length,
        names.slice(0, 5).join(', '),
      ),
    }),
  ];
}

function describeEmpty(count: number): string[] {
  if (count === 0) return [];
  return [
    plural(count, {
      one: l10n.t('One brief names no entity and no publication, so it makes no report.'),
      other: l10n.t('{0} briefs name no entity and no publication, so they make no report.', count),
    }),
  ];
}

function describeUndated(count: number): string[] {
  if (count === 0) return [];
  return [
    plural(count, {
      one: l10n.t('One brief has no date; its report is dated January 1, 1970.'),
      other: l10n.t('{0} briefs have no date; their reports are dated January 1, 1970.', count),
    }),
  ];
}
