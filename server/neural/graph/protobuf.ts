// Protocol Buffers on the wire, as much of it as editing a graph takes: fields are walked and copied, never understood.
// @see https://protobuf.dev/programming-guides/encoding/

/** A field of a message. `body` is there for those with a length: texts, bytes, messages. */
export interface Field {
  readonly number: number;
  readonly body: Uint8Array | undefined;
  /** The field as it stands in the message. */
  readonly raw: Uint8Array;
}

const TEXT = new TextDecoder();
const BYTES = new TextEncoder();

/** The fields of a message in order. Throws RangeError when the bytes are no message. */
export function* fields(message: Uint8Array): Generator<Field> {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let place = 1; ; place *= 128) {
      const byte = message[at++];
      if (byte === undefined || place > 2 ** 63) throw new RangeError('a number is cut off');
      value += (byte & 127) * place;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const start = at;
    const key = varint();
    const wire = key % 8;
    let body: Uint8Array | undefined;
    if (wire === 0) varint();
    else if (wire === 1) at += 8;
    else if (wire === 5) at += 4;
    else if (wire === 2) {
      const length = varint();
      body = message.subarray(at, at + length);
      at += length;
    } else throw new RangeError('no field begins here');
    if (at > message.length) throw new RangeError('a field is cut off');
    yield { number: Math.floor(key / 8), body, raw: message.subarray(start, at) };
  }
}

export function textOf({ body }: Field): string {
  return TEXT.decode(body);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A field that is a whole number. */
export function numberField(number: number, value: number): Uint8Array {
  return Uint8Array.from([...varintOf(number * 8), ...varintOf(value)]);
}

/** A field that is a text, bytes or a message made of parts. */
export function bytesField(number: number, ...parts: readonly (string | Uint8Array)[]): Uint8Array {
  const body = joined(parts.map((part) => (typeof part === 'string' ? BYTES.encode(part) : part)));
  return joined([Uint8Array.from([...varintOf(number * 8 + 2), ...varintOf(body.length)]), body]);
}

function varintOf(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return [...bytes, rest];
}
