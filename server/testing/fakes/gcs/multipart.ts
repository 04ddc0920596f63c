import { Refusal } from './bucket.ts';
import type { Resource } from './bucket.ts';

const HEAD_END = Buffer.from('\r\n\r\n');

/** The two parts of `uploadType=multipart`: the resource as JSON, and the content with its type. */
export function parseMultipart(
  contentType: string,
  body: Buffer,
): { readonly resource: Resource; readonly bytes: Buffer } {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (boundary === undefined) throw new Refusal(400, 'invalid', 'There is no boundary.');
  const mark = Buffer.from(`--${boundary}`);
  const first = body.indexOf(mark);
  const second = body.indexOf(mark, first + mark.length);
  const end = body.lastIndexOf(Buffer.from(`--${boundary}--`));
  if (first < 0 || second < 0 || end <= second) throw new Refusal(400, 'invalid', 'There are not two parts.');
  const json = afterHead(body.subarray(first, second));
  const media = body.subarray(second, end);
  const type = /content-type: *([^\r\n]+)/i.exec(media.subarray(0, media.indexOf(HEAD_END)).toString())?.[1];
  const resource = JSON.parse(json.toString()) as Resource;
  return {
    resource: { ...(type === undefined ? {} : { contentType: type }), ...resource },
    bytes: Buffer.from(afterHead(media)),
  };
}

/** What follows a part's headers, without the line break before the next boundary. */
function afterHead(part: Buffer): Buffer {
  return part.subarray(part.indexOf(HEAD_END) + HEAD_END.length, part.length - 2);
}
