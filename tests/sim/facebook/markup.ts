/** The comments beside a live video as the site draws them, from what is known of it; knows nothing of the extension. */
import type { FacebookPerson } from './people.ts';

/** A comment, with Stars or without. */
export interface FacebookComment {
  readonly id: string;
  readonly video: string;
  readonly from: FacebookPerson;
  readonly text: string;
  /** 0 for a plain one. */
  readonly stars: number;
  /** What is written beside a comment of when it was made. */
  readonly ago: string;
}

/** What marks a comment with Stars, in the languages that the site is shown in. */
export const marks: Readonly<
  Record<string, { readonly sent: string; readonly send: string; readonly live: string }>
> = {
  en: { sent: '{n} sent', send: 'Send {n} Stars', live: 'LIVE' },
  de: { sent: '{n} gesendet', send: '{n} Sterne senden', live: 'LIVE' },
  es: { sent: '{n} enviadas', send: 'Enviar {n} estrellas', live: 'EN VIVO' },
  fr: { sent: '{n} envoyées', send: 'Envoyer {n} étoiles', live: 'EN DIRECT' },
  it: { sent: '{n} inviate', send: 'Invia {n} stelle', live: 'IN DIRETTA' },
  pt: { sent: '{n} enviadas', send: 'Enviar {n} estrelas', live: 'AO VIVO' },
  nl: { sent: '{n} verzonden', send: '{n} sterren verzenden', live: 'LIVE' },
  pl: { sent: 'Wysłano {n}', send: 'Wyślij {n} gwiazdek', live: 'NA ŻYWO' },
  ru: { sent: 'Отправлено {n}', send: 'Отправить {n} звёзд', live: 'ПРЯМОЙ ЭФИР' },
  uk: { sent: 'Надіслано {n}', send: 'Надіслати {n} зірок', live: 'НАЖИВО' },
  tr: { sent: '{n} gönderildi', send: '{n} Yıldız gönder', live: 'CANLI' },
  id: { sent: '{n} terkirim', send: 'Kirim {n} Bintang', live: 'LANGSUNG' },
  vi: { sent: 'Đã gửi {n} sao', send: 'Gửi {n} sao', live: 'TRỰC TIẾP' },
  th: { sent: 'ส่งแล้ว {n} ดาว', send: 'ส่ง {n} ดาว', live: 'สด' },
  hi: { sent: '{n} भेजे गए', send: '{n} स्टार भेजें', live: 'लाइव' },
  ar: { sent: 'تم إرسال {n}', send: 'إرسال {n} نجمة', live: 'مباشر' },
  ko: { sent: '{n}개 보냄', send: '별 {n}개 보내기', live: '라이브' },
  ja: { sent: '{n}個送信済み', send: 'スターを{n}個送る', live: 'ライブ' },
  zh: { sent: '已发送 {n} 颗星星', send: '发送 {n} 颗星星', live: '直播' },
};

const ownDigits: Readonly<Record<string, string>> = { ar: 'ar-EG' };

const safe = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const written = (language: string, number: number) =>
  new Intl.NumberFormat(ownDigits[language] ?? language).format(number);

/** Where a person's name leads to, with what the site adds to its links. */
export function linkTo({ id, handle }: FacebookPerson, query: string): string {
  return handle === ''
    ? `https://www.facebook.com/profile.php?id=${id}&${query}`
    : `https://www.facebook.com/${handle}?${query}`;
}

/** A comment. While it is being sent the site has no id for it. */
export function commentHtml(comment: FacebookComment, language: string, sending = false): string {
  const { id, from, text, stars, ago } = comment;
  const said = marks[language];
  if (said === undefined) throw new RangeError(`the site does not speak ${language}`);
  const number = written(language, stars);
  const link = sending
    ? '__tn__=R'
    : `comment_id=${encodeURIComponent(btoa(`comment:${id}`))}&__tn__=R`;
  const mark =
    stars === 0
      ? ''
      : `<div class="x1"><span class="x2">${said.sent.replace('{n}', number)}</span></div>`;
  const prompt = `<div role="button" tabindex="0"><span>${said.send.replace('{n}', written(language, 50))}</span></div>`;
  return `<div id="${sending ? `client:${id}` : id}" role="article" aria-label="${safe(from.name)} ${ago}" tabindex="-1">
<a role="link" aria-hidden="true" href="${linkTo(from, link)}"></a>
<a role="link" href="${linkTo(from, link)}"><span dir="auto">${safe(from.name)}</span></a>${mark}
<span dir="auto" lang="${language}"><div class="x3"><div dir="auto">${safe(text)}</div></div></span>
<ul><li><a role="link" href="https://www.facebook.com/watch/live/?v=1&${link}">${ago}</a></li><li>${prompt}</li></ul></div>`;
}
