/**
 * The words by which a line on the page is known to tell of a gift paid in Stars, by language. Which of them a page uses
 * need not be known: a line has to hold a number of Stars and the word for a gift of the same language.
 */
import { readWritten } from '../number-text.ts';

/** What a line says in one language. */
interface GiftWords {
  readonly language: string;
  /** All that stands beside the number of Stars. */
  readonly stars: RegExp;
  /** Somewhere in a line that tells of a gift. */
  readonly gift: RegExp;
  /** In the same line: that it was sent. */
  readonly sent: RegExp;
  /** Somewhere in a line that tells of something else that has to do with gifts: an upgrade, a refund, a sale. */
  readonly other: RegExp;
}

/** Some languages keep the English name, and some lines have a star instead of a word. */
const beside = (words: string) => new RegExp(`^(?:(?:${words})|stars?|[⭐🌟]\\uFE0F?)$`, 'iu');

const words = (
  language: string,
  stars: string,
  gift: string,
  sent: string,
  other: string,
): GiftWords => ({
  language,
  stars: beside(stars),
  gift: new RegExp(gift, 'iu'),
  sent: new RegExp(sent, 'iu'),
  other: new RegExp(other, 'iu'),
});

const table: readonly GiftWords[] = [
  words(
    'en',
    'stars?',
    '\\bgifts?\\b',
    '\\bsent\\b|\\bgave\\b',
    'upgrad|refund|convert|giveaway|\\bsold\\b|offer|transfer',
  ),
  words(
    'de',
    'sterne?n?',
    'geschenk',
    'gesendet|geschickt|geschenkt',
    'upgrade|aufwert|aufgewert|erstatt|umgewandelt|verlosung|verkauf|angebot|übertrag',
  ),
  words(
    'es',
    'estrellas?',
    'regalo',
    'envi[aáoóeé]',
    'mejor|reembols|convert|sorteo|vend|oferta|transf',
  ),
  words(
    'fr',
    'étoiles?',
    'cadeau',
    'envoy|offert',
    'amélior|rembours|conver|concours|vend|\\boffre\\b|transf',
  ),
  words(
    'it',
    'stell[ae]',
    'regalo',
    'inviat|regalat',
    'miglior|rimbors|convert|giveaway|vend|offerta|trasfer',
  ),
  words(
    'pt',
    'estrelas?',
    'presente',
    'envi[aáoóeé]',
    'melhor|aprimor|reembols|convert|sorteio|vend|oferta|transfer',
  ),
  words(
    'nl',
    'ster(?:ren)?',
    'cadeau|geschenk',
    'gestuurd|verzonden|gegeven',
    'upgrade|terugbet|omgezet|weggeef|verkocht|aanbod|overgedragen',
  ),
  words(
    'pl',
    'gwiazd\\p{L}*',
    'prezent|podarun',
    'wys[łyl]|przes[łyl]',
    'ulepsz|zwrot|zwróc|zamien|konkurs|sprzeda|ofert',
  ),
  words(
    'ru',
    'зв[её]зд\\p{L}*',
    'подар',
    'отправ|подарил',
    'улучш|возвра|вернул|обмен|конверт|розыгрыш|прода|предлож|переда',
  ),
  words(
    'uk',
    'зір\\p{L}*',
    'подарун',
    'надісл|надсил|подарува',
    'покращ|поверн|обмін|розіграш|прода|пропоз|переда',
  ),
  words(
    'tr',
    'yıldız\\p{L}*',
    'hediye',
    'gönder',
    'yükselt|iade|dönüştür|çekiliş|sat[ıt]|teklif|aktar',
  ),
  words(
    'id',
    'bintang',
    'hadiah|kado',
    '[kg]irim|memberi',
    'ningkat|tingkat|kembali|konversi|undian|jual|tawar|transfer',
  ),
  words(
    'ar',
    'نجوم|نجمة|نجمات|نجمًا|نجما',
    'هدية|هديّة',
    'أرسل|أهد',
    'ترقية|استرداد|استرجاع|تحويل|سحب|بيع|نقل',
  ),
  words(
    'fa',
    'ستاره',
    'هدیه',
    'فرستاد|ارسال',
    'ارتقا|بازگشت|بازپرداخت|تبدیل|قرعه|فروخت|پیشنهاد|انتقال',
  ),
  words(
    'ko',
    '(?:별|스타)(?: ?개)?|개의? ?(?:별|스타)',
    '선물',
    '보냈|보냄|선물했',
    '업그레이드|환불|전환|추첨|판매|제안|양도',
  ),
  words(
    'ja',
    'スター(?: ?個)?|個の ?スター',
    'ギフト|プレゼント|贈り物',
    '送りました|送った|贈りました|贈った',
    'アップグレード|返金|変換|抽選|売|提案|譲',
  ),
  words(
    'zh',
    '[颗顆個个]? ?(?:星星|星)',
    '礼物|禮物',
    '送出|送了|发送|發送|赠送|贈送',
    '升级|升級|退款|转换|轉換|抽奖|抽獎|出售|报价|報價|转让|轉讓',
  ),
];

/** The languages in which lines are read, as BCP 47 tags. */
export const languages: readonly string[] = table.map(({ language }) => language);

/** What a line with a number in bold letters comes to. */
export interface LineMeaning {
  /** `gift`: Stars were given. `unclear`: it has to do with a gift and Stars, in words that are not known. */
  readonly kind: 'gift' | 'unclear' | 'other';
  /** The languages in which it says so. */
  readonly languages: readonly string[];
}

/** What `cost` and `line`, the same line without cost and names, tell together. */
export function meaningOf(cost: string, line: string): LineMeaning {
  const unit = unitOf(cost);
  const text = line.normalize('NFKC');
  const about = table.filter(
    ({ stars, gift }) => unit !== null && stars.test(unit) && gift.test(text),
  );
  const isOther = about.length === 0 || about.some(({ other }) => other.test(text));
  const told = about.filter(({ sent }) => sent.test(text)).map(({ language }) => language);
  const kind = isOther ? 'other' : told.length === 0 ? 'unclear' : 'gift';
  return { kind, languages: kind === 'gift' ? told : [] };
}

/** What stands beside the only number in a text; null where there is none, or several. */
function unitOf(cost: string): string | null {
  try {
    const { before, after } = readWritten(cost);
    return `${before} ${after}`.trim();
  } catch {
    return null;
  }
}
