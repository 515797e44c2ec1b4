/** Organizations, groups and their class words, in English: facts, written by hand. */

/** `name|short forms`, one a line. */
export const ORGANIZATIONS = `
  African Union|AU
  African Union Mission in Somalia|AMISOM
  Arab League|League of Arab States
  Association of Southeast Asian Nations|ASEAN
  Central Intelligence Agency|CIA
  Collective Security Treaty Organization|CSTO
  Commonwealth of Independent States|CIS
  Council of Europe
  Department of Defense|DoD
  Department of State|U.S. Department of State|US Department of State|State Department|U.S. State Department
  Department for International Development|DFID
  Economic Community of West African States|ECOWAS
  European Commission
  European Union|EU
  Federal Bureau of Investigation|FBI
  Federal Security Service|FSB
  Financial Action Task Force|FATF
  Foreign and Commonwealth Office|FCO|Foreign Office
  G20
  G5 Sahel
  G7
  G8
  GRU
  Gulf Cooperation Council|GCC
  Human Rights Watch|HRW
  Amnesty International
  Intergovernmental Authority on Development|IGAD
  International Atomic Energy Agency|IAEA
  International Committee of the Red Cross|ICRC
  International Criminal Court|ICC
  International Court of Justice|ICJ
  International Monetary Fund|IMF
  International Organization for Migration|IOM
  International Syria Support Group|ISSG
  Interpol
  Europol
  Islamic Revolutionary Guard Corps|IRGC
  Israel Defense Forces|IDF
  Joint Chiefs of Staff
  Kremlin
  Ministry of Defence|MoD|MOD
  Mossad
  National Security Agency|NSA
  National Security Council|NSC
  North Atlantic Treaty Organization|NATO
  Office for the Coordination of Humanitarian Affairs|OCHA
  Organisation for the Prohibition of Chemical Weapons|OPCW
  Organisation of Islamic Cooperation|OIC
  Organization for Security and Co-operation in Europe|OSCE
  Organization of the Petroleum Exporting Countries|OPEC
  Pentagon
  People’s Liberation Army|PLA
  Red Crescent
  Red Cross
  Shanghai Cooperation Organization|SCO
  Syrian Arab Army|SAA
  Syrian Observatory for Human Rights|SOHR
  Syrian Arab Red Crescent|SARC
  Secret Intelligence Service|MI6
  Security Service|MI5
  UN Security Council|United Nations Security Council|UNSC|Security Council
  UN General Assembly|United Nations General Assembly|UNGA|General Assembly
  UNESCO
  UNHCR
  UNICEF
  UNAMI
  United Nations|UN|U.N.|UNO
  US Congress|Congress
  USAID
  World Bank
  World Food Programme|WFP
  World Health Organization|WHO
  World Trade Organization|WTO
  Médecins Sans Frontières|MSF
  Central Command|CENTCOM|U.S. Central Command
  Combined Joint Task Force – Operation Inherent Resolve|CJTF-OIR|CJTF
  Royal Air Force|RAF
  Royal Navy
  Metropolitan Police
  House of Commons
  House of Representatives
  House of Lords
  Duma|State Duma
  Knesset
  Bundestag
  Verkhovna Rada|Rada
  Wagner Group|Wagner
  White Helmets`;

