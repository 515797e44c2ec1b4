/** What the MCP SDK takes from its environment. Its own choice for Node includes Ajv, half of the bundle; this validator knows as much. */
export { default as process } from 'node:process';
export { CfWorkerJsonSchemaValidator as DefaultJsonSchemaValidator } from '@modelcontextprotocol/server/validators/cf-worker';
