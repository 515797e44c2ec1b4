import * as l10n from '@vscode/l10n';
import type { SourceEntry } from '../../syntax/ast.ts';
import { replacementFix } from '../engine/fixSupport.ts';
import type { Problem, Rule } from '../engine/rule.ts';
import { STANDARD_URLS } from '../engine/standards.ts';

const EMPTY_FILE_SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const EXAMPLE_SHA256 = '603526ba964bbdfe5de6eb4e4d5eab12f3ef1480283f371a9ae43efd6f34eb29';
const sha256Digits = /^[0-9a-f]{64}$/;

/** A hash that proves nothing: not a SHA-256, without an archived copy, or of an empty file. */
export const badHash: Rule = {
  code: 'bad-hash',
  severity: { draft: 'warning', release: 'error' },
  title: l10n.t('The fingerprint of an archived copy is not valid.'),
  standard: {
    name: 'NIST FIPS 180-4, SHA-256',
    url: STANDARD_URLS.FIPS_180_4,
    requirement: l10n.t(
      'The SHA-256 of a file is 256 bits, written as 64 hexadecimal digits. Different files have different values.',
    ),
  },
  why: l10n.t(
    'Pages change and disappear. An archived copy with its SHA-256 shows what the source said when it was read, and that the copy has not changed since. A fingerprint with a missing digit, of an empty file, or without a copy proves nothing.',
  ),
  bad: {
    brief: 'The garrison left [@tass-1].\n',
    registry: `references:\n  - id: tass-1\n    custom:\n      archive: https://example.org/kept\n      sha256: sha256:${EXAMPLE_SHA256}\n`,
  },
  fixed: {
    registry: `references:\n  - id: tass-1\n    custom:\n      archive: https://example.org/kept\n      sha256: ${EXAMPLE_SHA256}\n`,
  },
  good: {
    brief: 'The garrison left [@tass-1].\n',
    registry: `references:\n  - id: tass-1\n    custom:\n      archive: https://example.org/kept\n      sha256: ${EXAMPLE_SHA256}\n`,
  },
  *registry({ registry: { problems, sources } }) {
    for (const { topic, message, span } of problems) if (topic === 'hash') yield { span, message };
    for (const source of sources) {
      const problem = unverifiableHash(source);
      if (problem) yield problem;
    }
  },
  fixes(finding, context) {
    const { span } = finding;
    const hash = context.text.slice(span.start, span.end);
    const digits = hash
      .toLowerCase()
      .replace(/^\s*sha-?256\s*[:=-]\s*/, '')
      .replace(/[\s:-]+/g, '');
    if (digits === hash || !sha256Digits.test(digits)) return [];
    return [
      replacementFix(l10n.t('Keep only the digits, {0}…', digits.slice(0, 8)), context, span, digits, {
        isPreferred: true,
      }),
    ];
  },
};

function unverifiableHash({ sha256, archive }: SourceEntry): Problem | undefined {
  if (!sha256) return undefined;
  if (sha256.value.toLowerCase() === EMPTY_FILE_SHA256)
    return {
      span: sha256.span,
      message: l10n.t('This is the SHA-256 of an empty file. Save the copy again, and enter its SHA-256.'),
    };
  if (archive) return undefined;
  return {
    span: sha256.span,
    message: l10n.t('This SHA-256 has no archived copy. Add “archive:” with the address of the copy.'),
  };
}
