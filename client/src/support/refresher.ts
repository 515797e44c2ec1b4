/** Asks the server for what is shown of a brief, again after changes, and while it does not know the brief yet. */

const DEBOUNCE_MS = 150;
/** A server that is starting does not know the open briefs yet. */
const RETRY_MS = 500;
const MAX_RETRIES = 20;

export interface Refresher {
  /** Asks after a pause in the changes; at once with a delay of 0. */
  schedule(delay?: number): void;
  /** Asks now. Rejects with the error of the request. */
  refresh(): Promise<void>;
  /** Drops what is scheduled and what is being asked. */
  cancel(): void;
}

export interface RefresherOptions<Answer extends object> {
  /** Whether anything is to be asked at present. */
  readonly isWanted: () => boolean;
  /** Resolves to undefined or null if the server has no answer yet. Rejects while no server is running. */
  readonly request: () => Promise<Answer | null | undefined>;
  /** Shows the answer to the last request. */
  readonly show: (answer: Answer) => void;
}

export function createRefresher<Answer extends object>({
  isWanted,
  request,
  show,
}: RefresherOptions<Answer>): Refresher {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastRequest = 0;

  const schedule = (delay: number, retries = 0) => {
    clearTimeout(timer);
    if (isWanted()) timer = setTimeout(() => void refresh(retries).catch(() => retry(retries)), delay);
  };
  const retry = (retries: number) => {
    if (retries < MAX_RETRIES) schedule(RETRY_MS, retries + 1);
  };
  async function refresh(retries: number): Promise<void> {
    const number = ++lastRequest;
    const answer = await request();
    if (number !== lastRequest) return;
    if (!answer) return retry(retries);
    show(answer);
  }

  return {
    schedule: (delay = DEBOUNCE_MS) => schedule(delay),
    refresh: () => refresh(0),
    cancel() {
      clearTimeout(timer);
      lastRequest++;
    },
  };
}
