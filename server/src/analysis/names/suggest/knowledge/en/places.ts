/** Cities, regions, waters and their class words, in English: facts, written by hand. Countries: countries.json. */

/** Capitals, and cities of about half a million people or that the news often names. */
export const CITIES = `abadan|aberdeen|abidjan|abu dhabi|abuja|accra|adana|addis ababa|aden|agadez|ahmedabad|ahvaz|al-hasakah|aleppo|alexandria|algiers|almaty|amman|
  amritsar|amsterdam|anbar|ankara|antalya|antananarivo|antioch|antwerp|arbil|ashgabat|asmara|astana|asunción|athens|atlanta|auckland|avdiivka|baghdad|bakhmut|baku|bamako|
  bandung|bangalore|bangkok|bangui|banjul|barcelona|basel|basra|bata|beersheba|beijing|beira|beirut|belfast|belgorod|belgrade|benghazi|berlin|bern|bethlehem|
  birmingham|bishkek|bissau|blantyre|boa vista|bogotá|bogota|boston|bouaké|brasília|bratislava|brazzaville|brighton|brisbane|bristol|brussels|bryansk|bucharest|budapest|
  buenos aires|bujumbura|bukavu|bukhara|bunia|bursa|busan|cairo|calais|calcutta|cali|canberra|cannes|cape town|caracas|cardiff|cartagena|casablanca|chengdu|chennai|
  cherkasy|chernihiv|chernivtsi|chicago|chisinau|chittagong|chongqing|ciudad juárez|cologne|colombo|conakry|constantinople|copenhagen|córdoba|cotonou|crete|culiacán|
  dakar|dalian|dallas|damascus|dar es salaam|davos|dayr az zawr|deir ez-zor|deir al-zour|delhi|denver|deraa|daraa|derna|derry|detroit|dhaka|diyarbakir|dnipro|dodoma|doha|donetsk|
  dresden|dubai|dublin|durban|dushanbe|düsseldorf|edinburgh|erbil|fallujah|faizabad|fergana|florence|frankfurt|freetown|fukuoka|gaborone|gao|gaza city|gaziantep|gdansk|
  geneva|genoa|gibraltar|gitega|glasgow|goma|gothenburg|grozny|guadalajara|guangzhou|guantanamo|guatemala city|guayaquil|gwadar|haifa|halabja|hama|hamburg|hanoi|harare|
  hargeisa|havana|hebron|helsinki|helmand|herat|hiroshima|ho chi minh city|homs|hong kong|houston|hyderabad|ibadan|idlib|incirlik|irkutsk|isfahan|islamabad|istanbul|
  izmir|izyum|jaffna|jakarta|jalalabad|jeddah|jenin|jerusalem|johannesburg|juba|kabul|kaduna|kampala|kananga|kandahar|kano|kansas city|karachi|karbala|kathmandu|kaunas|
  kazan|kharkiv|kherson|khartoum|kidal|kiev|kigali|kingston|kinshasa|kirkuk|kismayo|kobe|kobane|kobani|kolkata|konduz|kramatorsk|krasnodar|kuala lumpur|kunduz|kunming|kupiansk|
  kursk|kuwait city|kyiv|kyoto|la paz|lagos|lahore|las vegas|latakia|leeds|leipzig|lhasa|libreville|lilongwe|lima|lisbon|liverpool|ljubljana|lomé|london|los angeles|
  luanda|lubumbashi|lugano|luhansk|lusaka|lviv|lyman|lyon|macau|madrid|magdeburg|mahajanga|maiduguri|makhachkala|malabo|malakal|malmö|managua|manama|manbij|manchester|mandalay|manila|
  maputo|marawi|mariupol|marrakesh|marseille|mashhad|mazar-e-sharif|mecca|medellín|medina|melbourne|melitopol|mexico city|miami|milan|minsk|misrata|mogadishu|mombasa|
  monrovia|monterrey|montevideo|montreal|mopti|moscow|mosul|mumbai|munich|muscat|mykolaiv|nablus|nagasaki|nagoya|nairobi|najaf|nampula|nanjing|nantes|naples|nassau|
  naypyidaw|ndjamena|n’djamena|new delhi|new orleans|new york|newcastle|niamey|nice|nicosia|nineveh|nizhny novgorod|nouakchott|novosibirsk|nur-sultan|oakland|odesa|odessa|
  okinawa|omdurman|omsk|oran|osaka|oslo|ottawa|ouagadougou|oxford|palermo|palmyra|panama city|paramaribo|paris|peshawar|perth|philadelphia|phnom penh|phoenix|pittsburgh|
  podgorica|pokrovsk|port louis|port moresby|port sudan|port-au-prince|portland|porto|potsdam|prague|praia|pretoria|pripyat|pristina|pyongyang|qamishli|qom|quetta|quito|rabat|
  rafah|ramadi|ramallah|ramstein|rangoon|raqqa|raqqah|rawalpindi|recife|reykjavik|riga|rio de janeiro|riyadh|rome|rostov-on-don|rotterdam|sacramento|saint petersburg|
  samara|samarra|samarkand|san diego|san francisco|san josé|san salvador|sana’a|sanaa|santiago|santo domingo|são paulo|sarajevo|seattle|sebha|sendai|seoul|sevastopol|
  seville|sfax|shanghai|sharjah|sheffield|shenyang|shenzhen|shiraz|shymkent|simferopol|sinjar|sirte|skopje|sochi|sofia|soledar|southampton|srebrenica|srinagar|stockholm|strasbourg|
  stuttgart|sumy|surabaya|suva|sydney|tabriz|taichung|taipei|tallinn|tangier|tartus|tashkent|tbilisi|tegucigalpa|tehran|tel afar|tel aviv|the hague|thessaloniki|tianjin|tijuana|
  tikrit|timbuktu|tirana|tokyo|toronto|toulouse|trieste|tripoli|tunis|turin|ulaanbaatar|urumqi|valencia|valletta|vancouver|varna|venice|vienna|vientiane|vilnius|
  vinnytsia|vladivostok|volgograd|warsaw|washington|washington dc|washington d.c|washington, d.c|wellington|windhoek|wuhan|xi’an|yangon|yaoundé|yekaterinburg|yerevan|yokohama|
  zagreb|zahedan|zanzibar|zaporizhzhia|zhytomyr|zürich|zurich`;

