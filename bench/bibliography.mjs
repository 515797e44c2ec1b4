/** A bibliography of 10,000 entries: the first answer from it, and what a keystroke costs in a brief beside it. */
import { setTimeout } from 'node:timers/promises';
import { startSession } from './session.mjs';
import { inTurns } from './stats.mjs';
import { row } from './typing.mjs';

/** @typedef {import('./servers.mjs').Server} Server */

export const ENTRIES = 10_000;
/** @param {number} index */
const keyOf = (index) => `library${index}`;

/** BibTeX as Zotero exports it. @param {import('./world.mjs').World} world @returns {string} */
export function writeBibliography({ entities }) {
  return Array.from({ length: ENTRIES }, (_, index) => {
    const [one, other] = [entities[index % entities.length], entities[(index * 7 + 3) % entities.length]];
    const month = String((index % 12) + 1).padStart(2, '0');
    return `@article{${keyOf(index)},
  title = {{${one?.name}} and the {${other?.name}}: part ${index}},
  author = {Okafor, Ada and van der Berg, Jan and L{\\"o}wen, ${String.fromCharCode(65 + (index % 26))}.},
  date = {${2000 + (index % 24)}-${month}-${String((index % 28) + 1).padStart(2, '0')}},
  journaltitle = {Journal of Quays ${index % 200}},
  volume = {${index % 40}},
  pages = {${index % 300}--${(index % 300) + 12}},
  url = {https://example.org/library/${index}},
  urldate = {2024-01-05},
  langid = {english},
  abstract = {A report about ${one?.name}, with {braces}, a dash -- and a per cent sign, 5\\%. It has a few sentences, as abstracts do.}
}
`;
  }).join('\n');
}

/**
 * From the start of the process until a hover shows the last entry of the bibliography; only Briefmark knows one.
 * @param {readonly Server[]} servers @param {import('./corpus.mjs').Corpus} corpus @param {number} rounds
 * @returns {Promise<import('./stats.mjs').Row[]>}
 */
export async function measureFirstAnswer(servers, corpus, rounds) {
  const able = servers.filter(({ isBriefmark }) => isBriefmark);
  /** @type {import('./stats.mjs').Row[]} */
  const rows = [];
  for (const { name, folder, key, title } of [
    { name: 'source of sources.yaml', folder: corpus.openFolder, key: 'report-1', title: 'What was said' },
    {
      name: `source of ${ENTRIES} entries of BibTeX`,
      folder: corpus.bibliographyFolder,
      key: keyOf(ENTRIES - 1),
      title: `part ${ENTRIES - 1}`,
    },
  ]) {
    const text = `It left the port [@${key}].\n`;
    const position = { line: 0, character: text.indexOf('@') + 2 };
    const times = await inTurns(able, { rounds, each: 1, budget: Infinity }, async (server) => {
      const session = await startSession(server, folder(server.extension), { nodeOptions: [] });
      const uri = session.open('open', text);
      const isKnown = async () => {
        const hover = await session.client.request('textDocument/hover', { textDocument: { uri }, position });
        return JSON.stringify(hover ?? '').includes(title);
      };
      while (!(await isKnown())) await setTimeout(20);
      const time = performance.now() - session.spawned;
      await session.client.stop();
      return time;
    });
    rows.push(row('start → hover', name, able, times, ({ id }) => id));
  }
  return rows;
}
