/** Names of the values that must never be seen; each is also the name of the variable that holds it with SECRETS=env. */
export const SECRET_NAMES = [
  'GEMINI_API_KEY',
  'NANOBANANA_API_KEY',
  'ELEVENLABS_API_KEY',
  'OPENAI_API_KEY',
  'OPENROUTER_API_KEY',
  'GROQ_API_KEY',
  'DEEPSEEK_API_KEY',
  'MISTRAL_API_KEY',
  'TOGETHER_API_KEY',
  'ENDPOINT_API_KEY',
  'OTHER_ENDPOINT_API_KEY',
  'PEXELS_API_KEY',
  'PIXABAY_API_KEY',
  'YOUTUBE_CLIENT_SECRET',
  'C2PA_PRIVATE_KEY',
  'SIGNING_KEY',
  'API_KEYS',
  'VISITOR_KEY',
  'WORKER_TOKEN',
  'REDIS_URL',
] as const;
export type SecretName = (typeof SECRET_NAMES)[number];

/**
 * Hands out secrets. Called before each use, so a rotated value is seen without a restart; adapters cache. Every value
 * that it gives has been told to the logger's redaction before. Throws SecretUnavailable, without the value.
 */
export interface SecretSource {
  /** The value, or undefined when none is set up. */
  get(name: SecretName): Promise<string | undefined>;
  /** Throws SecretUnavailable when the source cannot be read now. */
  check(): Promise<void>;
  close(): Promise<void>;
}
