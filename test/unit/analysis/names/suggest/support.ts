import { loadKnowledge } from '../../../../../server/src/analysis/names/suggest/knowledge/knowledge.ts';
import { proseOf } from '../../../../../server/src/analysis/names/suggest/prose.ts';
import { suggestNamesInTexts } from '../../../../../server/src/analysis/names/suggest/suggestNames.ts';
import { readBrief } from '../../../../../server/src/syntax/brief/brief.ts';

export const knowledge = await loadKnowledge();

/** The names in briefs, by their file names. */
export function suggestionsIn(texts: Readonly<Record<string, string>>) {
  const prose = Object.entries(texts).map(([file, text]) => ({ file, text: proseOf(readBrief(text), undefined) }));
  return suggestNamesInTexts(prose, knowledge);
}

/** One line a name: its type, its forms, the phrases in the text, the reason; `~` before a description. */
export function showNames(text: string): string {
  return suggestionsIn({ a: text })
    .map(({ type, name, aliases, spans, reason, isDescription }) => {
      const phrases = spans.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ')).join(' | ');
      return `${isDescription ? '~ ' : ''}${type} ${[name, ...aliases].join(' = ')} [${phrases}]: ${reason}`;
    })
    .join('\n');
}
