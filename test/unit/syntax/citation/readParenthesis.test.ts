import { describe, expect, test } from 'vitest';
import type { CalendarDate, Citation, CitedDate } from '../../../../server/src/syntax/ast.ts';
import { readInlines } from '../../../../server/src/syntax/brief/inlines.ts';
import { NOTHING_KNOWN } from '../../../../server/src/syntax/knownNames.ts';

/** `text` → what its parentheses are: `source @ dates` for each item of a citation, else the reading. */
function check(text: string, expected: string): void {
  test(text.replaceAll('\n', '⏎').slice(0, 80), () => expect(show(text)).toBe(expected));
}

function show(text: string): string {
  const { groups, citations } = readInlines(text, NOTHING_KNOWN);
  const others = groups.filter((group) => group.kind !== 'citation').map((group) => group.kind);
  return [...citations.map(showCitation), ...others].join(' ; ') || 'text';
}

function showCitation({ source, when, id, formErrors: slips }: Citation): string {
  const name = [source?.name ?? (id ? '' : 'MISSING'), id && `<${id.value}>`].filter(Boolean).join(' ');
  const dates = when && ` @ ${when.accessed ? 'accessed ' : ''}${when.dates.map(showCited).join(', ')}`;
  return name + (dates ?? '') + slips.map((slip) => ` !${slip.kind}`).join('');
}

function showCited({ value, until }: CitedDate): string {
  return showDate(value) + (until ? `..${showDate(until)}` : '');
}

function showDate({ year, month, day }: CalendarDate): string {
  return [year, month, day].map((part) => (part === undefined ? '' : String(part).padStart(2, '0'))).join('-');
}

describe('source and date', () => {
  check('(Radio Ozodi, May 8)', 'Radio Ozodi @ -05-08');
  check('(Daily Mail, May 10, 2015)', 'Daily Mail @ 2015-05-10');
  check('(Daily Mail, 10 May 2015)', 'Daily Mail @ 2015-05-10');
  check('(Reuters, 06/14/04)', 'Reuters @ 2004-06-14');
  check('(Reuters 05/2021)', 'Reuters @ 2021-05- !no-comma');
  check('(Reuters, 14.06.2004)', 'Reuters @ 2004-06-14');
  check('(Reuters, 2021-09-05)', 'Reuters @ 2021-09-05');
  check('(TASS, Sept. 5)', 'TASS @ -09-05');
  check('(TASS, 5 Sept.)', 'TASS @ -09-05');
  check('(TASS, Monday, May 3rd)', 'TASS @ -05-03');
  check('(TASS, the 3rd of May)', 'text');
  check('(TASS, September 31)', 'TASS @ -09-31');
  check('(TASS, September 6–12)', 'TASS @ -09-06..-09-12');
  check('(TASS, September 30—October 2, 2020)', 'TASS @ 2020-09-30..2020-10-02');
  check('(TASS, December 30 – January 2, 2020)', 'TASS @ 2019-12-30..2020-01-02');
  check('(RFE/RL,\u00a0September\u00a05)', 'RFE/RL @ -09-05');
  check('(Times of\nIndia, September\r\n13)', 'Times of India @ -09-13');
});

describe('ranges of whole dates', () => {
  check('(TASS, May 1, 2015 – June 3, 2016)', 'TASS @ 2015-05-01..2016-06-03');
  check('(TASS, May 3 to June 4, 2015)', 'TASS @ 2015-05-03..2015-06-04');
  check('(TASS, December 3 through January 4 2015)', 'TASS @ 2014-12-03..2015-01-04');
  check('(TASS, May. 3)', 'TASS @ -05-03');
  for (const range of [
    'May 1, 2015 – June 3, 2016',
    'January 1, 2020–March 5, 2021',
    '24 September 1966 – 5 March 1999',
    'June 2015 – May 3, 2017',
    'May 3 to June 4',
  ]) {
    check(`(${range})`, 'date');
  }
});

