/** `node dist/server.js --stdio`; VS Code starts it with `--node-ipc`. */
import { serveThisProcess } from './serve.node.ts';

if (process.argv.some((argument) => /^--(?:stdio|node-ipc|socket|pipe)/.test(argument))) serveThisProcess();
else {
  console.error(
    'This is the language server of Briefmark; an editor starts it. Say how to talk to it: node server.js --stdio',
  );
  process.exitCode = 2;
}
