/** Outlets and platforms with their domains: facts, written by hand. `name|other names|domains`, one a line, each part separated by commas. */
export const OUTLETS = `
  Aaj News||aaj.tv
  ABC News||abcnews.go.com
  Agencia EFE|EFE|efe.com
  Agence France-Presse|AFP|afp.com
  Ahram Online||english.ahram.org.eg
  Al Arabiya|Al-Arabiya|alarabiya.net
  Al Jazeera|Al-Jazeera|aljazeera.com, aljazeera.net
  Al Mayadeen|Al-Mayadeen|almayadeen.net
  Al-Ahram||ahram.org.eg
  Al-Alam||alalam.ir
  Al-Hayat||alhayat.com
  Al-Manar|Al Manar|almanar.com.lb
  Al-Monitor|Al Monitor|al-monitor.com
  Al-Quds Al-Arabi||alquds.co.uk
  Amaq|Amaq News Agency|
  Anadolu Agency|Anadolu, AA|aa.com.tr
  ANSA||ansa.it
  Antara||antaranews.com
  Arab News||arabnews.com
  Armenpress||armenpress.am
  Asharq Al-Awsat|Al-Sharq Al-Awsat|aawsat.com
  Asia-Plus|Asia Plus|asiaplustj.info
  Associated Press|AP|apnews.com, ap.org
  Axios||axios.com
  Azertac||azertag.az
  BBC|BBC News, BBC Monitoring|bbc.com, bbc.co.uk
  Bellingcat||bellingcat.com
  BelTA||belta.by
  Bernama||bernama.com
  Bloomberg||bloomberg.com
  CBC||cbc.ca
  CBS News||cbsnews.com
  CCTV||cctv.com
  CGTN||cgtn.com
  CNN||cnn.com
  Daily Mail||dailymail.co.uk
  Daily Sabah||dailysabah.com
  Daily Telegraph|The Telegraph, The Daily Telegraph|telegraph.co.uk
  Dawn||dawn.com
  defenceWeb||defenceweb.co.za
  Defense News||defensenews.com
  Der Spiegel|Spiegel|spiegel.de
  Deutsche Welle|DW|dw.com
  Die Zeit||zeit.de
  dpa||dpa.com
  Duvar|Gazete Duvar|gazeteduvar.com.tr
  El País||elpais.com
  Euronews||euronews.com
  Eurasianet|EurasiaNet|eurasianet.org
  Fars News Agency|Fars, Fars News|farsnews.ir
  Financial Times|FT|ft.com
  Focus Taiwan||focustaiwan.tw
  Foreign Affairs||foreignaffairs.com
  Foreign Policy||foreignpolicy.com
  Fox News||foxnews.com
  France 24||france24.com
  Frankfurter Allgemeine Zeitung|FAZ|faz.net
  Gazeta.ru||gazeta.ru
  Geo News||geo.tv
  Global Times|Huanqiu Shibao|globaltimes.cn, huanqiu.com
  Haaretz||haaretz.com
  Hindustan Times||hindustantimes.com
  Human Rights Watch|HRW|hrw.org
  Hürriyet|Hurriyet|hurriyet.com.tr
  Infobae||infobae.com
  Interfax|Интерфакс|interfax.ru, interfax.com
  Interfax-Ukraine||interfax.com.ua
  International Crisis Group|Crisis Group, ICG|crisisgroup.org
  IRNA||irna.ir
  ISNA||isna.ir
  Izvestia|Izvestiya|iz.ru
  Janes|Jane’s|janes.com
  Jeune Afrique||jeuneafrique.com
  Jerusalem Post||jpost.com
  Kavkaz-Uzel|Caucasian Knot, Kavkazsky Uzel|kavkaz-uzel.eu
  KCNA||kcna.kp
  Khaama Press||khaama.com
  Kommersant||kommersant.ru
  KUNA||kuna.net.kw
  Kyiv Independent||kyivindependent.com
  Kyiv Post||kyivpost.com
  Kyodo|Kyodo News|kyodonews.net
  La Repubblica|Repubblica|repubblica.it
  Le Figaro||lefigaro.fr
  Le Monde||lemonde.fr
  Lenta.ru||lenta.ru
  Liberty Times||ltn.com.tw
  Libération||liberation.fr
  Long War Journal|FDD’s Long War Journal|longwarjournal.org
  Los Angeles Times||latimes.com
  Malijet||malijet.com
  Mediazona||zona.media
  Meduza||meduza.io
  Mehr News Agency|Mehr, Mehr News|mehrnews.com
  Middle East Eye||middleeasteye.net
  MIT Technology Review||technologyreview.com
  National||thenationalnews.com
  NBC News||nbcnews.com
  New York Times|The New York Times, NYT|nytimes.com
  NHK||nhk.or.jp
  Nikkei|Nikkei Asia|nikkei.com, asia.nikkei.com
  North Press Agency||npasyria.com
  Novaya Gazeta||novayagazeta.ru
  NPR||npr.org
  NZZ|Neue Zürcher Zeitung|nzz.ch
  Pajhwok|Pajhwok Afghan News|pajhwok.com
  People’s Daily|Renmin Ribao|people.com.cn
  Politico||politico.com, politico.eu
  Premium Times||premiumtimesng.com
  Press TV|PressTV|presstv.ir
  Press Trust of India|PTI|ptinews.com
  Punch||punchng.com
  Radio Free Asia|RFA|rfa.org
  Radio Free Europe/Radio Liberty|RFE/RL, Radio Liberty, Radio Free Europe|rferl.org
  Radio Ozodi||ozodi.org
  Radio Svoboda||svoboda.org
  Radio France Internationale|RFI|rfi.fr
  RBC|РБК|rbc.ru
  Reuters||reuters.com
  RIA Novosti|RIA|ria.ru
  RT|Russia Today|rt.com
  Rossiyskaya Gazeta||rg.ru
  Rudaw||rudaw.net
  SANA||sana.sy
  Sky News||news.sky.com
  South China Morning Post|SCMP|scmp.com
  Sputnik||sputniknews.com
  Straits Times||straitstimes.com
  Süddeutsche Zeitung||sueddeutsche.de
  Syrian Observatory for Human Rights|SOHR|syriahr.com
  Taipei Times||taipeitimes.com
  Tanjug||tanjug.rs
  TASS|ITAR-TASS, ТАСС|tass.com, tass.ru
  Tasnim|Tasnim News Agency|tasnimnews.com
  taz||taz.de
  The Diplomat||thediplomat.com
  The Economist||economist.com
  The Guardian|Guardian|theguardian.com
  The Hill||thehill.com
  The Independent|Independent|independent.co.uk
  The Moscow Times|Moscow Times|themoscowtimes.com
  The National||thenationalnews.com
  The Times|Times of London|thetimes.co.uk, thetimes.com
  The War Zone||twz.com
  Times of India|TOI|timesofindia.indiatimes.com
  Times of Israel|The Times of Israel|timesofisrael.com
  TOLOnews|Tolo News|tolonews.com
  TRT World|TRT|trtworld.com
  UKRINFORM|Ukrinform|ukrinform.net, ukrinform.ua
  Ukrayinska Pravda|Ukrainska Pravda|pravda.com.ua
  UNIAN||unian.net, unian.ua
  United Press International|UPI|upi.com
  USA Today||usatoday.com
  Vanguard||vanguardngr.com
  Vedomosti||vedomosti.ru
  Voice of America|VOA|voanews.com
  VOA Afrique||voaafrique.com
  WAFA||wafa.ps
  Wall Street Journal|The Wall Street Journal, WSJ|wsj.com
  War on the Rocks||warontherocks.com
  Washington Post|The Washington Post|washingtonpost.com
  Xinhua|Xinhua News Agency|xinhuanet.com, news.cn
  Yonhap|Yonhap News Agency|yna.co.kr
  ZDF||zdf.de`;

/** Platforms, on which anyone can post, in the same form. */
export const PLATFORMS = `
  Bilibili||bilibili.com
  Bluesky||bsky.app
  Douyin||douyin.com
  Facebook||facebook.com, fb.com
  Instagram||instagram.com
  Mastodon||mastodon.social
  Odnoklassniki||ok.ru
  Rumble||rumble.com
  Rutube||rutube.ru
  Telegram|Телеграм|t.me, telegram.me
  TikTok||tiktok.com
  Truth Social||truthsocial.com
  VKontakte|VK, ВКонтакте|vk.com
  WeChat|Weixin, 微信|weixin.qq.com
  Weibo|Sina Weibo, 微博|weibo.com
  WhatsApp||whatsapp.com
  X|Twitter|x.com, twitter.com
  YouTube||youtube.com, youtu.be`;

/** Last words of names of outlets. */
export const MEDIA_HEADS = `broadcasting|bulletin|channel|chronicle|daily|gazette|herald|journal|magazine|monitor|news|newspaper|newswire|observer|online|post|radio|television|tv|telegraph|times|tribune|weekly|zeitung|pravda|wire`;
