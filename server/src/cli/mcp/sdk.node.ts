/** The bundle `dist/mcpSdk.js`: the parts of the MCP SDK that `briefmark mcp` uses. No other command pays for it. */
export { fromJsonSchema, McpServer } from '@modelcontextprotocol/server';
export { serveStdio } from '@modelcontextprotocol/server/stdio';