describe('several', () => {
  check('(Huanqiu Shibao, June 23; Liberty Times, June 23)', 'Huanqiu Shibao @ -06-23 ; Liberty Times @ -06-23');
  check('(ITAR-TASS, October 18, 28)', 'ITAR-TASS @ -10-18, -10-28');
  check('(ITAR-TASS, 18, 28 October)', 'ITAR-TASS @ -10-18, -10-28');
  check('(ITAR-TASS, October 18, 28, 2015)', 'ITAR-TASS @ 2015-10-18, 2015-10-28');
  check('(People’s Daily, July 11, July 9)', 'People’s Daily @ -07-11, -07-09');
  check('(People’s Daily, July 11 and 9)', 'People’s Daily @ -07-11, -07-09');
  check('(TASS, May 2; May 3)', 'TASS @ -05-02 ; TASS @ -05-03');
  check('(Channel 4, 10 May 2015)', 'Channel 4 @ 2015-05-10');
  check('(France 24, May 10, 2015)', 'France 24 @ 2015-05-10');
});

describe('source missing', () => {
  check('(, June 19)', 'MISSING @ -06-19');
  check('( , June 19)', 'MISSING @ -06-19');
  check('(,June 19)', 'MISSING @ -06-19');
  check('(,\u00a0June 19)', 'MISSING @ -06-19');
  check('(, 19 June 2021)', 'MISSING @ 2021-06-19');
  check('(, August 26;, August 25)', 'MISSING @ -08-26 ; MISSING @ -08-25');
  check('(, August 26; , August 25)', 'MISSING @ -08-26 ; MISSING @ -08-25');
  check('(TASS, May 2;, May 3)', 'TASS @ -05-02 ; MISSING @ -05-03');
  check('(, May 2; TASS, May 3)', 'MISSING @ -05-02 ; TASS @ -05-03');
  check('(see , July 7)', 'MISSING @ -07-07');
  check('(see, July 7)', 'MISSING @ -07-07');
  check('(see also , July 7)', 'MISSING @ -07-07');
  check('(**, May 3)', 'MISSING @ -05-03');
  check('(“,” May 3)', 'MISSING @ -05-03');
  check('(, accessed May 3)', 'MISSING @ accessed -05-03');
  check('(, 2015)', 'MISSING @ 2015--');
  check('which he denied (as did others (, May 3) at the time)', 'MISSING @ -05-03');
});

describe('kinds of source', () => {
  check('(kavkaz-uzel.eu, May 6)', 'kavkaz-uzel.eu @ -05-06');
  check('(www.infox.ru, January 16)', 'www.infox.ru @ -01-16');
  check('(Telegram, May 22)', 'Telegram @ -05-22');
  check('(Twitter/@handle, May 3)', 'Twitter/@handle @ -05-03');
  check('(T.me/my_channel, May 3)', 'T.me/my_channel @ -05-03');
  check('(Wenweipo [Hong Kong], August 23)', 'Wenweipo @ -08-23');
  check('(Ministry of Foreign Affairs (MFA), December 28, 2023)', 'Ministry of Foreign Affairs @ 2023-12-28');
  check('(European Commission, accessed January 2)', 'European Commission @ accessed -01-02');
  check('(European Commission, accessed on 2 January 2020)', 'European Commission @ accessed 2020-01-02');
  check('(Author’s interview, Kyiv, May 2023)', 'Author’s interview, Kyiv @ 2023-05-');
  check('(al-Hayat, May 3)', 'al-Hayat @ -05-03');
  check('(la Repubblica, May 3)', 'la Repubblica @ -05-03');
  check('(Xinhua news agency, May 3)', 'Xinhua news agency @ -05-03');
  check('(24.kg, May 3)', '24.kg @ -05-03');
  check('(环球时报, May 3)', '环球时报 @ -05-03');
  check('(Новая газета, May 3)', 'Новая газета @ -05-03');
  check('(“The long war in the hills,” TASS, May 3)', 'TASS @ -05-03');
  check('(*The Guardian*, May 3)', 'The Guardian @ -05-03');
  check('([RFE/RL](https://example.org/a_(b)), September 5)', 'RFE/RL @ -09-05');
  check('([RFE/RL](media:rferl), September 5)', 'RFE/RL @ -09-05');
  check('([RFE/RL](src:rferl-1), September 5; TASS, May 2)', 'RFE/RL <rferl-1> @ -09-05 ; TASS @ -05-02');
  check('([RFE/RL](src:rferl-1); [TASS](src:tass-1))', 'RFE/RL <rferl-1> ; TASS <tass-1>');
  check('As [RFE/RL](src:rferl-1) put it', 'RFE/RL <rferl-1>');
  check('[@rferl-1; see @toi-2, p. 3]', '<rferl-1> ; <toi-2>');
  check('[@rferl-1] but not @handle or [^1] or [me@example.org]', '<rferl-1>');
});

