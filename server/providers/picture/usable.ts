import { PictureUnusable } from '@shortfactory/pictures';
import { CallFailed } from '../calls/failure.ts';

/** What is made of a service's picture; a picture that cannot be used is the service's fault. */
export async function usable<T>(label: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof PictureUnusable
      ? new CallFailed('unusable', `${label} sent ${error.message}.`)
      : error;
  }
}
