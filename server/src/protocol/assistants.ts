/** The custom request that runs a tool for an assistant; package.json lists the tools, with the schemas of their input. */

/** What a tool answers: JSON for the assistant, or why it does not answer. */
export type ToolAnswer = { readonly content: string } | { readonly refused: string };

/** By method: the parameters and the result. */
export interface AssistantRequests {
  /** `name` as `briefmark mcp` lists it. Tools only read, and only briefs of the workspace. */
  'briefmark/assistantTool': {
    params: { readonly name: string; readonly input: Readonly<Record<string, unknown>> };
    result: ToolAnswer;
  };
}

export type AssistantRequest = <Method extends keyof AssistantRequests>(
  method: Method,
  params: AssistantRequests[Method]['params'],
) => Promise<AssistantRequests[Method]['result'] | null>;

/** What the names of the tools begin with in VS Code, where those of all extensions are in one list. */
export const TOOL_PREFIX = 'briefmark_';
