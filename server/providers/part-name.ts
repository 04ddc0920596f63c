/** What makes scripts, pictures and speech, as the configuration and health call them. */
export type PartName = 'llm' | 'image' | 'voice';
