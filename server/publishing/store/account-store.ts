import { RecordUnreadable, changeObject } from '@shortfactory/core';
import type { Channel, Clock, PublisherName, VersionedObjects } from '@shortfactory/core';
import type { Sealing } from '@shortfactory/secrets/sealing';
import { z } from 'zod';
import { accountName } from './names.ts';

const record = z.strictObject({
  format: z.literal(1),
  /** Absent when nothing is connected. */
  account: z
    .strictObject({
      channel: z.strictObject({ id: z.string(), name: z.string() }),
      connectedMs: z.number().nonnegative().max(8.64e15),
      /** `{ownerHash, refreshToken}`: moved to another owner's object it opens for nobody. */
      sealed: z.string(),
    })
    .exactOptional(),
});
const sealedJson = z.object({ ownerHash: z.string(), refreshToken: z.string() });

/** A channel that an owner has connected. */
export interface Account {
  readonly channel: Channel;
  /** In ms since 1970. */
  readonly connectedMs: number;
  /** Undefined when it was sealed with another signing key. */
  readonly refreshToken: string | undefined;
}

export interface AccountStoreDeps {
  readonly objects: VersionedObjects;
  readonly clock: Clock;
  readonly sealing: Sealing;
}

/** What owners have connected: one channel of a publisher each, in an object of its own, its token sealed. */
export class AccountStore {
  readonly #deps: AccountStoreDeps;

  constructor(deps: AccountStoreDeps) {
    this.#deps = deps;
  }

  async of(ownerHash: string, publisher: PublisherName): Promise<Account | undefined> {
    const object = await this.#deps.objects.get(accountName(ownerHash, publisher));
    const account = object && read(object.bytes).account;
    if (!account) return undefined;
    const { channel, connectedMs, sealed } = account;
    return { channel, connectedMs, refreshToken: this.#opened(sealed, ownerHash) };
  }

  /** In place of what was connected before. */
  async put(
    ownerHash: string,
    publisher: PublisherName,
    channel: Channel,
    refreshToken: string,
  ): Promise<Account> {
    const { sealing, clock } = this.#deps;
    const connectedMs = clock.nowMs();
    const sealed = sealing.seal(JSON.stringify({ ownerHash, refreshToken }));
    const account = { channel: { id: channel.id, name: channel.name }, connectedMs, sealed };
    await changeObject(this.#deps, accountName(ownerHash, publisher), () =>
      Buffer.from(JSON.stringify({ format: 1, account })),
    );
    return { channel, connectedMs, refreshToken };
  }

  /** With a token, only where that one is still the account's. */
  async remove(ownerHash: string, publisher: PublisherName, refreshToken?: string): Promise<void> {
    await changeObject(this.#deps, accountName(ownerHash, publisher), (object) => {
      const account = object && read(object.bytes).account;
      if (!account) return undefined;
      if (refreshToken !== undefined && this.#opened(account.sealed, ownerHash) !== refreshToken)
        return undefined;
      return Buffer.from(JSON.stringify({ format: 1 }));
    });
  }

  #opened(sealed: string, ownerHash: string): string | undefined {
    const opened = this.#deps.sealing.open(sealed);
    if (opened === undefined) return undefined;
    const parsed = sealedJson.safeParse(JSON.parse(opened));
    return parsed.data?.ownerHash === ownerHash ? parsed.data.refreshToken : undefined;
  }
}

function read(bytes: Uint8Array): z.output<typeof record> {
  try {
    return record.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch (cause) {
    throw new RecordUnreadable('What an owner has connected cannot be read.', { cause });
  }
}
