import type { Script } from '../domain/script/script.ts';
import type { SpendAccount } from '../domain/money/spend.ts';
import type { ImageStyle, Story } from '../domain/script/story.ts';
import type { TopicBrief } from '../domain/script/topic-brief.ts';

export interface StoryRequest extends TopicBrief {
  readonly topic: string;
  /** BCP 47; without it the topic's own language. */
  readonly language?: string;
  readonly imageStyle?: ImageStyle;
}

export interface ScriptRequest extends TopicBrief {
  readonly topic: string;
  readonly story: Story;
  /** How long the finished short should be, about. */
  readonly seconds: number;
}

/** A script, and in what it is less than was asked for, as sentences for a person. */
export type RemarkedScript = Script & { readonly remarks?: readonly string[] };

/**
 * Writes what is told. Called once a job; paid calls are charged to the account. Throws ProviderFailed (with `retryable`;
 * ProviderRefused when it declined), LimitReached before a call that would pass a limit on money, or the signal's reason.
 * Equal requests may be answered from the artifact cache, so `id` changes whenever answers would.
 */
export interface StoryWriter {
  /** Provider, model and version; part of every artifact's address. Starts with 'offline:' when no service is asked. */
  readonly id: string;
  writeStory(request: StoryRequest, signal: AbortSignal, account?: SpendAccount): Promise<Story>;
  writeScript(request: ScriptRequest, signal: AbortSignal, account?: SpendAccount): Promise<RemarkedScript>;
}
