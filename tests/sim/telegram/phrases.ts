/**
 * What the site says of gifts in the languages that it is shown in; `{user}`, `{channel}` and `{cost}` stand for what is
 * named. Made after what is known of the site's own texts; knows nothing of the extension.
 */
export interface Phrases {
  readonly stars: string;
  readonly sent: string;
  readonly received: string;
  readonly sentToChannel: string;
  readonly receivedByChannel: string;
  /** A gift was upgraded, which costs Stars and is none. */
  readonly upgraded: string;
}

export const phrases: Readonly<Record<string, Phrases>> = {
  en: {
    stars: '{n} Stars',
    sent: 'You sent a gift for {cost}',
    received: '{user} sent you a gift for {cost}',
    sentToChannel: 'You sent a gift to {channel} for {cost}',
    receivedByChannel: '{user} sent a gift to {channel} for {cost}',
    upgraded: '{user} sent an upgrade worth {cost} for your gift',
  },
  de: {
    stars: '{n} Sterne',
    sent: 'Du hast ein Geschenk für {cost} gesendet',
    received: '{user} hat dir ein Geschenk für {cost} gesendet',
    sentToChannel: 'Du hast {channel} ein Geschenk für {cost} gesendet',
    receivedByChannel: '{user} hat {channel} ein Geschenk für {cost} gesendet',
    upgraded: '{user} hat dein Geschenk für {cost} aufgewertet',
  },
  es: {
    stars: '{n} Estrellas',
    sent: 'Enviaste un regalo por {cost}',
    received: '{user} te envió un regalo por {cost}',
    sentToChannel: 'Enviaste un regalo a {channel} por {cost}',
    receivedByChannel: '{user} envió un regalo a {channel} por {cost}',
    upgraded: '{user} pagó la mejora de tu regalo por {cost}',
  },
  fr: {
    stars: '{n} Étoiles',
    sent: 'Vous avez envoyé un cadeau pour {cost}',
    received: '{user} vous a envoyé un cadeau pour {cost}',
    sentToChannel: 'Vous avez envoyé un cadeau à {channel} pour {cost}',
    receivedByChannel: '{user} a envoyé un cadeau à {channel} pour {cost}',
    upgraded: '{user} a amélioré votre cadeau pour {cost}',
  },
  it: {
    stars: '{n} Stelle',
    sent: 'Hai inviato un regalo per {cost}',
    received: '{user} ti ha inviato un regalo per {cost}',
    sentToChannel: 'Hai inviato un regalo a {channel} per {cost}',
    receivedByChannel: '{user} ha inviato un regalo a {channel} per {cost}',
    upgraded: '{user} ha migliorato il tuo regalo per {cost}',
  },
  pt: {
    stars: '{n} Estrelas',
    sent: 'Você enviou um presente por {cost}',
    received: '{user} enviou um presente para você por {cost}',
    sentToChannel: 'Você enviou um presente para {channel} por {cost}',
    receivedByChannel: '{user} enviou um presente para {channel} por {cost}',
    upgraded: '{user} aprimorou seu presente por {cost}',
  },
  nl: {
    stars: '{n} Sterren',
    sent: 'Je hebt een cadeau gestuurd voor {cost}',
    received: '{user} heeft je een cadeau gestuurd voor {cost}',
    sentToChannel: 'Je hebt een cadeau gestuurd aan {channel} voor {cost}',
    receivedByChannel: '{user} heeft een cadeau gestuurd aan {channel} voor {cost}',
    upgraded: '{user} heeft een upgrade van {cost} voor je cadeau betaald',
  },
  pl: {
    stars: '{n} gwiazdek',
    sent: 'Wysłano prezent za {cost}',
    received: '{user} wysyła Ci prezent za {cost}',
    sentToChannel: 'Wysłano prezent do {channel} za {cost}',
    receivedByChannel: '{user} wysyła prezent do {channel} za {cost}',
    upgraded: '{user} ulepsza Twój prezent za {cost}',
  },
  ru: {
    stars: '{n} звёзд',
    sent: 'Вы отправили подарок за {cost}',
    received: '{user} отправил(а) вам подарок за {cost}',
    sentToChannel: 'Вы отправили подарок в канал {channel} за {cost}',
    receivedByChannel: '{user} отправил(а) подарок в канал {channel} за {cost}',
    upgraded: '{user} оплатил(а) улучшение вашего подарка за {cost}',
  },
  uk: {
    stars: '{n} зірок',
    sent: 'Ви надіслали подарунок за {cost}',
    received: '{user} надсилає вам подарунок за {cost}',
    sentToChannel: 'Ви надіслали подарунок до {channel} за {cost}',
    receivedByChannel: '{user} надсилає подарунок до {channel} за {cost}',
    upgraded: '{user} покращує ваш подарунок за {cost}',
  },
  tr: {
    stars: '{n} Yıldız',
    sent: '{cost} karşılığında bir hediye gönderdiniz',
    received: '{user} size {cost} karşılığında bir hediye gönderdi',
    sentToChannel: '{channel} kanalına {cost} karşılığında bir hediye gönderdiniz',
    receivedByChannel: '{user}, {channel} kanalına {cost} karşılığında bir hediye gönderdi',
    upgraded: '{user} hediyenizi {cost} karşılığında yükseltti',
  },
  id: {
    stars: '{n} Bintang',
    sent: 'Anda mengirim hadiah seharga {cost}',
    received: '{user} mengirimi Anda hadiah seharga {cost}',
    sentToChannel: 'Anda mengirim hadiah ke {channel} seharga {cost}',
    receivedByChannel: '{user} mengirim hadiah ke {channel} seharga {cost}',
    upgraded: '{user} membayar peningkatan hadiah Anda seharga {cost}',
  },
  ar: {
    stars: '{n} نجمة',
    sent: 'أرسلت هدية مقابل {cost}',
    received: 'أرسل لك {user} هدية مقابل {cost}',
    sentToChannel: 'أرسلت هدية إلى {channel} مقابل {cost}',
    receivedByChannel: 'أرسل {user} هدية إلى {channel} مقابل {cost}',
    upgraded: 'دفع {user} ترقية هديتك مقابل {cost}',
  },
  fa: {
    stars: '{n} ستاره',
    sent: 'شما هدیه‌ای به ارزش {cost} فرستادید',
    received: '{user} هدیه‌ای به ارزش {cost} برای شما فرستاد',
    sentToChannel: 'شما هدیه‌ای به ارزش {cost} برای {channel} فرستادید',
    receivedByChannel: '{user} هدیه‌ای به ارزش {cost} برای {channel} فرستاد',
    upgraded: '{user} هزینهٔ ارتقای هدیهٔ شما را با {cost} پرداخت',
  },
  ko: {
    stars: '별 {n}개',
    sent: '{cost} 상당의 선물을 보냈습니다',
    received: '{user} 님이 {cost} 상당의 선물을 보냈습니다',
    sentToChannel: '{channel}에 {cost} 상당의 선물을 보냈습니다',
    receivedByChannel: '{user} 님이 {channel}에 {cost} 상당의 선물을 보냈습니다',
    upgraded: '{user} 님이 {cost}로 선물을 업그레이드했습니다',
  },
  ja: {
    stars: '{n}スター',
    sent: '{cost}のギフトを送りました',
    received: '{user}さんが{cost}のギフトを送りました',
    sentToChannel: '{channel}に{cost}のギフトを送りました',
    receivedByChannel: '{user}さんが{channel}に{cost}のギフトを送りました',
    upgraded: '{user}さんが{cost}でギフトをアップグレードしました',
  },
  zh: {
    stars: '{n} 颗星星',
    sent: '您送出了价值 {cost} 的礼物',
    received: '{user} 向您送出了价值 {cost} 的礼物',
    sentToChannel: '您向 {channel} 送出了价值 {cost} 的礼物',
    receivedByChannel: '{user} 向 {channel} 送出了价值 {cost} 的礼物',
    upgraded: '{user} 花费 {cost} 升级了您的礼物',
  },
};

/** Languages whose numbers the site writes in digits of their own. */
const ownDigits: Readonly<Record<string, string>> = { ar: 'ar-EG', fa: 'fa-IR' };

/** So many Stars, in the words and digits of a language. */
export function starsIn(language: string, stars: number): string {
  const number = new Intl.NumberFormat(ownDigits[language] ?? language).format(stars);
  return (phrases[language]?.stars ?? '{n} Stars').replace('{n}', number);
}
