/** What people and things of countries are called, in English: facts, written by hand. `adjective` or `adjective:plural`. */
export const DEMONYMS = `arabic|hebrew|farsi|pashto|dari|mandarin|cantonese|urdu|hindi|swahili|latin|islamic|islamist:islamists|buddhist:buddhists|hindu:hindus|catholic:catholics|orthodox|protestant:protestants|communist:communists|salafist:salafists|salafi:salafis|jihadist:jihadists|baathist:baathists|afghan:afghans|african:africans|albanian:albanians|alawite:alawites|algerian:algerians|american:americans|angolan:angolans|
  arab:arabs|argentine:argentines|armenian:armenians|asian:asians|assyrian:assyrians|australian:australians|austrian:austrians|azerbaijani:azerbaijanis|azeri:azeris|
  bahraini:bahrainis|balkan|baltic|baloch:balochs|bangladeshi:bangladeshis|bedouin:bedouins|belarusian:belarusians|belgian:belgians|bolivian:bolivians|
  bosnian:bosnians|botswanan|brazilian:brazilians|british:britons|bulgarian:bulgarians|burkinabe|burmese|burundian:burundians|cambodian:cambodians|
  cameroonian:cameroonians|canadian:canadians|catalan:catalans|chadian:chadians|chechen:chechens|chilean:chileans|chinese|christian:christians|circassian:circassians|
  colombian:colombians|congolese|copt:copts|coptic|corsican:corsicans|croatian:croatians|croat:croats|cuban:cubans|cypriot:cypriots|czech:czechs|danish:danes|
  djiboutian:djiboutians|druze|dutch|ecuadorian:ecuadorians|egyptian:egyptians|emirati:emiratis|english|eritrean:eritreans|estonian:estonians|
  ethiopian:ethiopians|european:europeans|filipino:filipinos|finnish:finns|french|fulani|gabonese|gambian:gambians|georgian:georgians|german:germans|
  ghanaian:ghanaians|greek:greeks|guatemalan:guatemalans|guinean:guineans|haitian:haitians|hausa|hazara:hazaras|honduran:hondurans|houthi:houthis|hungarian:hungarians|hutu:hutus|
  icelandic:icelanders|igbo|indian:indians|indonesian:indonesians|iranian:iranians|iraqi:iraqis|irish|israeli:israelis|italian:italians|ivorian:ivorians|
  jamaican:jamaicans|japanese|jewish:jews|jordanian:jordanians|kashmiri:kashmiris|kazakh:kazakhs|kenyan:kenyans|korean:koreans|kosovar:kosovars|kurdish:kurds|
  kuwaiti:kuwaitis|kyrgyz|lao|latvian:latvians|lebanese|liberian:liberians|libyan:libyans|lithuanian:lithuanians|macedonian:macedonians|malagasy|malawian:malawians|
  malaysian:malaysians|malian:malians|maltese|mauritanian:mauritanians|mexican:mexicans|moldovan:moldovans|mongolian:mongolians|montenegrin:montenegrins|
  moroccan:moroccans|mozambican:mozambicans|muslim:muslims|namibian:namibians|nepali:nepalis|nepalese|nicaraguan:nicaraguans|nigerian:nigerians|
  nigerien:nigeriens|north korean:north koreans|norwegian:norwegians|omani:omanis|oromo|pakistani:pakistanis|palestinian:palestinians|panamanian:panamanians|
  pashtun:pashtuns|persian:persians|peruvian:peruvians|polish:poles|portuguese|qatari:qataris|rohingya|romanian:romanians|russian:russians|rwandan:rwandans|
  sahrawi:sahrawis|salvadoran:salvadorans|saudi:saudis|scottish:scots|senegalese|serbian:serbians|serb:serbs|shia|shi’ite:shi’ites|shiite:shiites|sikh:sikhs|sierra leonean|
  singaporean:singaporeans|slovak:slovaks|slovenian:slovenians|somali:somalis|south african:south africans|south korean:south koreans|south sudanese|
  soviet:soviets|spanish:spaniards|sri lankan:sri lankans|sudanese|sunni:sunnis|swedish:swedes|swiss|syrian:syrians|taiwanese|tajik:tajiks|tamil:tamils|tanzanian:tanzanians|
  tatar:tatars|thai:thais|tibetan:tibetans|tigrayan:tigrayans|togolese|tuareg:tuaregs|tunisian:tunisians|turkish:turks|turkmen|tutsi:tutsis|ugandan:ugandans|ukrainian:ukrainians|
  uruguayan:uruguayans|uyghur:uyghurs|uzbek:uzbeks|venezuelan:venezuelans|vietnamese|welsh|western|yazidi:yazidis|yezidi:yezidis|yemeni:yemenis|zambian:zambians|zimbabwean:zimbabweans`;
