/**
 * A tool for an assistant, as `briefmark mcp` and the extension offer it. Tools only read, and answer with what the files say: none
 * makes up a source.
 */

import type { Position } from '../base/text/positions.ts';
import type { CheckSettings } from '../rules/engine/settings.ts';
import type { Scope } from '../scope/scope.ts';
import type { Brief } from '../syntax/ast.ts';

/** Longer texts are refused, in UTF-16 units. A file may be as large as any other. */
export const MAX_TEXT_LENGTH = 1_000_000;

/** The brief that a tool is asked about. */
export interface AskedBrief {
  /** The path of its file as the user would write it. */
  readonly name: string;
  readonly uri: string;
  readonly text: string;
  readonly brief: Brief;
  readonly scope: Scope;
  readonly settings: CheckSettings;
  readonly positionAt: (offset: number) => Position;
}

/** A JSON Schema of an object (https://json-schema.org). */
export interface ObjectSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, object>>;
  readonly required?: readonly string[];
  readonly additionalProperties: false;
}

/** The arguments of every tool that is about a brief. */
export interface BriefArguments {
  readonly path?: string;
  readonly text?: string;
  readonly profile?: string;
}

/** The properties of `BriefArguments`. */
export const briefProperties: ObjectSchema['properties'] = {
  path: {
    type: 'string',
    description: 'The path of a brief, relative to the folder. Give either path or text.',
  },
  text: {
    type: 'string',
    description: 'The text of a brief that is not in a file. The registries of the folder apply to it.',
  },
};

/** What a tool works with. */
export interface ToolContext {
  /** The brief that the arguments name or hold. Refuses what is wrong with them. */
  readonly brief: (args: BriefArguments) => Promise<AskedBrief>;
  /** The registries of the root, as they apply to a brief there. */
  readonly scope: () => Promise<Scope>;
  /** Ends the tool with words that tell the assistant what to ask instead. */
  readonly refuse: (words: string) => never;
}

export interface Tool<Arguments = never> {
  readonly name: string;
  readonly title: string;
  /** For the assistant, in English. */
  readonly description: string;
  readonly input: ObjectSchema;
  /** Plain JSON. */
  readonly run: (args: Arguments, context: ToolContext) => Promise<object>;
}

/** The first rows of a list, and how many there are. */
export function bounded<Row>(
  rows: readonly Row[],
  max: number,
): { readonly total: number; readonly rows: readonly Row[] } {
  return { total: rows.length, rows: rows.slice(0, max) };
}

/** Refuses arguments about a brief that name none, or two, or hold too much text. */
export function checkBriefArguments({ path, text }: BriefArguments, refuse: ToolContext['refuse']): void {
  if ((path === undefined) === (text === undefined)) refuse('Give either “path” or “text”.');
  if (text !== undefined && text.length > MAX_TEXT_LENGTH)
    refuse(
      `The text has ${text.length} characters; at most ${MAX_TEXT_LENGTH} are read. Save it as a file, or send a part of it.`,
    );
}
