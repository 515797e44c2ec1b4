/** Web addresses as a document has them: cleaned of what counts readers, and of the services that only forward. */

import { parseWebAddress } from '../../base/text/webAddress.ts';

/** Parameters that count readers and do not choose what they read. */
const TRACKING_PARAMETER =
  /^(?:utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|oly_anon_id|oly_enc_id|vero_id|cmpid|ref_src|ref_url|_ga|_gl|ocid|xtor|wt_mc|__twitter_impression)$/i;

/** Hosts that forward to the address in a parameter: links in Google Docs, in Outlook mail, on Facebook. */
const FORWARDERS: readonly { readonly host: RegExp; readonly path: RegExp; readonly parameter: string }[] = [
  { host: /^(?:www\.)?google\.[a-z.]+$/, path: /^\/url$/, parameter: 'q' },
  { host: /^(?:www\.)?google\.[a-z.]+$/, path: /^\/url$/, parameter: 'url' },
  { host: /\.safelinks\.protection\.outlook\.com$/, path: /^\//, parameter: 'url' },
  { host: /^lm?\.facebook\.com$/, path: /^\/l\.php$/, parameter: 'u' },
];

/**
 * The address of a link, without forwarders and tracking parameters, in a form that a Markdown link can hold; undefined for
 * anything but web and mail addresses. An address that has neither is unchanged but for spaces and the like.
 */
export function cleanAddress(written: string): string | undefined {
  const address = written.trim();
  if (/^mailto:[^\s<>()]+$/i.test(address)) return address;
  const parsed = parseWebAddress(address);
  if (parsed === undefined) return undefined;
  const url = unwrap(new URL(parsed));
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => !TRACKING_PARAMETER.test(pair.split('=', 1)[0]!));
  // Assigned only if it changes: `URL` would encode the others anew.
  if (kept.length < url.search.slice(1).split('&').length) url.search = kept.join('&');
  const clean = isBalanced(url.href)
    ? url.href
    : url.href.replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'));
  const wroteNoPath = url.pathname === '/' && url.search === '' && url.hash === '' && !address.endsWith('/');
  return wroteNoPath ? clean.replace(/\/$/, '') : clean;
}

function unwrap(url: URL): URL {
  for (const { host, path, parameter } of FORWARDERS) {
    if (!host.test(url.hostname) || !path.test(url.pathname)) continue;
    const target = parseWebAddress(url.searchParams.get(parameter) ?? '');
    if (target !== undefined) return new URL(target);
  }
  return url;
}

/** Whether the round brackets match, so that the address may stand in those of a Markdown link. */
function isBalanced(address: string): boolean {
  let open = 0;
  for (const char of address) {
    if (char === '(') open++;
    if (char === ')' && --open < 0) return false;
  }
  return open === 0;
}
