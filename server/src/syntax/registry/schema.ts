import * as l10n from '@vscode/l10n';
import * as z from 'zod/mini';
import { lazy } from '../../base/memo/lazy.ts';
import { quote } from '../../base/text/quote.ts';
import { STIX_TYPES, TLP_LABELS } from '../ast.ts';
import { readCslDate } from '../date/cslDate.ts';
import { readDeclaredDate } from '../date/declaredDate.ts';
import { formatTlpLabel } from './tlp.ts';

/**
 * The schemas of registries and front matter, from which the checks, the input types and (jsonSchema.ts) the JSON
 * Schemas for YAML editors are derived. Analysts read the error messages.
 */

/** A failed check of a schema. */
export type SchemaIssue = { readonly input?: unknown };

/** Describes a value in a message: a noun with its article, or the value in quotation marks. */
export const describeValue = (input: unknown): string => {
  if (input === undefined || input === null) return l10n.t('nothing');
  if (Array.isArray(input)) return l10n.t('a list');
  if (typeof input === 'object' && input !== null) return l10n.t('a group of fields');
  return quote(String(input));
};

/** Text, or what YAML reads as a number or Boolean although text is meant (`title: 1984`). */
const textSchema = (what: string) =>
  z.union([z.string(), z.number(), z.boolean()], {
    error: ({ input }: SchemaIssue) => l10n.t('{0} is {1} here. Write one text.', what, describeValue(input)),
  });

const idPattern = /^[\p{L}\p{M}\p{N}._/-]+$/u;

/** `missing` is the message if there is none, `strange` the one for something other than text. */
const idSchema = (missing: string, strange: (found: string) => string) =>
  z
    .union([z.string(), z.number(), z.boolean()], {
      error: ({ input }: SchemaIssue) => (input === undefined ? missing : strange(describeValue(input))),
    })
    .check(
      z.refine((value) => idPattern.test(String(value)), {
        error: ({ input }: SchemaIssue) =>
          l10n.t('{0} cannot be an id. Use only letters, digits, “.”, “_”, “-” and “/”.', quote(String(input))),
      }),
    );

const reliabilitySchema = lazy(() =>
  z.enum(['A', 'B', 'C', 'D', 'E', 'F'], {
    error: ({ input }: SchemaIssue) =>
      l10n.t(
        '{0} is not a reliability. Write A (completely reliable) to E (unreliable), or F (cannot be judged).',
        describeValue(input),
      ),
  }),
);

const credibilitySchema = lazy(() =>
  z.union([z.enum(['1', '2', '3', '4', '5', '6']), z.literal([1, 2, 3, 4, 5, 6])], {
    error: ({ input }: SchemaIssue) =>
      l10n.t(
        '{0} is not a credibility. Write 1 (confirmed) to 5 (improbable), or 6 (cannot be judged).',
        describeValue(input),
      ),
  }),
);

/** Any text, so that a misspelled marking still counts; editors offer the valid ones. */
const tlpSchema = (description: string) =>
  textSchema(l10n.t('The marking')).check(
    z.meta({
      description,
      enum: [...TLP_LABELS, ...TLP_LABELS.map(formatTlpLabel)],
    }),
  );

const datePartSchema = lazy(() => z.union([z.number(), z.string()]));
const datePartsSchema = lazy(() =>
  z.looseObject({ year: datePartSchema(), month: z.optional(datePartSchema()), day: z.optional(datePartSchema()) }),
);

/** A date in any notation of CSL-YAML: ISO text, a year, `date-parts`, or Pandoc’s year, month, day. */
const dateSchema = lazy(() => dateSchemaFor(readCslDate));

/** The date of a brief, which may also be written in words. */
const declaredDateSchema = lazy(() => dateSchemaFor(readDeclaredDate));

