/** Finding the language server among the descendants of a process. */
import { readdirSync, readFileSync } from 'node:fs';
import { run } from '../../scripts/run.mjs';

/** The process ids of the Briefmark servers that run below this process. @param {number} ancestor */
export async function serversBelow(ancestor) {
  const all = process.platform === 'linux' ? fromProc() : await fromPs();
  const below = new Set([ancestor]);
  // A child may be listed before its parent, so go on until nothing new is found.
  for (let size = 0; size !== below.size; ) {
    size = below.size;
    for (const { pid, parent } of all) if (below.has(parent)) below.add(pid);
  }
  return all
    .filter(({ pid, command }) => below.has(pid) && /briefmark.*server\.js/.test(command))
    .map(({ pid }) => pid);
}

/** Debian's smallest images have no `ps`. */
function fromProc() {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      // The second field is a name in parentheses, which may hold anything.
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return [{ pid: Number(name), parent, command }];
    } catch {
      return []; // it ended meanwhile
    }
  });
}

async function fromPs() {
  const output = await run('ps', ['-axo', 'pid=,ppid=,command='], { quiet: true });
  return output.split('\n').flatMap((line) => {
    const match = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line);
    return match ? [{ pid: Number(match[1]), parent: Number(match[2]), command: match[3] ?? '' }] : [];
  });
}
