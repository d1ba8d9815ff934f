/** What TikTok calls its messages, payloads and addresses. */
export const tiktokStructure =
  /^(?:Webcast[A-Za-z]{1,60}|RoomMessage|msg|hb|ack|im_enter_room(?:_resp)?|compress_type|gzip|none|webcast|im|fetch|gift|send|list|passport|web|account|info|node|webapp|api|common|app|context|live|user|room|enter)$/;

const harmless =
  'BindingGift Caption Chat CollabGift Control Emote GameRank GiftBroadcast GiftPanelUpdate GoalUpdate GoodyBag HourlyRank ImDelete InRoomBanner Like LinkLayer Link LinkMicArmies LinkMicMethod LinkState LiveGameIntro Member MsgDetect OecLiveShopping Poll Question RankText RankUpdate RoomPin RoomUserSeq Room RoomVerify Social SubPinEvent SubCapsule SystemMessage Toast Unauthorized';

/** Messages that are known and carry no money of their own: chat, and the decoys that the README names. */
export const steppedOver: ReadonlySet<string> = new Set([
  'RoomMessage',
  'WebcastBarrageMessage',
  ...harmless.split(' ').map((name) => `Webcast${name}Message`),
  'WebcastLinkMicArmies',
  'WebcastLinkMicMethod',
  'WebcastHourlyRankRewardMessage',
]);
