/** What the address of a link says of its source: whether it leads to a document, its outlet, its date. docs/format.md, "Links". */

import type { Located } from '../../base/text/span.ts';
import type { CalendarDate, SourceName, When } from '../ast.ts';
import { isValidDate } from '../date/isoDate.ts';

/** Hosts on which an account is the outlet. */
const PLATFORMS = new Set(
  't.me telegram.me x.com twitter.com facebook.com instagram.com tiktok.com vk.com ok.ru youtube.com rumble.com truthsocial.com threads.net bsky.app mastodon.social linkedin.com medium.com substack.com weibo.com reddit.com'.split(
    ' ',
  ),
);
/** Parts of a path that lead to lists of documents. */
const SECTIONS = new Set(
  'tag tags category categories topic topics section author authors search archive page pages home en es fr de ru about contact news world subscribe login donate donation donations support support-us membership newsletter careers jobs privacy terms'.split(
    ' ',
  ),
);
const ARCHIVES = /^(?:web\.archive\.org|archive\.(?:ph|is|today|org|md|li|vn|fo)|perma\.cc|ghostarchive\.org)$/;
/** A first part of a path that is a post and no account: `vk.com/wall-123_456`, `facebook.com/permalink.php?…`. */
const singlePost = /^(?:watch|(?:wall|photo|video|clip|topic)-?\d+_\d+|(?:permalink|story|photo|video)\.php)/i;
const trackingParameter = /^(?:utm_\w+|fbclid|gclid|ref|ref_src|cmpid|mc_cid|mc_eid|igshid|s|si)$/i;

export interface LinkAddress {
  /** In lower case, without `www.` and `m.`. */
  readonly host: string;
  /** `t.me/rybar`, `x.com/name` on a platform, else the host. */
  readonly outlet: string;
  /** Whether it leads to a document rather than to a home page, a list or an account. */
  readonly isDocument: boolean;
  readonly isArchive: boolean;
  /** The day its path names. */
  readonly date?: CalendarDate;
}

/** Undefined for anything but a complete http(s) address. */
export function readLinkAddress(address: string): LinkAddress | undefined {
  const url = parse(address);
  if (!url) return undefined;
  const host = url.hostname.toLowerCase().replace(/^(?:www|m|mobile|amp)\./, '');
  const parts = url.pathname.split('/').filter(Boolean);
  const isPlatform = PLATFORMS.has(host);
  const account = isPlatform ? accountOf(parts) : undefined;
  const canonicalHost = host === 'twitter.com' ? 'x.com' : host;
  const date = dateIn(url.pathname);
  return {
    host: canonicalHost,
    outlet: account ? `${canonicalHost}/${account}` : canonicalHost,
    isDocument: leadsToDocument(url, parts, isPlatform),
    isArchive: ARCHIVES.test(host),
    ...(date && { date }),
  };
}

/** The outlet that an address names; undefined for anything but a complete http(s) address. */
export function outletOfAddress({ value, span }: Located<string>): SourceName | undefined {
  const address = readLinkAddress(value);
  return address && { ...span, name: address.outlet, domain: address.host };
}

/** The day that the path of an address names. */
export function dateOfAddress({ value, span }: Located<string>): When | undefined {
  const date = readLinkAddress(value)?.date;
  return date && { span, dates: [{ value: date, span }], accessed: false };
}

/** The address as it is compared: without scheme, `www.`, tracking parameters, a slash at the end; `twitter.com` is `x.com`, an archived copy what it is a copy of. */
export function normalizeAddress(address: string): string {
  const archived = /^https?:\/\/web\.archive\.org\/web\/[^/]+\/(.+)$/i.exec(address)?.[1];
  const url = parse(archived && !/^https?:/i.test(archived) ? `https://${archived}` : (archived ?? address));
  if (!url) return address.trim();
  const host = url.hostname
    .toLowerCase()
    .replace(/^(?:www|m|mobile|amp)\./, '')
    .replace(/^twitter\.com$/, 'x.com');
  const kept = [...url.searchParams].filter(([name]) => !trackingParameter.test(name));
  const query = kept.map(([name, value]) => `${name}=${value}`).join('&');
  return `${host}${url.pathname.replace(/\/+$/, '')}${query && `?${query}`}`;
}

