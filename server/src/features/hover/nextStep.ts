/** The link of a hover that leads nowhere: what to do next, as a command of the client. */

import * as l10n from '@vscode/l10n';
import type { Position } from 'vscode-languageserver';
import type { Span } from '../../base/text/span.ts';
import { FIX_AT, SET_UP_REGISTRIES } from '../../protocol/commands.ts';
import { type ResolutionStatus, resolveCitation } from '../../scope/resolveCitation.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Brief, Citation, Marker } from '../../syntax/ast.ts';
import { briefDateOf } from '../../syntax/brief/brief.ts';

export interface NextStep {
  readonly label: string;
  readonly command: typeof FIX_AT | typeof SET_UP_REGISTRIES;
  /** Where it is done. */
  readonly span: Span;
}

/** What to do about a citation; undefined if it leads to a source. */
export function stepOfCitation(citation: Citation, span: Span, brief: Brief, scope: Scope): NextStep | undefined {
  const { status } = resolveCitation(citation, scope, briefDateOf(brief)?.value);
  if (status === 'unchecked') return { label: l10n.t('Set Up Registries…'), command: SET_UP_REGISTRIES, span };
  const label = labelOf(status);
  return label === undefined ? undefined : { label, command: FIX_AT, span };
}

function labelOf(status: ResolutionStatus): string | undefined {
  switch (status) {
    case 'missing':
      return l10n.t('Find the source…');
    case 'unknown':
      return l10n.t('Add or correct the source…');
    case 'ambiguous':
      return l10n.t('Choose the report…');
    default:
      return undefined;
  }
}

/** What to do about a marker; undefined if its notes exist. */
export function stepOfMarker({ span, lost, notes }: Marker): NextStep | undefined {
  if (lost.length === 0 && notes.length > 0) return undefined;
  return { label: l10n.t('Create the note or correct the marker…'), command: FIX_AT, span };
}

export function stepOfUnknownEntity(span: Span): NextStep {
  return { label: l10n.t('Add or correct the entity…'), command: FIX_AT, span };
}

/** The link in Markdown. It holds nothing from a file but the address of the document. */
export function stepLink({ label, command }: NextStep, uri: string, { line, character }: Position): string {
  const args = command === FIX_AT ? [uri, line, character] : [];
  const query = args.length > 0 ? `?${encodeURIComponent(JSON.stringify(args)).replace(/[()'*!]/g, escapeInLink)}` : '';
  return `[${label}](command:${command}${query})`;
}

const escapeInLink = (char: string) => `%${char.charCodeAt(0).toString(16)}`;
