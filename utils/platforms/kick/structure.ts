/** What Kick calls its events, channels and addresses. */
export const kickStructure =
  /^(?:App|Events|pusher|pusher_internal|connection_established|subscription_succeeded|subscribe|subscribed|[A-Z][A-Za-z]{2,30}(?:Event|Gifted|Broadcast|IsLive)|KicksGifted|channel|chatroom|chatrooms|private|userfeed|livestream|livestreams|v1|v2|api|kicks|gift|pinned|gifts|user|channels)$/;
