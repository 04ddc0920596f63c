export { PictureReader } from './picture-reader.ts';
export { PictureUnusable } from './picture-unusable.ts';