/** Regions, provinces, seas and mountains that stand without a class word. */
export const REGIONS = `abkhazia|adjara|africa|aegean|alaska|alps|america|americas|amhara|amur|anatolia|andalusia|andes|antarctic|arabia|arabian peninsula|arabian sea|arctic|asia|asia-pacific|
  atlantic|balkans|balochistan|baltics|bavaria|beqaa|bessarabia|black sea|borno|brittany|bukovina|cabo delgado|california|caribbean|caspian sea|catalonia|caucasus|central africa|
  central america|central asia|chechnya|congo basin|corsica|crimea|cyrenaica|dagestan|darfur|diffa|donbas|donbass|east africa|east asia|eastern europe|eurasia|euphrates|europe|far east|
  fezzan|florida|galicia|gaza|gaza strip|golan|golan heights|great lakes|gulf|guantanamo bay|guangdong|hainan|hamptons|himalayas|hindu kush|hokkaido|horn of africa|indian ocean|indo-pacific|
  ingushetia|inner mongolia|ituri|jammu|java|kashmir|katanga|khorasan|khyber|kordofan|korean peninsula|kurdistan|kuril islands|lake chad|latin america|levant|liptako-gourma|logone|
  lombardy|maghreb|manchuria|matabeleland|mediterranean|mekong|mena|mesopotamia|middle east|mindanao|moravia|nagorno-karabakh|near east|negev|niger delta|nile|nile delta|north africa|
  north america|north caucasus|north kivu|north sea|northern ireland|nuristan|ogaden|okinawa|oromia|ossetia|outer mongolia|pacific|pacific ocean|pamir|panjshir|persian gulf|prussia|punjab|puntland|
  quebec|red sea|rhine|rojava|sahara|sahel|sardinia|saxony|scandinavia|scotland|england|wales|siberia|sichuan|sicily|silesia|sinai|sindh|silk road|somaliland|south america|south asia|
  south caucasus|south china sea|south kivu|south ossetia|southeast asia|south-east asia|sub-saharan africa|sulu|sumatra|tajikistan|taiwan strait|texas|tibet|tigray|tigris|tillabéri|transnistria|
  transcarpathia|tripolitania|upper nile|urals|virginia|volga|waziristan|west africa|west bank|western balkans|western europe|white house|xinjiang|yunnan|zaporizhia|levant|britain|great britain|holland|
  the gambia|ivory coast|czech republic|turkey|burma|swaziland|macedonia|democratic republic of the congo|democratic republic of congo|republic of congo|congo-brazzaville|drc|
  soviet union|ussr|yugoslavia|czechoslovakia|east germany|uae|uk|u.k|us|u.s|usa|u.s.a|united states of america|syrian arab republic|islamic republic of iran|prc|people’s republic of china|
  dprk|rok|ksa|palestinian territories|dead sea|sea of azov|sea of japan|east china sea|yellow sea|gulf of aden|gulf of oman|gulf of guinea|bay of bengal|strait of hormuz|hormuz|bab el-mandeb|bosporus|
  bosphorus|dardanelles|suez|suez canal|panama canal|english channel|downing street|whitehall|camp david|capitol hill|silicon valley`;

