// cspell:disable
import { expect, test } from 'vitest';
import { inferLanguage } from '../../../../server/src/syntax/brief/language.ts';

test.each([
  [
    'en',
    'The convoy has left the port for the border, and it was not seen on the road by the people of the town. The garrison is quiet.',
  ],
  [
    'es',
    'El convoy salió del puerto y no fue visto en la carretera por los vecinos. La guarnición de la ciudad se queda en las afueras con una escolta.',
  ],
  [
    'fr',
    'Le convoi est parti du port et il n’a pas été vu sur la route par les habitants. La garnison de la ville est dans une caserne avec des gardes.',
  ],
  [
    'de',
    'Der Konvoi hat den Hafen verlassen und ist auf der Straße nicht gesehen worden. Die Garnison der Stadt wurde von einem Offizier mit dem Wagen für das Lager abgeholt.',
  ],
  [
    'pt',
    'O comboio saiu do porto e não foi visto na estrada. A guarnição da cidade ficou em uma base com os guardas, que não falam com os moradores do bairro das docas.',
  ],
  [
    'it',
    'Il convoglio ha lasciato il porto e non è stato visto sulla strada. La guarnigione della città sono i soldati che con gli altri per la notte restano nel campo di una base del nord.',
  ],
  [
    'nl',
    'Het konvooi heeft de haven verlaten en is niet gezien op de weg door de mensen van het dorp. Ook werd er een wagen met soldaten voor de poort aan de kade gezien.',
  ],
  [
    'pl',
    'Konwój wyszedł z portu i nie był widziany na drodze przez ludzi z miasta. Garnizon jest w koszarach oraz na przedmieściach, jak podaje się od rana do nocy, że dla nich są namioty.',
  ],
  [
    'ru',
    'Колонна вышла из порта, и её не видели на дороге. Гарнизон города был в казармах, как и после ночи, что также не по плану для охраны от пожара.',
  ],
  [
    'uk',
    'Колона вийшла з порту, і її не бачили на дорозі. Гарнізон міста був у казармах, як і після ночі, що також не за планом для охорони від пожежі та до ранку.',
  ],
  [
    'tr',
    'Konvoy limandan çıktı ve bir daha yolda görülmedi. Bu garnizon için gece de sakin olarak geçti, ancak sabah ile gelen bir kamyon çok sonra da orada kadar bekledi ve daha gitmedi.',
  ],
  [
    'id',
    'Konvoi itu telah pergi dari pelabuhan dan tidak terlihat di jalan oleh orang yang tinggal di kota ini. Garnisun dengan tenda untuk para penjaga akan pindah pada malam dalam hujan.',
  ],
  [
    'ar',
    'خرجت القافلة من الميناء إلى الحدود ولم يرها أحد على الطريق. كان هذا بعد أن قال السكان إن الحامية في المدينة لا تخرج من الثكنة، كما لم يكن مع الجنود ما يكفي من الماء على الطريق.',
  ],
])('%s', (language, text) => {
  expect(inferLanguage(text)).toBe(language);
});

test('silent about few words, about two languages, and about languages it does not know', () => {
  expect(inferLanguage('The convoy left the port (TASS, May 3).')).toBeUndefined();
  expect(
    inferLanguage(
      'The convoy has left the port and was not seen on the road by the people. El convoy salió del puerto y no fue visto en la carretera por los vecinos de la ciudad.',
    ),
  ).toBeUndefined();
  expect(
    inferLanguage('Konvojen lämnade hamnen och sågs inte längre på vägen när byborna gick hem.'.repeat(5)),
  ).toBeUndefined();
});
