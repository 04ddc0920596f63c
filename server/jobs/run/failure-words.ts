import {
  CaptionsInvalid,
  DomainError,
  InputInvalid,
  LimitReached,
  ProgramKilled,
  ProviderFailed,
  RenderFailed,
  SecretUnavailable,
  StorageFailed,
  StorageUnknown,
  PipelineProcessLost,
} from '@shortfactory/core';
import type { JobError, Stage } from '@shortfactory/core';
import { placeOf } from '@shortfactory/pipeline/failure-place';

type Words = Pick<JobError, 'title' | 'detail' | 'retryable'>;

const RESUMES = 'Try again resumes from where it stopped.';

/** Who does a stage's work, as a person would call it. Stages that no service does have none. */
const SERVICE: Partial<Record<Stage, string>> = {
  story: 'writing service',
  script: 'writing service',
  illustrate: 'picture service',
  narrate: 'voice service',
};

/**
 * Why a job failed, in words for the person who waits for it. Messages that speak of the server's own disk, keys or
 * code stay out of it: those are for the log.
 * @param current the stage that was under way, for an error that came up between stages.
 * @param times how often in a row it came up in the same place.
 */
export function explainFailure(error: unknown, current: Stage, times = 1): JobError {
  const place = placeOf(error) ?? { stage: current };
  return { ...place, ...words(error, place.stage, times) };
}

/** Whether the same run, tried again a little later, may well succeed. */
export function mayPass(error: unknown): boolean {
  return error instanceof ProviderFailed ? error.retryable : countsByPlace(error);
}

/**
 * Whether it comes from where the job runs, a process that died or a store that failed, and costs nothing to try again:
 * it counts by the place in which it happens, see `Runner`.
 */
export function countsByPlace(error: unknown): boolean {
  return [PipelineProcessLost, ProgramKilled, StorageFailed, StorageUnknown].some(
    (kind) => error instanceof kind,
  );
}

function words(error: unknown, stage: Stage, times: number): Words {
  if (error instanceof ProviderFailed) {
    const service = SERVICE[stage] ?? 'service';
    return error.retryable
      ? {
          title: `The ${service} stopped answering`,
          detail: `${sentence(error)} ${RESUMES}`,
          retryable: true,
        }
      : { title: `The ${service} did not do it`, detail: sentence(error), retryable: false };
  }
  if (error instanceof InputInvalid)
    return { title: 'Something in it needs a change', detail: sentence(error), retryable: false };
  if (error instanceof CaptionsInvalid)
    return { title: 'The captions do not fit the voice', detail: sentence(error), retryable: false };
  if (error instanceof RenderFailed)
    return {
      title: 'The video could not be put together',
      detail: `${sentence(error)} ${RESUMES}`,
      retryable: true,
    };
  if (error instanceof StorageFailed || error instanceof StorageUnknown) {
    return {
      title: 'The files could not be kept',
      detail: `Our storage did not take what was made, also after several tries. ${RESUMES}`,
      retryable: true,
    };
  }
  if (error instanceof LimitReached)
    return { title: 'A limit was reached', detail: `${sentence(error)} ${RESUMES}`, retryable: true };
  if (error instanceof SecretUnavailable) {
    return {
      title: 'A service could not be used',
      detail: `The key that opens it could not be read. ${RESUMES}`,
      retryable: true,
    };
  }
  if (error instanceof PipelineProcessLost) {
    return {
      title: 'Making this video stopped the machine',
      detail: `The process that makes videos ended in the middle of it, several times. ${RESUMES}`,
      retryable: true,
    };
  }
  if (error instanceof ProgramKilled) {
    const often = times === 1 ? 'was killed' : `was killed ${times} times in the same place`;
    return {
      title: 'The machine stopped the video encoder',
      detail: `The video encoder ${often}, while it was to ${error.doing} (${error.signal}); the machine probably ran out of memory. ${RESUMES}`,
      retryable: true,
    };
  }
  if (error instanceof DomainError)
    return { title: 'The video could not be made', detail: `${sentence(error)} ${RESUMES}`, retryable: true };
  return {
    title: 'Something went wrong on our side',
    detail: `It was written down and will be looked at. ${RESUMES}`,
    retryable: true,
  };
}

function sentence({ message }: Error): string {
  return /[.!?…]$/.test(message) ? message : `${message}.`;
}
