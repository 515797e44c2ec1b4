/**
 * `check --format gitlab`: a code quality report, which GitLab shows in merge requests.
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */

import { createHash } from 'node:crypto';
import type { Severity } from '../rules/engine/settings.ts';
import type { Report } from './check.ts';

const LEVELS: Readonly<Record<Severity, 'critical' | 'major' | 'minor' | 'info'>> = {
  error: 'critical',
  warning: 'major',
  information: 'minor',
  hint: 'info',
};

/**
 * One entry per finding, as plain JSON. GitLab recognizes a finding by its fingerprint: it is made of the words of the finding, not of
 * its line, so that lines added above do not make an old finding a new one.
 */
export function toGitlab({ files }: Report): object[] {
  const counts = new Map<string, number>();
  return files.flatMap(({ file, findings }) =>
    findings.map(({ code, severity, message, span }) => {
      const path = file.name.replace(/^(?:\.\/+)+/, '');
      const key = JSON.stringify([path, code, message, file.text.slice(span.start, span.end)]);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return {
        description: message,
        check_name: code,
        fingerprint: createHash('sha256').update(`${key} ${count}`).digest('hex'),
        severity: LEVELS[severity],
        location: {
          path,
          lines: { begin: file.positionAt(span.start).line + 1, end: file.positionAt(span.end).line + 1 },
        },
      };
    }),
  );
}
