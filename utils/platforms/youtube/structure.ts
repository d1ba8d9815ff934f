/** What YouTube calls its renderers, commands and addresses. */
export const youtubeStructure =
  /^(?:[a-z][A-Za-z]{2,60}(?:Renderer|ViewModel|Action|Command|Endpoint|Continuation|Data)|ytInitialData|ytInitialPlayerResponse|youtubei|v1|live_chat|get_live_chat|get_live_chat_replay|send_message|watch|var|window)$/;
