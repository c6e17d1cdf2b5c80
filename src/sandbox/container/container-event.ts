import type { EndedTag, EventPort } from '../apis/index.ts';

/** One event, from its first tag to the end of its last. */
export interface ContainerEvent extends EventPort {
  id: number;
  /** Counts a tag in; the answer reports its end. `giveUp` is called when the event ends without it. */
  begin(tagId: string, startMillis: number, giveUp: () => void): EndTag;
  /** No further tag begins. */
  close(): void;
  /** The event's time is over: it ends without the tags that still run. */
  timeOut(): void;
}

type EndTag = (status: string, nowMillis: number) => void;

export function createContainerEvent(id: number): ContainerEvent {
  const callbacks: ((tags: EndedTag[]) => void)[] = [];
  const ended: EndedTag[] = [];
  const running = new Set<() => void>();
  let isClosed = false;

  const callBackAtEnd = (): void => {
    if (!isClosed || running.size > 0) return;
    for (const callback of callbacks.splice(0)) callback([...ended]);
  };

  return {
    id,
    onEnd: (callback) => {
      callbacks.push(callback);
    },
    begin: (tagId, startMillis, giveUp) => {
      running.add(giveUp);
      return (status, endMillis) => {
        running.delete(giveUp);
        ended.push({ id: tagId, status, executionTime: endMillis - startMillis });
        callBackAtEnd();
      };
    },
    timeOut: () => {
      for (const giveUp of [...running]) giveUp();
    },
    close: () => {
      isClosed = true;
      callBackAtEnd();
    },
  };
}