function dateSchemaFor(read: typeof readCslDate) {
  return z
    .union(
      [
        z.string(),
        z.number(),
        z.looseObject({ 'date-parts': z.array(z.array(datePartSchema())) }),
        datePartsSchema(),
        z.array(datePartsSchema()),
        z.looseObject({ raw: z.string() }),
        z.looseObject({ literal: z.string() }),
      ],
      { error: ({ input }: SchemaIssue) => read(input).problem ?? '' },
    )
    .check(
      z.refine((value) => read(value).problem === undefined, {
        error: ({ input }: SchemaIssue) => read(input).problem ?? '',
      }),
    );
}

const personNameSchema = lazy(() =>
  z.looseObject({
    family: z.optional(textSchema(l10n.t('The family name'))),
    given: z.optional(textSchema(l10n.t('The given name'))),
    literal: z.optional(textSchema(l10n.t('The name'))),
  }),
);
const authorSchema = lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), personNameSchema()], {
    error: l10n.t('This author cannot be read. Write a name, or “family:” and “given:”.'),
  }),
);

const authorsSchema = lazy(() =>
  z.union([z.array(authorSchema()), authorSchema()], {
    error: l10n.t(
      'The authors cannot be read. Write a list of names, each “family:” and “given:”, or “literal:” for a group.',
    ),
  }),
);

/** A list of texts, or one text. */
export const textListSchema = (what: string) =>
  z.union([textSchema(what), z.array(textSchema(what))], {
    error: ({ input }: SchemaIssue) => l10n.t('{0} is {1} here. Write a list of texts.', what, describeValue(input)),
  });

const entryError = (what: string) => ({
  error: ({ input }: SchemaIssue) =>
    l10n.t('This is {0}, not {1}. Write its fields behind the dash: “- id: …”.', describeValue(input), what),
});

/** An item of `types`. */
export const typeSchema = lazy(() =>
  z.looseObject(
    {
      id: idSchema(l10n.t('This type has no id and is not used. Add “id:” with a short unique name.'), (found) =>
        l10n.t('The id of this type is {0}, so the type is not used. Write one short name.', found),
      ).check(z.describe(l10n.t('Short name of the type, as tags use it: [words](operation:id).'))),
      name: z.optional(textSchema(l10n.t('The name')).check(z.describe(l10n.t('The name of the type in the editor.')))),
      extends: z.optional(
        textSchema(l10n.t('The type it extends')).check(
          z.describe(l10n.t('The type this one is a kind of, such as event.')),
        ),
      ),
    },
    entryError(l10n.t('a type')),
  ),
);

