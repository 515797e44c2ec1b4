/** A brief as plain text, for mail and terminals: in house style, with numbered notes and the list of sources. */

import * as l10n from '@vscode/l10n';
import { PLAIN_STYLE, plainNotes } from '../render/prose/plainProse.ts';
import { inHouseStyle } from '../rules/run/formatting.ts';
import { lostSources } from '../rules/run/lostSources.ts';
import { factsOf } from '../workspace/briefFacts.ts';
import { type Exporter, onlyBrief, textFile } from './engine/exporter.ts';
import { type ProseDocument, proseDocument } from './prose/document.ts';

export const textExporter: Exporter = {
  id: 'text',
  extension: 'txt',
  mediaType: 'text/plain',
  title: l10n.t('Plain text'),
  description: l10n.t('The prose for mail, in house style, with numbered notes and the list of sources'),
  isBundle: false,
  async write(input) {
    const only = onlyBrief(input);
    const { scope, settings } = only;
    const brief = inHouseStyle(only.brief, only);
    const lost = lostSources(factsOf(brief, scope.findNames), scope, settings);
    const document = await proseDocument({ ...input, briefs: [{ ...only, brief, lost }] }, (words) => ({
      ...PLAIN_STYLE,
      lost: `[${words.sourceMissing}]`,
    }));
    return { files: [textFile('.txt', formatText(document))], leftOut: [] };
  },
};

function formatText({ title, isTitleInText, header, prose, sources, words }: ProseDocument): string {
  const { facts, marking } = header;
  const head = [isTitleInText ? '' : title, facts.join(' · '), marking ?? ''].filter(Boolean).join('\n');
  const notes = prose.notes.length === 0 ? '' : [`${words.notes}\n`, ...plainNotes(prose.notes)].join('\n');
  const list =
    sources &&
    [
      `${words.sources}\n`,
      [sources.tally, ...(sources.missing.length > 0 ? [`${words.missing} ${sources.missing.join('; ')}.`] : [])].join(
        ' ',
      ),
      ...sources.items.map((item, index) => `${index + 1}. ${item}`),
    ].join('\n');
  const parts = [head, prose.text.replace(/^\s*\n|\s+$/g, ''), notes, list ?? '', marking ?? ''];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
