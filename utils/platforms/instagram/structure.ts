/** What Instagram calls its addresses, the states of a stream and the parts of a document's data. */
export const instagramStructure =
  /^(?:api|v1|live|web_info|info|get_comment|heartbeat_and_get_viewer_count|ok|fail|active|interrupted|stopped|hard_stop|media|has|been|deleted|login_required|PolarisViewer|ScheduledServerJS|SiteData|handle)$/;
