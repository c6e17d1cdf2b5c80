import { defineApi } from './define-api.ts';

const largestInteger = 2147483647;

/** An integer from min to max, both included. With min above max: from 0 to 2147483647. */
export const generateRandom = defineApi('generateRandom', {
  accepts: ['number', 'number'],
  perform: ({ host, args }) => {
    const [min, max] = [Number(args[0]), Number(args[1])];
    const [low, high] = min > max ? [0, largestInteger] : [min, max];
    return Math.floor(host.page.random() * (high - low + 1) + low);
  },
});

/** Unix time in milliseconds. */
export const getTimestampMillis = defineApi('getTimestampMillis', {
  accepts: [],
  perform: ({ host }) => host.page.nowMillis(),
});

/** The older name of `getTimestampMillis`. */
export const getTimestamp = defineApi('getTimestamp', {
  accepts: [],
  perform: ({ host }) => host.page.nowMillis(),
});
