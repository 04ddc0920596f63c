/** Names as people know them; a provider that is not listed is called by its own name. */
const LABELS: Readonly<Record<string, string>> = {
  gemini: 'Gemini',
  elevenlabs: 'ElevenLabs',
  google: 'Google Cloud',
};

/** 'gemini:gemini-3.8-flash' → 'gemini': what stands before the first colon of a port's id. */
export function providerOf(id: string): string {
  return id.split(':')[0] ?? id;
}

/** 'gemini:…' → 'Gemini'. */
export function providerLabel(id: string): string {
  const name = providerOf(id);
  return LABELS[name] ?? name;
}

/** True when no service was asked. */
export function isOffline(id: string): boolean {
  return providerOf(id) === 'offline';
}

/** True when a trained model made it: every service's is taken to be one, and so is a neural voice of this machine. */
export function isTrainedModel(id: string): boolean {
  return !isOffline(id) || isNeural(id);
}

function isNeural(id: string): boolean {
  return id.startsWith('offline:neural@');
}
