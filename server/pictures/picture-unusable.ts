/** What makes a picture none that we can use, in words that follow "is" or "sent". */
export class PictureUnusable extends Error {
  override readonly name = 'PictureUnusable';
}
