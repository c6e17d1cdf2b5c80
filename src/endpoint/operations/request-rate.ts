/** Counts requests of one connection in the present second; true while they are few enough. */
export interface RequestRate {
  allows(nowMillis: number): boolean;
}

/** A rate for one connection; a limit of 0 allows everything. */
export function createRequestRate(maxRequestsPerSecond: number): RequestRate {
  let second = 0;
  let requests = 0;
  return {
    allows(nowMillis) {
      if (maxRequestsPerSecond === 0) return true;
      const now = Math.floor(nowMillis / 1000);
      requests = now === second ? requests + 1 : 1;
      second = now;
      return requests <= maxRequestsPerSecond;
    },
  };
}
