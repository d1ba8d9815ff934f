/** The words by which the mark of a comment tells that Stars were sent with it, by language. */
import { readWritten } from '../number-text.ts';

interface StarsWords {
  readonly language: string;
  /** All that stands beside the number where Stars were sent. What asks to send some has another form of the word. */
  readonly sent: RegExp;
  /** What marks a video that is live now. */
  readonly live: RegExp;
}

const words = (language: string, stars: string, sent: string, live: string): StarsWords => ({
  language,
  // The word for Stars may stand before or after the other one, or be missing.
  sent: new RegExp(`^(?:(?:${stars}) )?(?:${sent})(?: (?:${stars}))?$`, 'iu'),
  live: new RegExp(`^(?:${live})$`, 'iu'),
});

const table: readonly StarsWords[] = [
  words('en', 'stars?', 'sent', 'live'),
  words('de', 'sterne?n?', 'gesendet|verschickt', 'live'),
  words('es', 'estrellas?', 'enviad[ao]s?|envió|ha enviado', 'en vivo|en directo'),
  words('fr', 'étoiles?', 'envoyée?s?|a envoyé', 'en direct'),
  words('it', 'stell[ae]', 'inviat[aeo]|ha inviato', 'in diretta|live'),
  words('pt', 'estrelas?', 'enviad[ao]s?|enviou', 'ao vivo|em direto'),
  words('nl', 'ster(?:ren)?', 'verzonden|gestuurd|verstuurd', 'live'),
  words('pl', 'gwiazd\\p{L}*', 'wysłan[oey]', 'na żywo'),
  words('ru', 'зв[её]зд\\p{L}*', 'отправлен[оаы]|отправил(?:\\(а\\)|а)?', 'прямой эфир|в эфире'),
  words('uk', 'зір\\p{L}*', 'надіслано', 'наживо|прямий ефір'),
  words('tr', 'yıldız', 'gönderildi|gönderdi', 'canl[ıi]'),
  words('id', 'bintang', 'terkirim|dikirim|mengirim', 'langsung|live'),
  words('vi', 'sao', 'đã gửi', 'trực tiếp'),
  words('th', 'ดาว', 'ส่งแล้ว', 'สด|ถ่ายทอดสด'),
  words('hi', 'स्टार|सितारे', 'भेजे गए|भेजा गया', 'लाइव'),
  words('ar', 'نجوم|نجمة', 'تم إرسال|أُرسلت|أرسل', 'مباشر|بث مباشر'),
  words('ko', '별', '개? ?보냄|개를 보냈습니다', '라이브|live'),
  words('ja', 'スター', '個? ?送信済み|個を送信しました', 'ライブ|live'),
  words('zh', '[颗顆]?星星?', '(?:已发送|已送出|已傳送|已贈送)(?: ?[颗顆])?', '直播中?|live'),
];

/** The languages that are read, as BCP 47 tags. */
export const languages: readonly string[] = table.map(({ language }) => language);

/** The number of Stars, as it is written, where a mark says that so many were sent; null for every other text. */
export function starsSent(mark: string): string | null {
  try {
    const { digits, before, after } = readWritten(mark);
    const said = `${before} ${after}`.trim();
    return table.some(({ sent }) => sent.test(said)) ? digits : null;
  } catch {
    return null;
  }
}

/** Whether a text is what marks a video that is live now. */
export function saysLive(text: string): boolean {
  const said = text.normalize('NFKC').trim();
  return table.some(({ live }) => live.test(said));
}
