import { ASPECTS, POST_FIELDS, PRIVACIES, PUBLISHER_NAMES } from '@shortfactory/core';
import { z } from 'zod';
import { LOOPBACK_OR_HTTPS, PUBLICATION_ID, VIDEO_NAME } from './patterns.ts';
import { expected, languageTag } from './script-json.ts';

const time = z.iso.datetime().describe('ISO 8601, UTC');
const MOST_TAGS = 50;
const A_TIME = 'a time such as 2026-11-30T18:00:00Z';
const AN_ADDRESS = 'an https address, or an http address of this machine';
const listed = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');
const at = z.iso.datetime({ offset: true, error: expected(A_TIME) });
const flag = z.boolean({ error: expected('true or false') });
const words = (chars: number) =>
  z
    .string({ error: expected('text') })
    .max(chars, { error: `has more than ${chars} characters` })
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/, { error: 'has control characters' });

const channelJson = z.strictObject({
  name: z.string(),
  connectedAt: time.describe('when it was connected here'),
});

/** Where videos can be sent from here. */
export const publisherJson = z
  .strictObject({
    name: z.enum(PUBLISHER_NAMES),
    channel: channelJson.optional().describe('the caller’s, once it is connected'),
  })
  .meta({ id: 'Publisher' });
export const publisherListJson = z
  .strictObject({ publishers: z.array(publisherJson).describe('empty where none is set up') })
  .meta({ id: 'PublisherList' });

export type PublisherListJson = z.infer<typeof publisherListJson>;

export const connectRequest = z
  .strictObject(
    {
      redirectUri: z
        .string({ error: expected(AN_ADDRESS) })
        .max(500, { error: 'has more than 500 characters' })
        .regex(LOOPBACK_OR_HTTPS, { error: `is not ${AN_ADDRESS}` })
        .describe('where the browser comes back to; as it is registered with the client'),
      video: z
        .string({ error: expected('the id of a video') })
        .regex(VIDEO_NAME, { error: 'is not the id of a video' })
        .exactOptional()
        .describe('comes back with the answer'),
    },
    { error: expected('an object with redirectUri') },
  )
  .meta({ id: 'ConnectRequest' });
export const connectJson = z
  .strictObject({ url: z.string().describe('the page of the publisher on which its owner says yes') })
  .meta({ id: 'Connect' });

export type ConnectRequestJson = z.input<typeof connectRequest>;
export type ConnectJson = z.infer<typeof connectJson>;

export const connectionAnswer = z
  .strictObject(
    {
      code: z
        .string({ error: expected('the code that came back') })
        .min(1)
        .max(2000),
      state: z
        .string({ error: expected('the state that came back') })
        .min(1)
        .max(4000),
    },
    { error: expected('an object with code and state') },
  )
  .meta({ id: 'ConnectionAnswer' });
export const connectedJson = z
  .strictObject({ ...publisherJson.shape, video: z.string().optional() })
  .meta({ id: 'ConnectedPublisher' });
export type ConnectedJson = z.infer<typeof connectedJson>;
export const disconnectedJson = z
  .strictObject({
    revoked: z.boolean().describe('false: the publisher could not be told; take the access back there'),
  })
  .meta({ id: 'DisconnectedPublisher' });

export type ConnectionAnswerJson = z.input<typeof connectionAnswer>;
export type DisconnectedJson = z.infer<typeof disconnectedJson>;

/** A video to be sent: every word that is not given is the publish kit's. */
export const publicationRequest = z
  .strictObject(
    {
      publisher: z.enum(PUBLISHER_NAMES, { error: expected(listed(PUBLISHER_NAMES)) }).default('youtube'),
      aspect: z
        .enum(ASPECTS, { error: expected(`one of ${listed(ASPECTS)}`) })
        .exactOptional()
        .describe('the first one without it'),
      title: words(400).exactOptional().describe('at most 100 characters, without < and >'),
      description: words(5000).exactOptional().describe('at most 5,000 bytes, without < and >'),
      tags: z
        .array(words(100), { error: expected('a list of tags') })
        .max(MOST_TAGS, { error: `has more than ${MOST_TAGS} entries` })
        .exactOptional(),
      language: languageTag.exactOptional(),
      privacy: z.enum(PRIVACIES, { error: expected(`one of ${listed(PRIVACIES)}`) }).default('private'),
      publishAt: at
        .exactOptional()
        .describe('when the publisher shows it to everybody; with privacy private alone'),
      at: at.exactOptional().describe('when it is sent; at once without it'),
      madeForKids: flag.default(false),
      syntheticMedia: flag
        .exactOptional()
        .describe('altered or synthetic content; without it what the kit says of how it was made'),
      thumbnail: flag.default(true).describe('whether the poster is sent as its thumbnail'),
    },
    { error: expected('an object') },
  )
  .meta({ id: 'PublicationRequest' });

export type PublicationRequestJson = z.input<typeof publicationRequest>;

export const publicationJson = z
  .strictObject({
    id: z.string().regex(PUBLICATION_ID),
    video: z.string().describe('id of the video here'),
    publisher: z.enum(PUBLISHER_NAMES),
    channel: z.string().describe('its name'),
    state: z
      .enum(['waiting', 'sending', 'sent', 'refused', 'unsure', 'stopped'])
      .describe('unsure: it may be there, and only its owner can see; sent again by retry alone'),
    percent: z.int().min(0).max(100).describe('of its bytes, as the publisher has them'),
    bytes: z.int(),
    title: z.string(),
    privacy: z.enum(PRIVACIES),
    publishAt: time.optional(),
    createdAt: time,
    nextTryAt: time.optional().describe('about; while it is waiting'),
    problem: z
      .strictObject({
        why: z.enum(['refused', 'quota', 'access', 'away']),
        sentence: z.string(),
        field: z.enum(POST_FIELDS).optional().describe('what the publisher does not take'),
      })
      .optional(),
    url: z.string().optional().describe('where it is, once it is sent'),
    sentAt: time.optional(),
  })
  .meta({ id: 'Publication' });
export type PublicationJson = z.infer<typeof publicationJson>;
export const publicationListJson = z
  .strictObject({ publications: z.array(publicationJson) })
  .meta({ id: 'PublicationList' });
export type PublicationListJson = z.infer<typeof publicationListJson>;
