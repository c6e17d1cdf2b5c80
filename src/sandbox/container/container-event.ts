import type { EndedTag, EventPort } from '../apis/index.ts';

/** One event, from its first tag to the end of its last. */
export interface ContainerEvent extends EventPort {
  id: number;
  /** Counts a tag in; the answer reports its end. */
  begin(tagId: string, nowMillis: number): (status: string, nowMillis: number) => void;
  /** No further tag begins. */
  close(): void;
}

export function createContainerEvent(id: number): ContainerEvent {
  const callbacks: ((tags: EndedTag[]) => void)[] = [];
  const ended: EndedTag[] = [];
  let running = 0;
  let isClosed = false;

  const callBackAtEnd = (): void => {
    if (!isClosed || running > 0) return;
    for (const callback of callbacks.splice(0)) callback([...ended]);
  };

  return {
    id,
    onEnd: (callback) => {
      callbacks.push(callback);
    },
    begin: (tagId, startMillis) => {
      running += 1;
      return (status, endMillis) => {
        running -= 1;
        ended.push({ id: tagId, status, executionTime: endMillis - startMillis });
        callBackAtEnd();
      };
    },
    close: () => {
      isClosed = true;
      callBackAtEnd();
    },
  };
}