/** An item of `entities`. */
export const entitySchema = lazy(() =>
  z.looseObject(
    {
      id: idSchema(l10n.t('This entity has no id and is not used. Add “id:” with a short unique name.'), (found) =>
        l10n.t('The id of this entity is {0}, so the entity is not used. Write one short name.', found),
      ).check(z.describe(l10n.t('Unique short name, as tags use it. Letters, digits, ".", "_", "-", "/".'))),
      type: z
        .union([z.string(), z.number(), z.boolean()], {
          error: ({ input }: SchemaIssue) =>
            input === undefined
              ? l10n.t(
                  'This entity has no type and is not used. Add “type:” with person, org, group, place, event, weapon, media, doc or a type of your own.',
                )
              : l10n.t(
                  'The type is {0} here, so this entity is not used. Write one type, such as “person”.',
                  describeValue(input),
                ),
        })
        .check(
          z.describe(l10n.t('person, org, group, place, event, weapon, media, doc, or a type declared under types.')),
        ),
      name: z
        .union([z.string(), z.number(), z.boolean()], {
          error: ({ input }: SchemaIssue) =>
            input === undefined
              ? l10n.t(
                  'This entity has no name, so prose is not searched for it. Add “name:” with the name as prose writes it.',
                )
              : l10n.t('The name is {0} here. Write one text.', describeValue(input)),
        })
        .check(z.describe(l10n.t('The full name, as prose writes it. It is found there as whole words.'))),
      aliases: z.optional(
        textListSchema(l10n.t('An alias')).check(
          z.describe(l10n.t('Other names. A name of up to four capital letters matches only in capitals.')),
        ),
      ),
      family: z.optional(
        textSchema(l10n.t('The family name')).check(
          z.describe(
            l10n.t(
              'Of a person: the family name, where it is not the last word of the name. Alone it means the person once the brief has the full name.',
            ),
          ),
        ),
      ),
      description: z.optional(
        textSchema(l10n.t('The description')).check(z.describe(l10n.t('Who or what this is, in a sentence or two.'))),
      ),
      part_of: z.optional(
        textSchema(l10n.t('"part_of"')).check(z.describe(l10n.t('The id of the entity this one belongs to.'))),
      ),
      wikidata: z.optional(
        z
          .string({ error: ({ input }: SchemaIssue) => wikidataError(input) })
          .check(z.regex(/^Q[1-9]\d*$/, { error: ({ input }: SchemaIssue) => wikidataError(input) }))
          .check(z.describe(l10n.t('The Wikidata item, such as Q20734166.'))),
      ),
      reliability: z.optional(
        reliabilitySchema().check(
          z.describe(l10n.t('Of an outlet: A (completely reliable) to E (unreliable), F (cannot be judged).')),
        ),
      ),
      domains: z.optional(
        textListSchema(l10n.t('A domain')).check(
          z.describe(
            l10n.t('Of an outlet: the hosts of its pages, such as rferl.org. Links to them name this outlet.'),
          ),
        ),
      ),
      platform: z.optional(
        z
          .boolean({
            error: ({ input }: SchemaIssue) =>
              l10n.t(
                '“platform” is {0} here and counts as false. Write true or false, without quotation marks.',
                describeValue(input),
              ),
          })
          .check(z.describe(l10n.t('true for Telegram, X, YouTube and the like: a citation should name an account.'))),
      ),
      tlp: z.optional(tlpSchema(l10n.t('Traffic Light Protocol marking of the information about this entity.'))),
      stix: z.optional(
        z
          .enum(STIX_TYPES, {
            error: ({ input }: SchemaIssue) =>
              l10n.t(
                '{0} is not a type of STIX that can be chosen here. Write {1}.',
                describeValue(input),
                STIX_TYPES.join(', '),
              ),
          })
          .check(
            z.describe(
              l10n.t(
                'What it becomes in a STIX bundle: threat-actor, intrusion-set, tool or malware. By default its type decides.',
              ),
            ),
          ),
      ),
    },
    entryError(l10n.t('an entity')),
  ),
);

function wikidataError(input: unknown): string {
  return l10n.t('{0} is not a Wikidata item. Write Q and the number, such as Q207.', describeValue(input));
}

