/** Cards of the fields of registries, front matter and configurations: what they mean, and by which standard. */

import * as l10n from '@vscode/l10n';
import { CREDIBILITY_LABELS, RELIABILITY_LABELS } from '../../analysis/sourcing/admiralty.ts';
import type { Span } from '../../base/text/span.ts';
import { slice } from '../../base/text/span.ts';
import type { CardLine } from '../../protocol/card.ts';
import { STANDARD_URLS } from '../../rules/engine/standards.ts';
import { type YamlPlace, yamlCursorAt } from '../cursor/yamlCursor.ts';
import { fieldsAt } from '../cursor/yamlFields.ts';

interface Standard {
  readonly name: string;
  readonly url?: string;
  /** The values that it defines. */
  readonly values?: Readonly<Record<string, string>>;
}

const CSL: Standard = { name: 'CSL 1.0.2', url: STANDARD_URLS.CSL_JSON };
const DATE: Standard = { name: 'CSL 1.0.2, ISO 8601', url: STANDARD_URLS.CSL_JSON };
const TLP: Standard = { name: 'Traffic Light Protocol 2.0', url: STANDARD_URLS.TLP };
const ADDRESS: Standard = { name: 'CSL 1.0.2, RFC 3986', url: STANDARD_URLS.RFC_3986 };
const ADMIRALTY = l10n.t('Admiralty code (NATO AJP-2.1)');

/** By section and path of the field. */
const STANDARDS: Readonly<Record<string, Standard>> = {
  'fields tlp': TLP,
  'fields date': { name: 'ISO 8601', url: STANDARD_URLS.ISO_8601 },
  'entities tlp': TLP,
  'entities reliability': { name: ADMIRALTY, values: RELIABILITY_LABELS },
  'entities wikidata': { name: 'Wikidata', url: 'https://www.wikidata.org/wiki/Wikidata:Identifiers' },
  'sources id': CSL,
  'sources type': CSL,
  'sources title': CSL,
  'sources container-title': CSL,
  'sources publisher': CSL,
  'sources author': CSL,
  'sources issued': DATE,
  'sources accessed': DATE,
  'sources URL': ADDRESS,
  'sources custom': CSL,
  'sources custom reliability': { name: ADMIRALTY, values: RELIABILITY_LABELS },
  'sources custom credibility': { name: ADMIRALTY, values: CREDIBILITY_LABELS },
  'sources custom sha256': { name: 'FIPS 180-4', url: STANDARD_URLS.FIPS_180_4 },
  'sources custom tlp': TLP,
};

/** The card of the field whose name is at a position; undefined if there is none, or it is not one of ours. */
export function keyCardAt(place: YamlPlace): { readonly span: Span; readonly lines: readonly CardLine[] } | undefined {
  const cursor = yamlCursorAt(place);
  if (cursor?.expects !== 'key' || !cursor.hasColon) return undefined;
  const name = slice(place.text, cursor.whole);
  const [, description] = fieldsAt(cursor, place.brief !== undefined).find(([field]) => field === name) ?? [];
  if (!description) return undefined;
  const standard = STANDARDS[[cursor.section, ...cursor.path, name].join(' ')];
  const values = Object.entries(standard?.values ?? {});
  return {
    span: cursor.whole,
    lines: [
      { kind: 'title', text: name, note: noteOf(cursor.section) },
      { kind: 'text', text: description },
      ...values.map(([label, value]): CardLine => ({ kind: 'field', label, value })),
      ...(standard ? [{ kind: 'field', label: l10n.t('Standard'), value: standard.name } as const] : []),
      ...(standard?.url ? [{ kind: 'page', label: l10n.t('Standard page'), url: standard.url } as const] : []),
    ],
  };
}

function noteOf(section: string): string {
  if (section === 'sources') return l10n.t('field of a source');
  if (section === 'entities') return l10n.t('field of an entity');
  return section === 'types' ? l10n.t('field of a type') : l10n.t('field');
}
