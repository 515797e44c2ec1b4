/** The floor of the index: reads every brief below a folder and runs one regular expression over each. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const parenthesis = /\([^()]*\)/g;
let found = 0;
for (const name of readdirSync(process.argv[2] ?? '.', { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.brief')) continue;
  const text = readFileSync(join(process.argv[2] ?? '.', name), 'utf8');
  found += text.match(parenthesis)?.length ?? 0;
}
const { user, system } = process.cpuUsage();
const peakMemory = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ found, processorTime: (user + system) / 1_000, peakMemory }));
