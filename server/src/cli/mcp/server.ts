/**
 * `briefmark mcp`: the tools over the Model Context Protocol (https://modelcontextprotocol.io) on standard input and output, so that an
 * assistant that drafts a brief can be held to its sources.
 */

import { TOOLS } from '../../assistants/index.ts';
import { realPathOf } from '../../host/nodeUris.ts';
import { formatJson } from '../json.ts';
import { isUsageError } from '../usageError.ts';
import { createToolContext } from './readBriefs.ts';

/** Serves until standard input ends. Only files below `root` are read. */
export async function serveMcp(root: string, version: string): Promise<void> {
  const { McpServer, fromJsonSchema, serveStdio } = await import('./sdk.node.ts');
  // Relative paths of the tools, and the registries that apply to a text, count from there.
  process.chdir(root);
  const context = createToolContext(realPathOf(process.cwd()));
  serveStdio(() => {
    const server = new McpServer({ name: 'briefmark', version });
    for (const { name, title, description, input, run } of TOOLS) {
      const inputSchema = fromJsonSchema(input as never);
      const annotations = { readOnlyHint: true, openWorldHint: false };
      server.registerTool(name, { title, description, inputSchema, annotations }, async (args) => {
        try {
          return textResult(formatJson(await run(args as never, context)));
        } catch (error) {
          // The assistant can correct what it asked; anything else is a defect, which the SDK reports.
          if (!isUsageError(error)) throw error;
          return { ...textResult(error.message), isError: true };
        }
      });
    }
    return server;
  });
}

function textResult(text: string) {
  return { content: [{ type: 'text' as const, text }] };
}
