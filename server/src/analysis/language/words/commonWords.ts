/** Words that say nothing about what a text is about, in English and Spanish, folded. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `
  a about after again against all also among an and any are around as at be because been before being between both but by can could did do
  does down during each either few first for from further had has have having he her here him his how however if in into is it its itself
  last later less many may me might more most much must near new no nor not now of off on once one only or other our out over own per
  said say says same she should since so some still such than that the their them then there these they this those though three through
  to told too two under until up upon us very was we were what when where which while who whom whose why will with within without would you
  according report reports reported
  al algo algunas algunos ante antes asi aun aunque bajo bien cada como con contra cual cuando de del desde despues dijo donde dos durante
  el ella ellas ellos en entre era eran es esa esas ese eso esos esta estaba estado estan estar estas este esto estos fue fueron ha haber
  habia han hasta hay la las le les lo los mas me mientras mismo mucho muy nada ni nos o otra otras otro otros para pero poco por porque
  pues que quien quienes se sea segun ser si sido sin sino sobre solo son su sus tal tambien tan tanto tiene tienen toda todas todo todos
  tras tres un una unas uno unos y ya informo informa
  january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday yesterday today
  enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
  lunes martes miercoles jueves viernes sabado domingo ayer hoy
  `
    .trim()
    .split(/\s+/),
);
