import * as l10n from '@vscode/l10n';
import { perObject } from '../../base/memo/perObject.ts';
import { quote } from '../../base/text/quote.ts';
import type { Located } from '../../base/text/span.ts';
import { slice } from '../../base/text/span.ts';
import { formatScalar } from '../../edits/registry/addEntries.ts';
import type { SourceEntry } from '../../syntax/ast.ts';
import { parseDomain } from '../../syntax/citation/sourceName.ts';
import { replacementFix } from '../engine/fixSupport.ts';
import type { Problem, Rule } from '../engine/rule.ts';
import { STANDARD_URLS } from '../engine/standards.ts';

interface UrlDefect {
  readonly message: string;
  /** The corrected address. */
  readonly suggestion?: string;
  readonly isCertain?: boolean;
}

const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const misspelledHttp = /^(h{0,2}t{1,3}ps?)(?::\/{1,3}|\/\/|;\/\/|:\\\\|:)(?=[\p{L}\p{N}])/iu;
const repeatedScheme = /^https?:\/\/(?=https?:\/\/)/i;
const scheme = /^([a-z][a-z0-9+.-]*):/i;
const fileName = /\.(?:pdf|html?|docx?|txt|zip|png|jpe?g|gif|warc|mhtml?)$/i;
const fileNameWithDot = /\.(?:html?|php|aspx?|pdf)\.$|\/\.$/i;
/** FTP is accepted: some data sets are published only there. */
const OPENABLE_SCHEMES = ['http', 'https', 'ftp', 'ftps'];

/** An address that cannot be opened as written: of a source, and in a link of a brief, which would be a page beside it. */
export const badUrl: Rule = {
  code: 'bad-url',
  severity: { draft: 'warning', release: 'warning' },
  title: l10n.t('The address of a source cannot be opened.'),
  standard: {
    name: 'RFC 3986, Syntax Components, Absolute URI and User Information; WHATWG URL Standard',
    url: STANDARD_URLS.RFC_3986,
    requirement: l10n.t(
      'An absolute address has a scheme, a colon and what the scheme requires; a web address has two slashes and a host. It contains no spaces, no user name and no password.',
    ),
  },
  why: l10n.t(
    'Readers reach a source by its address. An address that is cut off, joined to a bracket or copied without https:// is not a link, and usually a reader is the first to notice. A password in an address is sent out with the list of sources.',
  ),
  bad: {
    brief: 'The garrison left [@tass-1].\n',
    registry: 'references:\n  - { id: tass-1, container-title: TASS, issued: 2021-09-06, URL: www.example.org/a }\n',
  },
  fixed: {
    registry:
      'references:\n  - { id: tass-1, container-title: TASS, issued: 2021-09-06, URL: https://www.example.org/a }\n',
  },
  good: {
    brief: 'The garrison left [@tass-1].\n',
    registry:
      'references:\n  - { id: tass-1, container-title: TASS, issued: 2021-09-06, URL: https://www.example.org/a }\n',
  },
  *paragraph({ atoms }, { textOf }) {
    for (const atom of atoms) {
      if (atom.kind !== 'link' || textOf({ start: atom.start, end: atom.start + 1 }) === '!') continue;
      const { value } = atom.target;
      if (isMisspelledHttp(value) || /^www\./i.test(value)) {
        const problem = problemOf(atom.target);
        if (problem) yield problem;
      }
    }
  },
  *registry({ registry: { sources } }) {
    for (const source of sources) yield* problemsOf(source);
  },
  fixes({ span, data }, context) {
    if (typeof data?.suggestion !== 'string') return [];
    const { suggestion } = data;
    const text = context.brief ? suggestion : formatScalar(suggestion, context.text[span.start - 1] ?? '');
    return [
      replacementFix(
        l10n.t('Change {0} to {1}', quote(slice(context.text, span)), quote(suggestion)),
        context,
        span,
        text,
        {
          isPreferred: data.isCertain === true,
        },
      ),
    ];
  },
};

const problemsOf = perObject(({ url, archive }: SourceEntry): readonly Problem[] =>
  [url, archive].flatMap((address) => (address && problemOf(address)) ?? []),
);