/** The address without the parameters that only say where a reader came from; the same text where there are none. */
export function withoutTracking(address: string): string {
  const url = parse(address);
  if (!url || ![...url.searchParams.keys()].some((name) => /^(?:utm_\w+|fbclid|gclid)$/i.test(name))) return address;
  const [beforeHash, hash] = address.split('#', 2);
  const [path, query] = beforeHash!.split('?', 2);
  const kept = (query ?? '').split('&').filter((part) => !/^(?:utm_\w+|fbclid|gclid)(?:=|$)/i.test(part));
  return `${path}${kept.length > 0 ? `?${kept.join('&')}` : ''}${hash === undefined ? '' : `#${hash}`}`;
}

function parse(address: string): URL | undefined {
  if (!/^https?:\/\/[^/\s]/i.test(address)) return undefined;
  try {
    const url = new URL(address);
    return url.hostname.includes('.') ? url : undefined;
  } catch {
    return undefined;
  }
}

/** The first part of a path that names an account: `t.me/s/rybar/1` is a view of `t.me/rybar/1`. */
function accountOf(parts: readonly string[]): string | undefined {
  const [first, second] = parts;
  if (
    first === undefined ||
    singlePost.test(first) ||
    /^(?:watch|i|p|reel|hashtag|search|status|story|share|video|shorts)$/i.test(first)
  )
    return undefined;
  return first === 's' || first === 'c' || first === 'user' || first === 'in' || first === 'company'
    ? second
    : first.replace(/^@/, '');
}

function leadsToDocument(url: URL, parts: readonly string[], isPlatform: boolean): boolean {
  if (parts.length === 0) return url.search.length > 1 && /[?&](?:id|p|article|story|q|v)=/i.test(url.search);
  if (isPlatform)
    return (
      parts.length > (parts[0] === 's' || parts[0] === 'c' || parts[0] === 'user' ? 2 : 1) ||
      singlePost.test(parts[0]!) ||
      /[?&](?:w=wall|z=(?:photo|video)|story_fbid=|fbid=)/i.test(url.search)
    );
  // `/topics/ships` is a list, `/topics/ships/unc7777` a document of it.
  const topic = parts.findIndex((part) => /^topics?$/i.test(part));
  if (topic >= 0 && parts.length < topic + 3) return false;
  if (parts.some((part) => /^(?:tags?|categor(?:y|ies)|authors?)$/i.test(part))) return false; // cspell:disable-line
  return !(parts.length === 1 && SECTIONS.has(parts[0]!.toLowerCase()));
}

/** `/2026/02/26/`, `-2026-02-10`, `/20260226/`. */
function dateIn(path: string): CalendarDate | undefined {
  const match =
    /(?<!\d)((?:19|20)\d\d)[/_-](\d{1,2})[/_-](\d{1,2})(?!\d)/.exec(path) ??
    /(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/.exec(path);
  if (!match) return undefined;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isValidDate(date) ? date : undefined;
}

/** Whether an address leads nowhere: `[text]()`, `[text](https://)`, `[text](URL)`, `[text](undefined)`. */
export function isEmptyTarget(target: string): boolean {
  return /^(?:|<>|#|https?:\/\/[\w.-]{0,60}(?:\.{3}|…)|(?:https?:?\/{0,3})?(?:www\.?|\.{2,}|…|xx+|\?+)?|(?:https?:\/\/)?t\.me\/@?|about:blank|(?:javascript|sandbox|sediment):.{0,80}|undefined|null|%5b(?:object)%20object%5d|#n\/a|(?:https?:\/\/)?(?:url|link)|tk|tbd|todo|(?:your|insert|add)?[-_]?(?:source|article)?[-_]?(?:url|link)(?:[-_]here)?)$/i.test(
    target.trim(),
  );
}