/** Last words of names of places, and first words of them. */
export const PLACE_HEADS = `castle|cemetery|citadel|gate|museum|palace|shrine|stadium|temple|tower|airbase|airfield|airport|alley|archipelago|area|avenue|base|bay|beach|border|boulevard|bridge|canal|cape|city|coast|compound|corridor|county|
  crossing|dam|delta|department|desert|district|enclave|forest|gorge|governorate|gulf|harbor|harbour|heartland|heights|highlands|highway|hill|hills|island|islands|isle|isthmus|junction|lake|line|marsh|
  marshes|mosque|cathedral|monastery|mount|mountain|mountains|neighborhood|neighbourhood|oasis|oblast|ocean|pass|peninsula|plain|plateau|plaza|port|prefecture|prison|province|provinces|raion|
  ranch|range|reef|refinery|region|regions|reservoir|ridge|river|road|sea|sector|settlement|shelf|shore|square|state|station|steppe|strait|straits|street|strip|suburb|suburbs|territories|territory|town|
  towns|valley|village|villages|volcano|waters|waterway|wilaya|woods|zone|countryside|refugee camp|airspace|front line|frontline|soil|hinterland|capital|university hospital|hospital`;
export const PLACE_OPENERS = `cape|camp|fort|jabal|jebel|khirbet|lake|mount|mt|port|saint|san|santa|tal|tel|tell|umm|wadi|ayn|ain|dayr|deir|ras|bir|kafr|bab|qal’at|el|new|nahr`;
/** Words before "of" in the phrase around a place: `the city of Mosul`. */
export const PLACE_PHRASES = `area|areas|bank|banks|border|capital|city|coast|countryside|district|gulf|island|islands|north|northern|northeast|northwest|outskirts|part|parts|port|province|
  region|regions|republic|sea|south|southeast|southwest|east|west|state|strait|suburb|suburbs|territory|town|vicinity|village|villages|center|centre|rest|isle`;
/** Words before the name that narrow a place: `eastern Aleppo`. */
export const DIRECTIONS = `north|south|east|west|northern|southern|eastern|western|central|northeast|northwest|southeast|southwest|northeastern|northwestern|southeastern|
  southwestern|north-east|north-west|south-east|south-west|north-eastern|north-western|south-eastern|south-western|upper|lower|inner|outer|rural|downtown|coastal|greater|mainland|occupied`;
/** Prepositions before places. */
export const PLACE_PREPOSITIONS = `across|around|at|beyond|from|in|inside|into|near|outside|surrounding|throughout|toward|towards|within|liberated|besieged|southward|northward|via`;
