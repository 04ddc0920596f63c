import { footageTools } from './footage.ts';
import type { Tool } from './tool.ts';
import { videoTools } from './videos.ts';
import { voiceTools } from './voices.ts';
import { writingTools } from './writing.ts';

/** Every tool, in the order in which they are used. */
export const TOOLS: readonly Tool[] = [...writingTools, ...videoTools, ...voiceTools, ...footageTools];