function problemOf({ value, span }: Located<string>): Problem | undefined {
  const defect = findDefect(value);
  if (!defect) return undefined;
  const { message, suggestion, isCertain = false } = defect;
  // A suggestion that has a defect itself is not offered.
  const hasGoodSuggestion = suggestion !== undefined && findDefect(suggestion) === undefined;
  const advice = hasGoodSuggestion
    ? l10n.t('Did you mean {0}?', quote(suggestion))
    : l10n.t('Copy the whole address from the browser.');
  return {
    span,
    message: `${message} ${advice}`,
    ...(hasGoodSuggestion && { data: { suggestion, isCertain } }),
  };
}

function findDefect(address: string): UrlDefect | undefined {
  const name = quote(address);
  const withoutInvisible = address.replace(invisible, '');
  if (withoutInvisible !== address)
    return {
      message: l10n.t('{0} contains an invisible character.', name),
      suggestion: withoutInvisible,
      isCertain: true,
    };
  const withoutBrackets = address.replace(/^<|>$/g, '');
  if (withoutBrackets !== address)
    return {
      message: l10n.t('The bracket of {0} is not part of the address.', name),
      suggestion: withoutBrackets,
      isCertain: true,
    };
  if (/\s/.test(address)) return { message: l10n.t('{0} contains a space.', name) };
  if (repeatedScheme.test(address))
    return {
      message: l10n.t('{0} starts twice.', name),
      suggestion: address.replace(repeatedScheme, ''),
      isCertain: true,
    };
  return findDefectAtStart(address, name) ?? findDefectAtEnd(address, name);
}

function isMisspelledHttp(address: string): boolean {
  return misspelledHttp.test(address) && !/^https?:\/\//i.test(address);
}

function findDefectAtStart(address: string, name: string): UrlDefect | undefined {
  const misspelled = isMisspelledHttp(address) && misspelledHttp.exec(address);
  if (misspelled) {
    const secure = /s$/i.test(misspelled[1]!) ? 's' : '';
    const suggestion = `http${secure}://${address.slice(misspelled[0].length)}`;
    return {
      message: l10n.t('{0} does not start like a web address.', name),
      suggestion,
      isCertain: true,
    };
  }
  if (!address.includes('://') && parseDomain(address) !== undefined && !fileName.test(address.split(/[/?#]/, 1)[0]!))
    return {
      message: l10n.t('{0} has no https:// in front.', name),
      suggestion: `https://${address}`,
    };
  const schemeName = scheme.exec(address)?.[1]?.toLowerCase();
  if (schemeName === undefined) return { message: l10n.t('{0} is not a full address.', name) };
  if (schemeName === 'file') return { message: l10n.t('{0} is a file on one computer.', name) };
  if (schemeName === 'doi')
    return {
      message: l10n.t('{0} is a DOI, not an address.', name),
      suggestion: address.replace(scheme, 'https://doi.org/'),
      isCertain: true,
    };
  if (!OPENABLE_SCHEMES.includes(schemeName))
    return { message: l10n.t('{0} is not a web address (http or https).', name) };
  return URL.canParse(address) ? undefined : { message: l10n.t('{0} cannot be read as an address.', name) };
}

function findDefectAtEnd(address: string, name: string): UrlDefect | undefined {
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') {
    const suggestion = address.replace(/\/\/[^/?#]*@/, '//');
    return {
      message: l10n.t('{0} contains a user name or password.', name),
      suggestion,
    };
  }
  if (!/[\p{L}\p{N}]/u.test(url.hostname)) return { message: l10n.t('{0} names no site.', name) };
  const closingBracket = /[)\]]$/.exec(address)?.[0];
  const openingBracket = closingBracket === ')' ? '(' : '[';
  const isUnbalanced = closingBracket && address.split(closingBracket).length > address.split(openingBracket).length;
  if (isUnbalanced || /[,;"”“’»]$/.test(address) || fileNameWithDot.test(address))
    return {
      message: l10n.t('The last character of {0} is probably not part of the address.', name),
      suggestion: address.slice(0, -1),
    };
  return undefined;
}
