/** Lists the most expensive functions of CPU profiles: `node bench/profile.mjs FILE.cpuprofile …` */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAX_LINES = 25;

/** The functions with the most time of their own, and those with the most time including what they call. @param {string} file */
export function summarize(file) {
  /** @type {{ nodes: { id: number, callFrame: { functionName: string, url: string, lineNumber: number }, children?: number[] }[], samples: number[], timeDeltas: number[] }} */
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, 'utf8'));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  /** @type {Map<number, number>} */
  const own = new Map();
  for (const [index, id] of samples.entries()) own.set(id, (own.get(id) ?? 0) + (timeDeltas[index] ?? 0));
  /** @type {Map<string, { self: number, total: number }>} */
  const functions = new Map();
  /** Adds up the tree; a recursive function counts once. @param {number} id @param {ReadonlySet<string>} above @returns {number} */
  const visit = (id, above) => {
    const node = byId.get(id);
    if (!node) return 0;
    const { functionName, url, lineNumber } = node.callFrame;
    const name = `${functionName || '(anonymous)'} ${basename(url)}${url && `:${lineNumber + 1}`}`;
    const self = own.get(id) ?? 0;
    const inside = above.has(name) ? above : new Set(above).add(name);
    const total = (node.children ?? []).reduce((sum, child) => sum + visit(child, inside), self);
    const known = functions.get(name) ?? { self: 0, total: 0 };
    functions.set(name, { self: known.self + self, total: known.total + (above.has(name) ? 0 : total) });
    return total;
  };
  const root = nodes[0];
  if (root) visit(root.id, new Set());
  const idle = functions.get('(idle) ')?.self ?? 0;
  functions.delete('(idle) ');
  functions.delete('(root) ');
  const busy = timeDeltas.reduce((sum, delta) => sum + delta, 0) - idle;
  const lines = (/** @type {'self' | 'total'} */ by) =>
    [...functions]
      .sort(([, a], [, b]) => b[by] - a[by])
      .slice(0, MAX_LINES)
      .map(([name, time]) => `  ${((100 * time[by]) / busy).toFixed(1).padStart(5)} %  ${name}`)
      .join('\n');
  return `${basename(file)}: busy for ${(busy / 1e6).toFixed(2)} s\n by itself\n${lines('self')}\n with what it calls\n${lines('total')}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const file of process.argv.slice(2)) console.log(`${summarize(file)}\n`);
}