describe('lead-ins', () => {
  check('(see EDM, January 10)', 'EDM @ -01-10');
  check('(see also EDM, January 10)', 'EDM @ -01-10');
  check('(e.g., RBC, January 22)', 'RBC @ -01-22');
  check('(see, for example, RBC, January 22)', 'RBC @ -01-22');
  check('(cf. RBC, January 22)', 'RBC @ -01-22');
  check('(via TASS, January 22)', 'TASS @ -01-22');
  check('(quoted in TASS, January 22)', 'TASS @ -01-22');
  check('(cited in TASS, January 22)', 'TASS @ -01-22');
  check('(Source: TASS, January 22)', 'TASS @ -01-22');
  check('(Seed Magazine, January 22)', 'Seed Magazine @ -01-22');
});

describe('malformed but clear', () => {
  check('(Eurasianet May 9)', 'Eurasianet @ -05-09 !no-comma');
  check('(TASS: May 9, 2021)', 'TASS @ 2021-05-09 !no-comma');
  check('(TASS – May 9)', 'TASS @ -05-09 !no-comma');
  check('(TASS,May 9)', 'TASS @ -05-09 !no-space');
  check('(AGI, April 10.)', 'AGI @ -04-10 !stray-stop');
  check('(Reuters, 06/14/04.)', 'Reuters @ 2004-06-14 !stray-stop');
  check('(Twitter.com/Name,December 14, 2023)', 'Twitter.com/Name @ 2023-12-14 !no-space');
  check('(TASS , May 9)', 'TASS @ -05-09 !space-before-comma');
  check('(TASS,, May 9)', 'TASS @ -05-09 !extra-comma');
});

describe('no citation', () => {
  check('(October 24)', 'date');
  check('(September 6–12)', 'date');
  check('(2001-2009)', 'date');
  check('(June 23, 24)', 'date');
  check('(Monday, May 3)', 'date');
  check('(London: Hurst, 2019)', 'imprint');
  check('(Cambridge, MA: MIT Press, 2010)', 'imprint');
  check('(Filiu 2009, 2010a)', 'author-date');
  check('(Marchal and Sheikh, 2015)', 'author-date');
  check('(Smith et al. 2010, p. 3; Jones 2011: 12–14)', 'author-date');
  check('(Theresa May 2017)', 'author-date');
  check('(Source: European Eye on Radicalization)', 'credit');
  for (const short of ['ISKP', 'SPLM/A', 'IS-P', 'LegCo', 'C2', 'IEDs', 'R&D', 'AFP']) check(`(${short})`, 'acronym');
  for (const words of [
    'born in 1955',
    'in Russian',
    'Part One',
    '军民融合',
    'Oakland',
    's',
    'see May 3',
    'On, July 11, July 9',
    '12, May 3',
    '5 – May 3',
    'In, 18, 28 October',
    'e.g., January 22',
    'Updated May 3, 2020',
    'Treaty of May 3',
    'Version 3, April 10, 2026',
    'the attack occurred on September 5',
    'Killed in Kabul in a raid, September 5',
    'now using “Department of War” as a secondary designation under E.O. 14347 dated September 5, 2025',
    'TASS, May 3, in Russian',
    'https://example.org/2021/09/05',
    '$34.6 billion',
    'P.L. 110-53, enacted August 3, 2007',
  ]) {
    check(`(${words})`, 'text');
  }
  check('\\(, May 3)', 'text');
  check('`(, May 3)`', 'text');
  check('<!-- (, May 3) -->', 'text');
  check('[x](https://example.org/(,May3))', 'text');
  check(`(${'Long '.repeat(120)}, May 3)`, 'text');
  check('(TASS, May 3', 'text');
});
