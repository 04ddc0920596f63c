export { FsDelivery } from './fs/delivery.ts';
export { FsEvictableObjects } from './fs/evictable.ts';
export { codeOf } from './fs/failure.ts';
export { filedPath } from './fs/filed.ts';
export { FsObjectStore } from './fs/objects.ts';
export { FsVersionedObjects } from './fs/versioned.ts';
export { openStore } from './open-store.ts';
