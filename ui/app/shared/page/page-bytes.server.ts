import { Transform } from 'node:stream';

const END = Buffer.from('</body></html>');

/**
 * A page's bytes as React and Remix stream them, made valid HTML on the way. React 18 closes the document before the data
 * that Remix streams after it: the end goes to the end, as a script behind `</html>` is not HTML. And React fills up a
 * buffer with zeros where a letter of several bytes does not fit any more: no page holds a NUL.
 */
export function pageBytes(): Transform {
  let closed = false;
  /** The last bytes so far: the end may come in two chunks. */
  let pending: Buffer = Buffer.alloc(0);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const bytes = Buffer.concat([pending, withoutNul(chunk)]);
      const at = closed ? -1 : bytes.indexOf(END);
      if (at >= 0) {
        closed = true;
        this.push(bytes.subarray(0, at));
        pending = Buffer.alloc(0);
        return done(null, bytes.subarray(at + END.length));
      }
      const until = closed ? bytes.length : Math.max(0, bytes.length - END.length + 1);
      pending = bytes.subarray(until);
      done(null, bytes.subarray(0, until));
    },
    flush(done) {
      done(null, closed ? END : pending);
    },
  });
}

function withoutNul(bytes: Buffer): Buffer {
  return bytes.includes(0) ? (bytes.filter((byte) => byte !== 0) as Buffer) : bytes;
}
