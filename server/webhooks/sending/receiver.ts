import { InputInvalid } from '@shortfactory/core';
import { hostOf, isMetadataName } from '@shortfactory/network';
import type { MayReach } from '@shortfactory/network';
import { isIP } from 'node:net';

export interface ReceiverRule {
  readonly mayReach: MayReach;
  readonly allowHttp: boolean;
}

export const NOT_PUBLIC = 'is not a public address, and nothing is sent to others';

/**
 * The address of a receiver, as it is called. Names are looked up only when something is sent: what they lead to can
 * change. Throws InputInvalid with the place of the address; the message never repeats it, as it may hold a token.
 */
export function receiverOf(text: string, { mayReach, allowHttp }: ReceiverRule, where: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new InputInvalid(where, 'is not an address such as https://example.org/hook');
  if (url.username !== '' || url.password !== '')
    throw new InputInvalid(where, 'has a name or password in it; a token can be part of its path or query');
  if (url.protocol === 'http:' && !allowHttp)
    throw new InputInvalid(where, 'is not an https address (expected one such as https://example.org/hook)');
  const host = hostOf(url);
  if (isMetadataName(host) || (isIP(host) !== 0 && !mayReach(host)))
    throw new InputInvalid(where, NOT_PUBLIC);
  url.hash = '';
  return url;
}