export const GROUPS = `
  al-Qaeda|Al Qaeda|Al-Qaida|al-Qaida|Al Qaida|AQ
  al-Qaeda in the Arabian Peninsula|AQAP
  al-Qaeda in the Islamic Maghreb|AQIM
  al-Nusra Front|Jabhat al-Nusra|Nusra Front|al-Nusrah Front|al-Nusra|Al Nusra|Nusra|Jabhat Fateh al-Sham
  Ahrar al-Sham
  al-Shabaab|Al Shabaab|al-Shabab|Al Shabab
  Abu Sayyaf
  Ansar al-Sharia
  Ansar Dine
  Boko Haram
  Daesh|Da’esh|Da’ish|DAESH|Dáesh
  ETA
  FARC
  Fatah
  Free Syrian Army|FSA
  Haqqani network
  Hamas
  Hay’at Tahrir al-Sham|Hayat Tahrir al-Sham|HTS
  Hezbollah|Hizballah|Hizbullah|Hizbollah
  Houthis
  IRA
  Islamic Jihad|PIJ
  Islamic State|ISIS|ISIL|IS
  Islamic State of Iraq and the Levant
  Islamic State of Iraq and Syria
  Islamic State in Khorasan Province|ISKP|IS-K|ISIS-K
  Islamic State West Africa Province|ISWAP
  Jaish-e-Mohammed
  Jama’at Nusrat al-Islam wal-Muslimin|JNIM
  Jemaah Islamiyah
  Kata’ib Hezbollah|Kataib Hezbollah
  Lashkar-e-Taiba
  Lord’s Resistance Army|LRA
  M23
  Mujahedin-e Khalq|MEK
  Muslim Brotherhood
  Northern Alliance
  Peshmerga
  Kurdistan Workers’ Party|PKK
  People’s Protection Units|YPG
  Popular Mobilization Forces|PMF|Popular Mobilisation Units|PMU
  Shabiha
  Shining Path|Sendero Luminoso
  Farabundo Martí National Liberation Front|FMLN
  National Liberation Army|ELN
  Syrian Democratic Forces|SDF
  Tamil Tigers|LTTE
  Taliban
  Tehrik-i-Taliban Pakistan|TTP
  Quds Force`;

/** Last words of names of organizations, beyond those of groups. */
export const ORG_HEADS = `academy|administration|agency|alliance|assembly|association|authority|bank|board|bureau|cabinet|center|centre|chamber|charity|church|club|coalition|college|command|commission|committee|
  community|company|confederation|conference|congress|consortium|corp|corporation|corps|council|court|department|directorate|embassy|consulate|federation|forum|foundation|fund|government|group|house|inc|
  inquiry|institute|institution|judiciary|league|legislature|ltd|mission|ministry|mint|navy|network|nations|observatory|office|oig|operator|organisation|organization|panel|parliament|partnership|party|police|politburo|presidency|
  programme|program|project|regime|regiment|school|secretariat|senate|service|services|society|staff|state department|summit|syndicate|task force|team|tribunal|trust|union|university|unit|venture|working group|guard|guards|
  army|air force|airforce|artillery|battalion|brigade|brigades|division|fleet|force|forces|militia|squadron|troops|company|airlines|airways|industries|holdings|group of friends|initiative|leadership|opposition|military|media|press|constabulary|treasury|exchange|registry`;
export const GROUP_HEADS = `brigade|brigades|brotherhood|cartel|faction|fighters|front|gang|insurgency|jihad|liberation army|mafia|militants|militia|militias|movement|mujahideen|network|rebels|resistance|separatists|tigers|tribe|terrorists|insurgents|extremists|jihadists|clan|guerrillas|cell|caliphate`;
/** Words whose name goes on behind "of", "for", "on": `Ministry of Defense`. */
export const OF_HEADS = `academy|agency|army|assembly|association|bank|board|bureau|center|centre|chamber|chief|chiefs|city|coalition|college|commission|commissioner|committee|community|conference|confederation|congress|
  cooperation|corps|council|court|department|directorate|director|embassy|federation|forces|foundation|front|fund|governor|government|group|head|house|houses|institute|islamic state|king|kingdom|league|liberation|mayor|member|minister|ministers|ministry|mission|
  movement|nation|observatory|office|organisation|organization|parliament|party|people|president|premier|province|queen|republic|representative|representatives|school|secretariat|secretary|senate|service|society|speaker|state|sultan|sultanate|emirate|task force|tribunal|union|united states|university|
  adviser|advisor|ambassador|envoy|emir|gulf|strait|bay|sea|isle|horn|cape|democratic republic|people’s republic|chamber|doctors|friends|sons|soldiers|army|tigers|battle|siege|treaty|declaration|high commissioner|organization`;

/** Institutions whose field may be a list: `Ministry of Trade and Industry`. */
export const FIELD_HEADS = `ministry|department|office|commission|minister|secretary|organization|organisation|bureau|committee|institute|academy|agency|college|islamic|council|association`;
/** Words whose name goes on behind "in": `Mission in Somalia`. */
export const IN_HEADS = `state|mission|network|doctors|al-qaeda|al-qaida|qaeda|council|forces`;

