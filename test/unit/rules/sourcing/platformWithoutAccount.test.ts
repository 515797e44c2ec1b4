import { expect, test } from 'vitest';
import { actionsAtMark, applyChangesTo, createScene, fixesIn } from '../../support/actions.ts';
import { expectFindings } from '../../support/fixture.ts';
import { onlyRule } from '../../support/only.ts';

const settings = onlyRule('platform-without-account');
const check = (fixture: string) => expectFindings(fixture, { settings });

test('a well-known platform with only a date', () => {
  check(`
    The bridge was hit (Telegram, May 22; TASS, May 23).
                        ^^^^^^^^^^^^^^^^ platform-without-account Name the account: (Telegram/account, May 22). Anyone can post there.
    Crews were on the way (see X, May 23; YouTube, May 23, 24).
                           ^^^^^^^^^^^^^ platform-without-account
                                          ^^^^^^^^^^^^^^^^^^^ platform-without-account
    It was denied (T.me, May 24) and denied again (www.facebook.com, May 25).
                   ^^^^^^^^^^^^ platform-without-account
                                                   ^^^^^^^^^^^^^^^^^^^^^^^^ platform-without-account
    Others filmed it (*VKontakte*, May 24; Telegram channel, May 25).
                       ^^^^^^^^^^^^^^^^^^ platform-without-account
                                           ^^^^^^^^^^^^^^^^^^^^^^^^ platform-without-account
  `);
});

test('another name of the platform in parentheses is no account', () => {
  check(`
    The bridge was hit (X (formerly Twitter), May 22).
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ platform-without-account
    It was repaired (X (Twitter), May 30).
                     ^^^^^^^^^^^^^^^^^^^ platform-without-account
  `);
});

test('further dates of one citation are reported once', () => {
  check(`
    The bridge was hit (Telegram, May 22; May 23).
                        ^^^^^^^^^^^^^^^^ platform-without-account
  `);
});

test('silent where an account is named, in any of the usual ways', () => {
  check(`
    The bridge was hit (Telegram/channel, May 22), as filmed (T.me/channel, May 3; t.me/s/channel, May 4).
    It was denied (Twitter/@handle, May 3; Twitter.com/Name,December 14, 2023; x.com/name, May 4).
    It was repaired (Telegram [cityhall], May 22; Telegram (@cityhall), May 23).
    Others saw it (@cityhall, May 22), said so (Telegram channel of the City Hall, May 22),
    or showed it (Amaq via Telegram, May 22; “Night at the Bridge,” YouTube, May 23; youtube.com/watch?v=a1b2, May 3).
  `);
});

test('silent for a link that leads to the post, for names that only look alike, and without a date', () => {
  check(`
    The bridge was hit ([Telegram](https://t.me/cityhall/12), May 22), they wrote (The Daily Telegraph, May 22).
    It was denied (Telegram & Argus, May 3; X-Press, May 4; Facebook Newsroom, May 5; Space X, May 6).
    Both were seen on television (Channel X, May 3). A video (YouTube) shows it. The app (Telegram) was blocked.
  `);
});

test('a registry decides what is a platform', () => {
  check(`
    --- main.brief
    The bridge was hit (Zello, May 22), as the paper writes (Telegram, May 22).
                        ^^^^^^^^^^^^^ platform-without-account
    It was repaired ([the radio app](media:zello), May 23; [the paper](media:telegram), May 24).
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ platform-without-account
    --- entities.yaml
    entities:
      - { id: zello, type: media, name: Zello, platform: true }
      - { id: telegram, type: media, name: Northport Telegram, aliases: [Telegram] }
  `);
});

const registry = `--- sources.yaml
references:
  - { id: hall, type: post, title: Bridge closed, container-title: Telegram, issued: 2023-05-22, URL: "https://t.me/cityhall/12" }
  - { id: police, type: post, title: Road closed, container-title: Telegram, author: [{ literal: Northport Police }], issued: 2023-05-23 }
  - { id: nobody, type: post, title: Smoke, container-title: Telegram, issued: 2023-05-24, URL: "https://example.org/telegram/24" }
  - { id: invite, type: post, title: Fire, container-title: Telegram, issued: 2023-05-25, URL: "https://t.me/+AbCdEf" }
  - { id: one, type: post, title: Noise, container-title: Telegram, issued: 2023-05-26, URL: "https://t.me/s/cityhall/30" }
  - { id: two, type: post, title: Lights, container-title: Telegram, issued: 2023-05-26, URL: "https://t.me/harbour/31" }
`;

test('an entry that names an author, or whose address does, is account enough', () => {
  check(`--- main.brief
The bridge was closed (Telegram, May 22), and so was the road (Telegram, May 23; [Telegram](src:hall), May 22).
It is on record [@nobody; @hall]. It may be somewhere ([Telegram](src:elsewhere), May 22).
${registry}`);
});

test('an entry that does not tell is none', () => {
  check(`--- main.brief
Smoke rose (Telegram, May 24), and fire broke out ([Telegram](src:invite), May 25).
            ^^^^^^^^^^^^^^^^ platform-without-account Name the account: (Telegram/account, May 24). Anyone can post there, and the entry in the registry names no one.
                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ platform-without-account
${registry}`);
});

test('offers the accounts of the entries it may mean, never as the preferred fix', async () => {
  const brief = `--- main.brief
Something was heard (Telegram, May 26).
                     ^^^^^^^^^^^^^^^^ platform-without-account
${registry}`;
  expect(await fixesIn(brief, { settings })).toEqual([
    'Change “Telegram” to “Telegram/cityhall”: “Noise”',
    'Change “Telegram” to “Telegram/harbour”: “Lights”',
    'Ignore platform-without-account here',
  ]);
  const scene = await createScene(brief, { settings });
  const [, second] = actionsAtMark(scene, ['quickfix']);
  expect(applyChangesTo(scene, second!.changes!).get('file:///main.brief')).toBe(
    'Something was heard (Telegram/harbour, May 26).\n',
  );
});

test('of a day without a report the accounts on record are offered; a tag is left alone', async () => {
  const fixes = (citation: string) =>
    fixesIn(`--- main.brief\nIt ended (${citation}).\n          ${'^'.repeat(citation.length)} x\n${registry}`, {
      settings,
    });
  expect(await fixes('Telegram, June 1')).toEqual([
    'Change “Telegram” to “Telegram/cityhall”: “Bridge closed”',
    'Change “Telegram” to “Telegram/harbour”: “Lights”',
    'Ignore platform-without-account here',
  ]);
  expect(await fixes('[Telegram](src:nobody), May 24')).toEqual(['Ignore platform-without-account here']);
});
