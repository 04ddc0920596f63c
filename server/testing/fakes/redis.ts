import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/**
 * As much of Redis as counting needs, over its own protocol (RESP 2): the ready check, and the one script that adds
 * points to a key and gives their sum and the time that is left.
 */
export class FakeRedis {
  readonly #counts = new Map<string, { points: number; endsMs: number }>();
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((socket) => this.#serve(socket));
  port = 0;

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get keys(): string[] {
    return [...this.#counts.keys()];
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    let text = '';
    socket.on('error', () => undefined);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      for (let parsed = command(text); parsed; parsed = command(text)) {
        text = text.slice(parsed.length);
        socket.write(this.#answer(parsed.words));
      }
    });
  }

  #answer([name = '', , , key = '', points = '0', seconds = '0']: readonly string[]): string {
    switch (name.toUpperCase()) {
      case 'INFO':
        return bulk('redis_version:7.2.0\r\nloading:0\r\n');
      case 'EVALSHA':
        return '-NOSCRIPT No matching script.\r\n';
      case 'EVAL':
        return this.#add(key, Number(points), Number(seconds));
      default:
        return '+OK\r\n';
    }
  }

  #add(key: string, points: number, seconds: number): string {
    const known = this.#counts.get(key);
    const now = Date.now();
    const count = known && known.endsMs > now ? known : { points: 0, endsMs: now + seconds * 1000 };
    count.points += points;
    this.#counts.set(key, count);
    return `*2\r\n:${count.points}\r\n:${count.endsMs - now}\r\n`;
  }
}

function bulk(text: string): string {
  return `$${text.length}\r\n${text}\r\n`;
}

/** The first whole command of a stream: its words, and how much of the stream it takes. */
function command(text: string): { words: string[]; length: number } | undefined {
  const head = /^\*(\d+)\r\n/.exec(text);
  if (!head) return undefined;
  let at = head[0].length;
  const words: string[] = [];
  for (let left = Number(head[1]); left > 0; left--) {
    const size = /^\$(\d+)\r\n/.exec(text.slice(at, at + 20));
    if (!size) return undefined;
    const from = at + size[0].length;
    at = from + Number(size[1]) + 2;
    if (text.length < at) return undefined;
    words.push(text.slice(from, at - 2));
  }
  return { words, length: at };
}
