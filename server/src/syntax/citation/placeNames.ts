/**
 * Countries and capitals, in English: facts, written by hand, since `Intl` differs between platforms. Alone before a date they
 * are no source.
 */

const COUNTRIES = `afghanistan|albania|algeria|angola|argentina|armenia|australia|austria|azerbaijan|bahrain|bangladesh|belarus|belgium|
  belize|benin|bhutan|bolivia|bosnia and herzegovina|botswana|brazil|brunei|bulgaria|burkina faso|burundi|cambodia|cameroon|canada|
  central african republic|chad|chile|china|colombia|comoros|congo|costa rica|croatia|cuba|cyprus|czech republic|czechia|
  côte d’ivoire|denmark|djibouti|dominican republic|ecuador|egypt|el salvador|england|equatorial guinea|eritrea|estonia|eswatini|ethiopia|fiji|
  finland|france|gabon|gambia|georgia|germany|ghana|greece|grenada|guatemala|guinea|guinea-bissau|guyana|haiti|honduras|hungary|
  iceland|india|indonesia|iran|iraq|ireland|israel|italy|ivory coast|jamaica|japan|jordan|kazakhstan|kenya|kosovo|kuwait|kyrgyzstan|laos|
  latvia|lebanon|lesotho|liberia|libya|lithuania|luxembourg|madagascar|malawi|malaysia|maldives|mali|malta|mauritania|mauritius|mexico|
  moldova|mongolia|montenegro|morocco|mozambique|myanmar|namibia|nepal|netherlands|new zealand|nicaragua|niger|nigeria|north korea|
  north macedonia|norway|oman|pakistan|palestine|panama|papua new guinea|paraguay|peru|philippines|poland|portugal|qatar|romania|
  russia|rwanda|saudi arabia|scotland|senegal|serbia|sierra leone|singapore|slovakia|slovenia|solomon islands|somalia|south africa|south korea|
  south sudan|spain|sri lanka|sudan|suriname|sweden|switzerland|syria|taiwan|tajikistan|tanzania|thailand|timor-leste|togo|tunisia|
  turkey|turkmenistan|türkiye|uganda|ukraine|united arab emirates|united kingdom|united states|uruguay|uzbekistan|vanuatu|venezuela|
  vietnam|wales|yemen|zambia|zimbabwe|democratic republic of the congo|drc|soviet union|uae|uk|us|usa|ussr`;

const CAPITALS = `abidjan|abu dhabi|abuja|accra|addis ababa|algiers|amman|amsterdam|ankara|antananarivo|ashgabat|asmara|astana|asunción|athens|
  baghdad|baku|bamako|bangkok|bangui|banjul|beijing|beirut|belgrade|berlin|bern|bishkek|bissau|bogotá|bogota|brasília|bratislava|brazzaville|brussels|
  bucharest|budapest|buenos aires|bujumbura|cairo|canberra|caracas|chisinau|colombo|conakry|copenhagen|dakar|damascus|dar es salaam|delhi|dhaka|
  djibouti|dodoma|doha|dublin|dushanbe|freetown|gaborone|gitega|guatemala city|hanoi|harare|havana|helsinki|islamabad|istanbul|jakarta|jerusalem|juba|kabul|
  kampala|kathmandu|khartoum|kiev|kyiv|kigali|kingston|kinshasa|kuala lumpur|kuwait city|la paz|libreville|lilongwe|lima|lisbon|ljubljana|
  lomé|lome|london|luanda|lusaka|madrid|malabo|managua|manama|manila|maputo|maseru|mexico city|minsk|mogadishu|monrovia|montevideo|moscow|muscat|
  n’djamena|nairobi|nassau|naypyidaw|new delhi|niamey|nicosia|nouakchott|nur-sultan|oslo|ottawa|ouagadougou|panama city|paramaribo|paris|
  phnom penh|podgorica|port-au-prince|port louis|prague|pretoria|pristina|pyongyang|quito|rabat|ramallah|reykjavik|riga|riyadh|rome|san josé|
  san salvador|sana’a|sanaa|santiago|santo domingo|sarajevo|seoul|singapore|skopje|sochi|sofia|stockholm|taipei|tallinn|tashkent|tbilisi|tegucigalpa|tehran|
  tirana|tokyo|tripoli|tunis|ulaanbaatar|vaduz|valletta|vatican city|vienna|vientiane|vilnius|warsaw|washington|washington dc|washington, dc|windhoek|yaoundé|yaounde|
  yerevan|zagreb|geneva|the hague|new york`;

const names = new Set([...COUNTRIES.split(/\|\s*/), ...CAPITALS.split(/\|\s*/)]);

/** `northern Syria`, `the Netherlands`. */
const part = /^(?:the )?(?:(?:north|south|east|west|central|upper|lower)(?:ern)?(?:[- ](?:east|west)(?:ern)?)? )?/;

/** Whether a name is that of a country or a capital, of a part of one, or a list of them as in `Paris, France`; whatever its case. */
export function isPlaceName(name: string): boolean {
  const folded = name.toLowerCase().replaceAll("'", '’').replaceAll('.', '');
  return isPlace(folded) || (folded.includes(',') && folded.split(/,\s?/).every(isPlace));
}

function isPlace(name: string): boolean {
  if (names.has(name)) return true;
  const lead = part.exec(name)![0].length;
  return lead > 0 && names.has(name.slice(lead));
}
