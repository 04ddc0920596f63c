declare module 'hyphen/*' {
  const patterns: {
    /** The text with a soft hyphen wherever a word of it may be parted. */
    hyphenateSync(text: string): string;
  };
  export default patterns;
}
