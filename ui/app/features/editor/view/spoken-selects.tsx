import { EMOJI_READINGS, PITCH, SPEED } from '@shortfactory/core';
import type { MakeSettings } from '../../../shared/drafts/make-settings.ts';
import { useStrings } from '../../../shared/strings/context.tsx';
import { Select } from './select.tsx';

const STEP = 0.1;
const SPEEDS = Array.from(
  { length: Math.round((SPEED.most - SPEED.least) / STEP) + 1 },
  (_, index) => Math.round((SPEED.least + index * STEP) * 10) / 10,
);

/** How fast the voices speak. Without `onChange` it is a plain form's field. */
export function SpeedSelect({ speed, onChange }: { speed: number; onChange?: (speed: number) => void }) {
  const { editor } = useStrings();
  const speeds = SPEEDS.includes(speed) ? SPEEDS : [...SPEEDS, speed].sort((a, b) => a - b);
  return (
    <Select
      name="speed"
      label={editor.speed}
      value={String(speed)}
      choices={speeds.map((each) => [String(each), editor.speedIs(each)])}
      onChange={onChange && ((value) => onChange(Number(value)))}
    />
  );
}

const PITCHES = Array.from({ length: PITCH.most - PITCH.least + 1 }, (_, index) => PITCH.least + index);

/** How high the voices speak. Without `onChange` it is a plain form's field. */
export function PitchSelect({ pitch, onChange }: { pitch: number; onChange?: (pitch: number) => void }) {
  const { editor } = useStrings();
  const pitches = PITCHES.includes(pitch) ? PITCHES : [...PITCHES, pitch].sort((a, b) => a - b);
  return (
    <Select
      name="pitch"
      label={editor.pitch}
      value={String(pitch)}
      choices={pitches.map((each) => [String(each), editor.pitchIs(each)])}
      onChange={onChange && ((value) => onChange(Number(value)))}
    />
  );
}

type Emoji = MakeSettings['emoji'];

/** Whether emoji are said. Without `onChange` it is a plain form's field. */
export function EmojiSelect({ emoji, onChange }: { emoji: Emoji; onChange?: (emoji: Emoji) => void }) {
  const { editor } = useStrings();
  return (
    <Select
      name="emoji"
      label={editor.emoji}
      value={emoji === '' ? 'silent' : emoji}
      choices={EMOJI_READINGS.map((reading) => [reading, editor.emojiAre[reading]])}
      onChange={onChange && ((value) => onChange(value === 'spoken' ? 'spoken' : ''))}
    />
  );
}
