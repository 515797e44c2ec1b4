/**
 * `check --format sarif`: SARIF 2.1.0, which code scanning services and many viewers read.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */

import * as l10n from '@vscode/l10n';
import { LANGUAGE } from '../base/language.ts';
import type { Span } from '../base/text/span.ts';
import type { Example, Rule } from '../rules/engine/rule.ts';
import type { Severity } from '../rules/engine/settings.ts';
import { RULES } from '../rules/index.ts';
import { rationaleOf } from '../rules/run/rulesPage.ts';
import type { Report } from './check.ts';
import type { ProjectFile } from './project.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const SARIF_LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};
/** The base of relative paths; consumers expect this name for the root of the sources. */
const URI_BASE_ID = '%SRCROOT%';

/** The log of one run as plain JSON. */
export function toSarif(report: Report, version: string): object {
  const results = report.files.flatMap(({ file, findings }) =>
    findings.map(({ code, severity, message, span, related }) => {
      const locations = (related ?? []).flatMap((note) => {
        const other = report.fileAt(note.uri, file);
        return other ? [{ ...locationOf(other, note.span), message: { text: escapeMessage(note.message) } }] : [];
      });
      return {
        ruleId: code,
        ruleIndex: RULES.findIndex((rule) => rule.code === code),
        level: SARIF_LEVELS[severity],
        message: { text: escapeMessage(message) },
        locations: [locationOf(file, span)],
        ...(locations.length > 0 && { relatedLocations: locations.map((location, id) => ({ id, ...location })) }),
      };
    }),
  );
  const driver = { name: 'Briefmark', semanticVersion: version, rules: RULES.map(ruleDescriptor) };
  const run = {
    tool: { driver },
    language: LANGUAGE,
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r'],
    results,
  };
  return { $schema: SCHEMA, version: '2.1.0', runs: [run] };
}

function ruleDescriptor(rule: Rule): object {
  const { code, severity, title, bad, good } = rule;
  const reason = `${rule.standard.name}: ${rule.standard.requirement} ${rationaleOf(rule)}`;
  const markdown = [reason, l10n.t('Wrong:'), formatExample(bad), l10n.t('Right:'), formatExample(good)].join('\n\n');
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: reason },
    help: { text: reason, markdown },
    defaultConfiguration:
      severity.release === 'off'
        ? { enabled: false }
        : { level: SARIF_LEVELS[severity.release], enabled: severity.draft !== 'off' },
  };
}

function formatExample({ brief, registry }: Example): string {
  const blocks = [['text', brief], ...(registry === undefined ? [] : [['yaml', registry]])];
  return blocks.map(([language, text]) => `\`\`\`${language}\n${text?.trimEnd()}\n\`\`\``).join('\n\n');
}

function locationOf(file: ProjectFile, span: Span): object {
  const [start, end] = [file.positionAt(span.start), file.positionAt(span.end)];
  const region = {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
  return { physicalLocation: { artifactLocation: artifactLocationOf(file), region } };
}

/** A path below the current folder is relative to it; any other path is an absolute URI. */
function artifactLocationOf({ name, uri }: ProjectFile): object {
  const path = name.replace(/^(?:\.\/+)+/, '');
  const isBelow = !/^(?:\/|[a-z]:)/i.test(path) && !path.split('/').includes('..');
  return isBelow ? { uri: path.split('/').map(encodeSegment).join('/'), uriBaseId: URI_BASE_ID } : { uri };
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd'));
}

/** Escapes what SARIF messages interpret: braces (placeholders) and `[words](1)` (links). SARIF 2.1.0, section 3.11. */
function escapeMessage(text: string): string {
  return text.replace(/[{}]/g, '$&$&').replaceAll('](', '\\](');
}