/** Common nouns that end a phrase about a body of people: `ISIL terrorists`, `Iraqi security forces`. */
export const COLLECTIVES = `activists|administration|agencies|agents|air force|allies|ambassador|analysts|armies|army|authorities|cabinet|child|children|citizens|civilians|clerics|coalition|colleagues|commanders|commander|communities|community|companies|congress|
  contingent|contractors|council|counterpart|counterparts|defectors|delegation|delegations|diplomats|doctors|embassy|employees|establishment|expatriates|exiles|expats|experts|extremists|factions|families|farmers|fighter|fighters|firms|forces|force|government|governments|group|groups|
  guards|hostages|immigrants|insurgents|intelligence|inspectors|jihadists|journalists|judges|judiciary|lawmakers|lawyers|leader|leaders|leadership|loyalists|media|members|mercenaries|merchants|migrants|militants|military|militia|militias|militiamen|minister|ministers|minority|mission|mujahideen|nationals|nation|nations|
  navy|negotiators|networks|network|officer|officers|official|officials|operatives|opposition|oligarchs|parliament|parties|partners|party|pastoralists|patients|peacekeepers|people|peoples|personnel|pilots|police|policemen|political leaders|politicians|population|populations|president|prisoners|prosecutors|public|ranks|rebels|recruits|refugees|
  regime|representatives|representative|residents|returnees|rulers|sailors|scientists|security forces|senators|separatists|servicemen|settlers|society|soldier|soldiers|spies|spokesman|spokesperson|spokeswoman|staff|state|students|successor|supporters|survivors|sympathizers|sympathisers|taxpayers|teachers|team|teams|terrorist|terrorists|tourists|traders|tribes|troops|unit|units|veterans|victims|villagers|volunteers|voters|
  warlords|women|workers|youth|detainees|inmates|women and children|states|member states|countries|prime minister|foreign minister|defector|businessmen|militant|rebel|elements|cells|cell|brigade|brigades|battalion|battalions|proxies|bloc|envoy|parliamentarians|legislators|mps|chief`;
/** Of these, what a country or ruler has one of: `Syrian army`, `Assad regime`. */
export const INSTITUTIONS = `administration|air force|army|cabinet|coalition|government|intelligence|judiciary|leadership|military|navy|opposition|parliament|police|presidency|regime|security forces|state media|embassy|armed forces|airforce|forces`;
/** Of these, a single person. */
export const SINGLE_PERSONS = `ambassador|commander|leader|minister|officer|official|president|representative|spokesman|spokesperson|spokeswoman|soldier|fighter|militant|terrorist|prime minister|foreign minister|defector|rebel|envoy|chief|child`;
/** Words between the name and such a noun: `Coalition military forces`. */
export const MODIFIERS = `advance|affiliated|aid|air|airborne|allied|anti-aircraft|armed|armored|armoured|army|artillery|authoritarian|backed|based|bombing|border|brutal|business|civil|civilian|coast|combat|communist|counter-terrorism|counterterrorism|cyber|defense|defence|democratic|diplomatic|
  emergency|elite|expeditionary|extremist|federal|fellow|fighter|finance|first|foreign|former|ground|guerrilla|health|high|humanitarian|insurgent|intelligence|interim|international|irregular|islamist|jihadi|jihadist|joint|key|land|law|led|leading|leftist|legal|local|marine|media|medical|member|migrant|militant|military|moderate|
  national|naval|news|newly|nuclear|occupation|occupying|oil|opposition|paramilitary|parliamentary|partner|police|political|private|provincial|proxy|public|puppet|rebel|regional|religious|rescue|reserve|ruling|secret|security|senior|separatist|special|spy|state|tactical|tank|terror|terrorist|top|trade|transitional|tribal|union|united|young|tyrannical|murderous|own|free|rescue|relief`;
/** Words before "of" or "in" in a phrase about people: `the people of Mosul`. */
export const PEOPLE_PHRASES = `armies|army|authorities|cabinet|children|church|citizens|coalition|communities|community|department|families|forces|friends|government|governments|king|leader|leaders|leadership|majority|members|military|ministry|
  minorities|parliament|partners|people|peoples|police|population|populations|president|prime minister|public|queen|regime|rebels|refugees|representatives|residents|rulers|supporters|survivors|university|victims|women|youth`;
