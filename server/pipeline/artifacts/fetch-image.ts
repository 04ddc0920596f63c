import { InputInvalid } from '@shortfactory/core';
import { inspectImage } from '@shortfactory/renderer';
import type { ImageFile } from '@shortfactory/renderer';
import type { StageContext } from '../stage.ts';
import type { Picture } from '../uploads.ts';
import { PartMissing } from './fetch-part.ts';

/** A scene's picture by its name in the store, as a file for the renderer. */
export async function fetchImage(
  { store }: Pick<StageContext, 'store'>,
  pictures: readonly Picture[],
  name: string,
  file: string,
): Promise<ImageFile> {
  const picture = pictures.find(({ image }) => image === name);
  if (!picture) throw new Error('a clip names a picture that no scene shows');
  if (!(await store.download(name, file))) {
    if (name.startsWith('artifacts/'))
      throw new PartMissing(`The picture ${name} is not in the store any more.`);
    throw new InputInvalid('', `The picture ${name} is not in the store any more; make the video again.`);
  }
  return inspectImage(file, picture);
}
