/** From a proxied request to the first byte of the API's answer; an event stream may be quiet for longer afterwards. */
export const FIRST_BYTE_MS = 30_000;
/** The same for an upload: its answer comes when the last byte of the body has arrived. */
export const UPLOAD_ANSWER_MS = 300_000;
/** The largest upload that the API takes, and room for what is around it. */
export const MAX_UPLOAD_BYTES = 251_000_000;
