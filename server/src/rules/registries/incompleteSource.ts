import * as l10n from '@vscode/l10n';
import { perObject } from '../../base/memo/perObject.ts';
import { isOverlaying } from '../../scope/scope.ts';
import type { SourceEntry } from '../../syntax/ast.ts';
import type { Problem, Rule } from '../engine/rule.ts';
import { sourceLabel } from '../engine/sourceLabels.ts';
import { STANDARD_URLS } from '../engine/standards.ts';

/** A requirement: one of the fields must have a value. `label` names them in messages. */
interface RequiredField {
  readonly fields: readonly string[];
  readonly label: string;
}

const TITLE: RequiredField = { fields: ['title'], label: l10n.t('“title”') };
const ISSUED: RequiredField = { fields: ['issued', 'event-date'], label: l10n.t('“issued”') };
const OUTLET: RequiredField = {
  fields: ['container-title', 'publisher'],
  label: l10n.t('“container-title” (the outlet)'),
};
const ADDRESS: RequiredField = { fields: ['URL', 'DOI'], label: l10n.t('“URL”') };
const DATED: RequiredField = { fields: ['issued', 'accessed'], label: l10n.t('“issued”') };
const PUBLISHER: RequiredField = {
  fields: ['publisher', 'author', 'editor', 'container-title'],
  label: l10n.t('“publisher” or “author”'),
};
const SPEAKER: RequiredField = { fields: ['author', 'title'], label: l10n.t('“author” or “title”') };

const OUTLET_FIELDS = [TITLE, ISSUED, OUTLET];
const PUBLICATION_FIELDS = [TITLE, ISSUED, PUBLISHER];
const STATEMENT_FIELDS = [SPEAKER, ISSUED];
/** By CSL type. Other types need a title and a date. */
const REQUIRED_FIELDS: Readonly<Record<string, readonly RequiredField[]>> = {
  'article-newspaper': OUTLET_FIELDS,
  'article-magazine': OUTLET_FIELDS,
  'article-journal': OUTLET_FIELDS,
  broadcast: OUTLET_FIELDS,
  // That a page has neither a copy nor a date of access is reported by `perishable-source`.
  post: [TITLE, ISSUED, OUTLET, ADDRESS],
  'post-weblog': [TITLE, DATED, ADDRESS],
  // Many web pages carry no date.
  webpage: [TITLE, DATED, ADDRESS],
  book: PUBLICATION_FIELDS,
  report: PUBLICATION_FIELDS,
  interview: STATEMENT_FIELDS,
  personal_communication: STATEMENT_FIELDS,
};

/** A source whose entry is not enough to find it again. */
export const incompleteSource: Rule = {
  code: 'incomplete-source',
  severity: { draft: 'off', release: 'warning' },
  title: l10n.t('A source lacks what a full citation needs.'),
  standard: {
    name: 'ICD 206, source reference citations; CSL 1.0.2, appendices “Types” and “Variables”',
    url: STANDARD_URLS.ICD_206,
    requirement: l10n.t(
      'A citation lets a reader identify a source and find it again: what it is, who published it, where and when; for a web page, also its address and the day it was read.',
    ),
  },
  why: l10n.t(
    'Questions about a product can come years later, from someone who has only the list of sources. A newspaper article without its newspaper, or a web page without the day it was read, cannot be found again. An archived copy (`archive`) can replace that day.',
  ),
  bad: {
    brief: 'The garrison left [@tass-1].\n',
    registry: 'references:\n  - { id: tass-1, type: article-newspaper, container-title: TASS, issued: 2021-09-06 }\n',
  },
  good: {
    brief: 'The garrison left [@tass-1].\n',
    registry: `references:\n  - id: tass-1\n    type: article-newspaper\n    title: Garrison leaves the border town\n    container-title: TASS\n    issued: 2021-09-06\n`,
  },
  *registry({ uri, scope, registry: { sources } }) {
    for (const source of sources) if (!isOverlaying(source, uri, scope)) yield* problemsOf(source);
  },
};

const problemsOf = perObject((source: SourceEntry): readonly Problem[] => {
  const missing = missingFields(source);
  if (missing.length === 0) return [];
  const last = missing.pop()!;
  const names = missing.length === 0 ? last : l10n.t('{0} and {1}', missing.join(', '), last);
  return [
    {
      span: source.id.span,
      message: l10n.t('{0} lacks {1}. Add what is missing.', sourceLabel(source), names),
    },
  ];
});

function missingFields({ type, filledFields, archive }: SourceEntry): string[] {
  const has = (field: string) => filledFields.includes(field) || (field === 'archive' && archive !== undefined);
  const requiredFields = (Object.hasOwn(REQUIRED_FIELDS, type ?? '') && REQUIRED_FIELDS[type ?? '']) || [TITLE, ISSUED];
  const missing = requiredFields.filter(({ fields }) => !fields.some(has)).map(({ label }) => label);
  return filledFields.includes('type') ? missing : [l10n.t('“type”'), ...missing];
}
