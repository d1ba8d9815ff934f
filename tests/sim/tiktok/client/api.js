// What the page asks of the site.

const WEBCAST = 'https://webcast.tiktok.com';

/** The gifts that can be sent. */
export async function giftList(roomId) {
  const answer = await fetch(`${WEBCAST}/webcast/gift/list/?aid=1988&room_id=${roomId}`, {
    credentials: 'include',
  });
  const { data } = await answer.json();
  return data.gifts;
}

/** Sends a gift. Resolves to the site's answer, whatever it says. */
export async function sendGift({ giftId, count, roomId, toUserId }) {
  const body = new URLSearchParams({
    gift_id: giftId,
    count,
    to_user_id: toUserId,
    room_id: roomId,
    send_type: '1',
    send_scene: '1',
    enter_from: 'live_detail_',
    is_opted_in_host: 'false',
    is_subscription: 'false',
    send_gift_req_start_ms: String(Date.now()),
  });
  const answer = await fetch(`${WEBCAST}/webcast/gift/send/?aid=1988&app_name=tiktok_web`, {
    method: 'POST',
    credentials: 'include',
    body,
  });
  return answer.json();
}

/** Coins of the account; null for guests. Asked by XHR, as the site's wallet does. */
export function balance() {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('GET', `${WEBCAST}/webcast/wallet_api/fs/diamond_buy/permission_v2?aid=1988`);
    request.withCredentials = true;
    request.responseType = 'json';
    request.onload = () => resolve(request.response?.data?.coins ?? null);
    request.onerror = () => resolve(null);
    request.send();
  });
}

/** Another stream's facts, for going there without a new document. */
export async function roomOf(handle) {
  const query = new URLSearchParams({ aid: '1988', uniqueId: handle, sourceType: '54' });
  const answer = await fetch(`https://www.tiktok.com/api-live/user/room/?${query}`);
  const { data } = await answer.json();
  return data;
}
