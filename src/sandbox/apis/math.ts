import type { ApiFunction } from './define-api.ts';
import { defineObjectApi } from './define-api.ts';

/** There are these eight, and no constants. */
export const math = defineObjectApi('Math', {
  abs: native(Math.abs),
  ceil: native(Math.ceil),
  floor: native(Math.floor),
  max: native(Math.max),
  min: native(Math.min),
  pow: native(Math.pow),
  round: native(Math.round),
  sqrt: native(Math.sqrt),
});

function native(calculate: (...numbers: [number, number]) => number): ApiFunction {
  return {
    accepts: ['...any'],
    perform: ({ args }) => Reflect.apply(calculate, undefined, args.map(Number)),
  };
}
