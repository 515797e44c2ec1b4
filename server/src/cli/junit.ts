/**
 * `check --format junit`: JUnit XML, which most build servers show. There is no standard; the elements are those that Jenkins reads:
 * https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd
 */

import { escapeControlsInLines } from '../base/text/escapeControls.ts';
import type { Finding } from '../rules/engine/rule.ts';
import type { Severity } from '../rules/engine/settings.ts';
import { isAtLeast, type Report } from './check.ts';
import type { ProjectFile } from './project.ts';
import { formatLocation } from './text.ts';

/** A test case for each checked file. It fails for findings of at least the severity `threshold`; others are its output. */
export function formatJunit({ checked, files }: Report, threshold: Severity | 'never'): string {
  const findingsOf = new Map(files.map(({ file, findings }) => [file.name, { file, findings }]));
  let failures = 0;
  const cases = checked.map((name) => {
    const { file, findings = [] } = findingsOf.get(name) ?? {};
    const failed = findings.filter(({ severity }) => isAtLeast(severity, threshold));
    const others = findings.filter((finding) => !failed.includes(finding));
    if (failed.length > 0) failures++;
    const children = [
      ...(file && failed.length > 0
        ? [
            `<failure message="${escapeXml(failed[0]!.message)}" type="${failed[0]!.code}">${linesOf(file, failed)}</failure>`,
          ]
        : []),
      ...(file && others.length > 0 ? [`<system-out>${linesOf(file, others)}</system-out>`] : []),
    ];
    const start = `    <testcase name="${escapeXml(name)}" classname="briefmark"`;
    return children.length === 0
      ? `${start}/>\n`
      : `${start}>\n${children.map((child) => `      ${child}\n`).join('')}    </testcase>\n`;
  });
  const counts = `tests="${checked.length}" failures="${failures}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="briefmark" ${counts}>
  <testsuite name="briefmark" ${counts}>
${cases.join('')}  </testsuite>
</testsuites>
`;
}

function linesOf(file: ProjectFile, findings: readonly Finding[]): string {
  const lines = findings.map(
    ({ code, severity, message, span }) => `${formatLocation(file, span.start)} ${severity} ${code} ${message}`,
  );
  return escapeXml(lines.join('\n'));
}

/** XML 1.0 has no control characters, not even as references: they are written as in other output. */
function escapeXml(text: string): string {
  return escapeControlsInLines(text)
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
