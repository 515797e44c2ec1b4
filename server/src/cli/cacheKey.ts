/** What the findings of a brief depend on, as a key: equal keys, equal findings. */

import { createHash } from 'node:crypto';
import type { CheckSettings } from '../rules/engine/settings.ts';
import type { Project, ProjectFile } from './project.ts';

/** The SHA-256 of everything that the check of this brief reads. */
export type CheckKey = (brief: Pick<ProjectFile, 'uri' | 'text'>, settings: CheckSettings) => string;

/**
 * `build` stands for the program, its language and what it runs on. All registries and bibliographies count, wherever they are, and
 * so do those that could not be read; other briefs do not: one brief tells nothing about another. No rule asks what day it is.
 */
export function createCheckKey({ definitions, registry }: Project, build: string): CheckKey {
  const registries = definitions.registries.map(([uri]) => [uri, registry(uri)?.text ?? null]);
  const unread = [...definitions.unread].map(([uri, reasons]) => [uri, [...reasons]]);
  const shared = digest([build, registries, unread]);
  return ({ uri, text }, settings) => digest([shared, settings, uri, text]);
}

/** Of JSON, so that no two values run into each other. */
function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}