/** An item of `references`: a CSL item, of which only the fields that Briefmark uses are checked. */
export const sourceSchema = lazy(() =>
  z.looseObject(
    {
      id: idSchema(l10n.t('This source has no id and is not used. Add “id:” with a short unique name.'), (found) =>
        l10n.t('The id of this source is {0}, so the source is not used. Write one short name.', found),
      ).check(z.describe(l10n.t('Unique short name, as tags and citation keys use it.'))),
      type: z.optional(
        textSchema(l10n.t('The type')).check(
          z.describe(l10n.t('CSL type, such as article-newspaper, webpage, book or post.')),
        ),
      ),
      title: z.optional(
        textSchema(l10n.t('The title')).check(z.describe(l10n.t('The title of the article, post or book.'))),
      ),
      'container-title': z.optional(
        textSchema(l10n.t('The outlet')).check(
          z.describe(l10n.t('The outlet: name or alias of an entity of type media, or free text.')),
        ),
      ),
      publisher: z.optional(
        textSchema(l10n.t('The publisher')).check(z.describe(l10n.t('The outlet, where there is no container-title.'))),
      ),
      author: z.optional(authorsSchema().check(z.describe(l10n.t('The authors, as CSL names or plain text.')))),
      issued: z.optional(dateSchema().check(z.describe(l10n.t('Date of publication: YYYY-MM-DD, or CSL date-parts.')))),
      accessed: z.optional(dateSchema().check(z.describe(l10n.t('Date it was read: YYYY-MM-DD, or CSL date-parts.')))),
      URL: z.optional(textSchema(l10n.t('The address')).check(z.describe(l10n.t('Where it can be read.')))),
      custom: z.optional(
        z
          .looseObject(
            {
              reliability: z.optional(
                reliabilitySchema().check(
                  z.describe(l10n.t('A to F; overrides the reliability of the outlet for this source.')),
                ),
              ),
              credibility: z.optional(
                credibilitySchema().check(
                  z.describe(l10n.t('Of this report: 1 (confirmed) to 5 (improbable), 6 (cannot be judged).')),
                ),
              ),
              archive: z.optional(
                textSchema(l10n.t('The archive address')).check(z.describe(l10n.t('Address of an archived copy.'))),
              ),
              sha256: z.optional(
                z
                  .string({ error: ({ input }: SchemaIssue) => sha256Error(input) })
                  .check(z.regex(/^[0-9A-Fa-f]{64}$/, { error: ({ input }: SchemaIssue) => sha256Error(input) }))
                  .check(z.describe(l10n.t('SHA-256 of the archived copy, 64 hexadecimal digits.'))),
              ),
              tlp: z.optional(tlpSchema(l10n.t('Traffic Light Protocol marking of this source.'))),
            },
            {
              error: l10n.t(
                '“custom:” has no fields. Indent reliability, credibility, archive, sha256 or tlp below it.',
              ),
            },
          )
          .check(z.describe(l10n.t('The rating and the archived copy, for which CSL has no fields.'))),
      ),
    },
    entryError(l10n.t('a source')),
  ),
);

/** Hash algorithms by their number of hexadecimal digits. */
const HASH_NAMES_BY_LENGTH: Readonly<Record<number, string>> = {
  32: l10n.t('an MD5'),
  40: l10n.t('a SHA-1'),
  96: l10n.t('a SHA-384'),
  128: l10n.t('a SHA-512'),
};

function sha256Error(input: unknown): string {
  const length = typeof input === 'string' && /^[0-9a-f]+$/i.test(input) ? input.length : 0;
  const other = HASH_NAMES_BY_LENGTH[length];
  return other === undefined
    ? l10n.t('{0} is not a SHA-256. Write its 64 digits, 0-9 and a-f (see sha256sum).', describeValue(input))
    : l10n.t(
        '{0} is as long as {1}, not a SHA-256. Write the 64 digits of the SHA-256 (see sha256sum).',
        describeValue(input),
        other,
      );
}

/** The front matter of a brief, without its inline registry. */
export const frontMatterSchema = lazy(() =>
  z.looseObject({
    title: z.optional(textSchema(l10n.t('The title')).check(z.describe(l10n.t('The title of the brief.')))),
    date: z.optional(
      declaredDateSchema().check(
        z.describe(l10n.t('The date of the brief, YYYY-MM-DD: citations without a year are dated by it.')),
      ),
    ),
    publication: z.optional(
      textSchema(l10n.t('The publication')).check(z.describe(l10n.t('The series the brief appears in.'))),
    ),
    author: z.optional(authorsSchema().check(z.describe(l10n.t('Who wrote the brief.')))),
    tlp: z.optional(tlpSchema(l10n.t('Traffic Light Protocol marking of the brief.'))),
    bibliography: z.optional(
      textListSchema(l10n.t('A path')).check(
        z.describe(l10n.t('Bibliographies with sources, as in Pandoc: paths of .bib, .json, .ris or .xml files.')),
      ),
    ),
    profile: z.optional(
      z
        .enum(['draft', 'release'], {
          error: ({ input }: SchemaIssue) =>
            l10n.t('There is no profile {0}. Write draft or release.', describeValue(input)),
        })
        .check(z.describe(l10n.t('draft while writing, release for what goes out.'))),
    ),
    ignore: z.optional(
      textListSchema(l10n.t('A rule code')).check(z.describe(l10n.t('Codes of rules that stay silent in this brief.'))),
    ),
  }),
);
