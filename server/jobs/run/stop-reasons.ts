/** Why a run was stopped from outside; the reason of its AbortSignal. */
export abstract class Stopped extends Error {}

/** The job was cancelled: the record says so already. */
export class JobCancelled extends Stopped {}

/** Another worker has the job, or it is gone: nothing of this run may be written any more. */
export class LeaseLost extends Stopped {}

/** Our lease was not confirmed for too long. Another worker may have the job by now; nothing may be written. */
export class Fenced extends Stopped {}

/** This process shuts down: the lease is good still, and is given back. */
export class Draining extends Stopped {}
