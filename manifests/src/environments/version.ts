/** The tag of the images that a synth without options names. */
export const VERSION = '0.1.0';
