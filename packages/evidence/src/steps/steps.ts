/** How far a long calculation has got. */
export interface Progress {
  done: number;
  total: number;
}

/** The result of a calculation in steps, in one go. */
export function finished<Result>(steps: Generator<Progress, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The result of a calculation in steps, with a pause wherever the caller wants one: it is asked after every step, knows
 * how far the calculation has got, and may let a page draw or throw to give up. It looks at its own clock; there is none
 * here.
 *
 * @param pause a promise that is waited for, or nothing where there is no need
 * @example
 * const drawn = () => new Promise((resume) => setTimeout(resume));
 * await withPauses(auditSteps(data, score), ({ done }) => (done % 10 === 0 ? drawn() : undefined))
 */
export async function withPauses<Result>(
  steps: Generator<Progress, Result>,
  pause: (progress: Progress) => Promise<unknown> | undefined,
): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const waiting = pause(step.value);
    if (waiting) await waiting;
  }
}
