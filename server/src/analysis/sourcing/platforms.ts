/** Platforms on which anyone can post: Telegram, X, YouTube. A citation of one refers to a post of an account. */
import { lazy } from '../../base/memo/lazy.ts';
import { oneOf } from '../../base/text/phrases.ts';
import { findOutlet, foldName, type Scope } from '../../scope/scope.ts';
import type { SourceEntry } from '../../syntax/ast.ts';
import { parseDomain } from '../../syntax/citation/sourceName.ts';
import { patternsFrom } from '../language/words/index.ts';

/** Platforms known without a registry, except those that share their name with a newspaper, company or program. */
const WELL_KNOWN_NAMES = [
  ...['Telegram', 'X', 'Twitter', 'YouTube', 'Facebook', 'Instagram', 'TikTok', 'VK', 'VKontakte', 'Odnoklassniki'],
  ...['Weibo', 'Sina Weibo', 'WeChat', 'Weixin', 'Douyin', 'Bilibili', 'WhatsApp', 'Rumble', 'Truth Social'],
  ...['Bluesky', 'Mastodon', 'Rutube', 'Snapchat', 'Телеграм', 'ВКонтакте', '微博', '微信', '抖音'],
  ...['t.me', 'x.com', 'twitter.com', 'youtube.com', 'youtu.be', 'facebook.com', 'instagram.com', 'tiktok.com'],
  ...['vk.com', 'ok.ru', 'weibo.com', 'rumble.com', 'truthsocial.com', 'bsky.app', 'mastodon.social', 'rutube.ru'],
];
const wellKnownPlatforms = lazy(() => new Set(WELL_KNOWN_NAMES.map(foldName)));

const patterns = patternsFrom(({ sourcing }) => ({
  /** A suffix that names no account: `Telegram channel`. */
  postKind: new RegExp(`\\s${oneOf(sourcing.postKinds)}$`, 'iu'),
}));

/** Whether a name or bare domain is a platform without an account. A registry entry takes precedence. */
export function isPlatform(scope: Scope, name: string): boolean {
  const outlet = findOutlet(scope, name);
  if (outlet) return outlet.entry.platform;
  const withoutSuffix = name.replace(patterns().postKind, '');
  return withoutSuffix === name ? wellKnownPlatforms().has(foldName(name)) : isPlatform(scope, withoutSuffix);
}

/** Whether a report was published on a platform, by its outlet or its address. */
export function isOnPlatform(scope: Scope, { outlet, url }: SourceEntry): boolean {
  return [outlet?.value, url && parseDomain(url.value)].some((name) => name !== undefined && isPlatform(scope, name));
}

/** Path segments before the account: `t.me/s/channel`, `rumble.com/c/name`, `bsky.app/profile/name`. */
const ACCOUNT_PREFIXES = new Set(['s', 'c', 'u', 'user', 'profile', 'channel', 'people']);
/** Path segments in the position of an account that name something else. */
const RESERVED_SEGMENTS = new Set(
  `addlist embed events explore groups hashtag home i intent joinchat live login p permalink photo photos playlist posts
  reel reels search share shorts stories story tv v video videos wall watch`.split(/\s+/),
);
const accountPattern = /^@?(?=[^\p{L}]*\p{L})[\p{L}\p{N}_.-]{2,40}$/u;
const pageFileName = /\.(?:php|html?)$/i;
const contentId = /^(?:wall|video|photo|club|public|id)-?\d/i;

/** The account in the address of a post: `channel` in `https://t.me/channel/12`. Undefined if the address names none. */
export function accountInUrl(scope: Scope, url: string): string | undefined {
  const domain = parseDomain(url)?.replace(/^(?:m|mobile)\./, '');
  if (domain === undefined || !isPlatform(scope, domain)) return undefined;
  const path = url.replace(/^https?:\/\//i, '').split(/[?#]/, 1)[0]!;
  const parts = path.split('/').slice(1, 4);
  const handle = parts.find((part) => part.startsWith('@') && accountPattern.test(part));
  const first = parts[0] && ACCOUNT_PREFIXES.has(parts[0].toLowerCase()) ? parts[1] : parts[0];
  const candidate = handle ?? first;
  if (
    candidate === undefined ||
    !accountPattern.test(candidate) ||
    pageFileName.test(candidate) ||
    contentId.test(candidate)
  )
    return undefined;
  return RESERVED_SEGMENTS.has(candidate.toLowerCase()) ? undefined : candidate;
}
