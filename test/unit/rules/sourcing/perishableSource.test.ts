import { expect, test } from 'vitest';
import { expectFindings, findingsIn } from '../../support/fixture.ts';
import { onlyRule } from '../../support/only.ts';

const settings = onlyRule('perishable-source');
const check = (fixture: string) => expectFindings(fixture, { settings });

test('posts, pages, videos and broadcasts without a copy, where the brief first cites them', () => {
  check(`
    --- main.brief
    Lights went out at nine [@post; @page]. Crews came an hour later (Harbour Radio, May 23).
                             ^^^^^ perishable-source “Lights out” is a post
                                    ^^^^^ perishable-source “Repairs” is a web page
                                                                      ^^^^^^^^^^^^^^^^^^^^^ perishable-source a broadcast

    A film shows them at work ([a resident](src:film)), and so does the first post [@post].
                               ^^^^^^^^^^^^^^^^^^^^^^ perishable-source YouTube, May 23, 2023 is a video and can vanish: the registry has neither a copy nor an access date. Archive it, and enter the address as custom.archive.
    --- sources.yaml
    references:
      - { id: post, type: post, title: Lights out, container-title: Telegram, issued: 2023-05-22 }
      - { id: page, type: webpage, title: Repairs, container-title: example.org, issued: 2023-05-22 }
      - { id: radio, type: broadcast, title: Morning news, container-title: Harbour Radio, issued: 2023-05-23 }
      - { id: film, type: motion_picture, container-title: YouTube, issued: 2023-05-23 }
  `);
});

test('everything published on a platform, by outlet or address', () => {
  check(`
    --- main.brief
    It was said here [@outlet], there [@address] and there [@own].
                      ^^^^^^^ perishable-source is a post on a platform
                                       ^^^^^^^^ perishable-source
                                                            ^^^^ perishable-source
    --- entities.yaml
    entities:
      - { id: zello, type: media, name: Zello, platform: true }
    --- sources.yaml
    references:
      - { id: outlet, title: A, container-title: Telegram, issued: 2023-05-22 }
      - { id: address, title: B, container-title: City Hall, issued: 2023-05-22, URL: "https://t.me/cityhall/3" }
      - { id: own, title: C, container-title: Zello, issued: 2023-05-22 }
  `);
});

test('silent with a copy, its fingerprint, or the day it was read', () => {
  check(`
    --- main.brief
    Lights went out [@copy; @seen; @hash].
    --- sources.yaml
    references:
      - { id: copy, type: post, issued: 2023-05-22, custom: { archive: "https://archive.example.org/1" } }
      - { id: seen, type: webpage, issued: 2023-05-22, accessed: 2023-06-01 }
      - id: hash
        type: broadcast
        custom: { sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 }
  `);
});

test('silent for what is printed or kept by others, for interviews, and for outlets that only sound like platforms', () => {
  check(`
    --- main.brief
    Lights went out [@paper; @journal; @book; @law; @talk; @northport; @untyped].
    --- entities.yaml
    entities:
      - { id: telegram, type: media, name: Northport Telegram, aliases: [Telegram] }
    --- sources.yaml
    references:
      - { id: paper, type: article-newspaper, container-title: Coastal Courier, URL: "https://example.org/1" }
      - { id: journal, type: article-journal, container-title: Energy Review }
      - { id: book, type: book, publisher: Harbour Press }
      - { id: law, type: legislation }
      - { id: talk, type: interview }
      - { id: northport, container-title: Telegram, issued: 2023-05-22 }
      - { id: untyped, container-title: Coastal Courier, issued: 2023-05-22 }
  `);
});

test('silent for what the brief does not rest on, or not certainly', () => {
  check(
    `
    --- main.brief
    Lights went out (Telegram, May 22). Nobody knows why ([a post](src:nowhere)).
    --- sources.yaml
    references: []
    # the two rules that miss an entry are not at issue
    # brief-ignore-file unused-source
    --- other.brief
    <!-- brief-ignore-file unknown-source -->

    Nothing.
  `.replace('Lights', '<!-- brief-ignore unknown-source -->\n    Lights'),
  );
});

test('leads to the entry, and an entry of the front matter counts', () => {
  const [finding] = findingsIn(
    `--- main.brief
---
sources:
  - { id: post, type: post, title: Lights out }
---

Lights went out [@post].
`,
    { settings },
  );
  expect(finding?.code).toBe('perishable-source');
  expect(finding?.related).toEqual([
    { uri: 'file:///main.brief', span: { start: 23, end: 27 }, message: 'The entry of the source.' },
  ]);
});

test('an address that is itself an archive is a copy', () => {
  const codes = (url: string) =>
    findingsIn(
      `--- main.brief
It left [@a].
--- sources.yaml
references:
  - { id: a, type: webpage, title: T, issued: 2021-05-03, URL: ${url} }
`,
      { settings: { profile: 'release' } },
    ).map(({ code }) => code);
  expect(codes('https://example.org/a')).toEqual(['perishable-source']);
  for (const archive of [
    'https://web.archive.org/web/2021/https://example.org/a',
    'https://archive.ph/abc',
    'https://perma.cc/A-B',
  ])
    expect(codes(archive)).toEqual([]);
});

test('a post without address and copy is reported by one rule', () => {
  const codes = findingsIn(
    `
    --- main.brief
    It left [@post-1].
    --- sources.yaml
    references:
      - { id: post-1, type: post, title: Claim, container-title: Telegram, issued: 2021-09-06, URL: "https://t.me/x/1", custom: { reliability: C, credibility: 3 } }
  `,
    { settings: { profile: 'release' } },
  ).map(({ code }) => code);
  expect(codes.filter((code) => code === 'perishable-source' || code === 'incomplete-source')).toHaveLength(1);
});
