import { toSandbox } from '../../border/index.ts';
import { SandboxError } from '../../values/index.ts';
import type { ApiCall } from '../api-call.ts';
import { defineApi } from '../define-api.ts';
import { isMpv1, readMpv1 } from './mpv1.ts';
import { isMpv2, readMpv2 } from './mpv2.ts';
import { findHeader, readRequest } from './request.ts';
import type { MeasurementRequest } from './measurement-request.ts';

/** Requests of Universal Analytics. */
export const isRequestMpv1 = defineApi('isRequestMpv1', {
  accepts: [],
  perform: (call) => isMpv1(readMeasurement(call)),
});

/** Requests of Google Analytics 4. */
export const isRequestMpv2 = defineApi('isRequestMpv2', {
  accepts: [],
  perform: (call) => isMpv2(readMeasurement(call)),
});

export const extractEventsFromMpv1 = defineApi('extractEventsFromMpv1', {
  accepts: [],
  perform: (call) => {
    const request = readMeasurement(call);
    if (isMpv1(request)) return toSandbox(readMpv1(request));
    throw new SandboxError('The request is not one of Measurement Protocol version 1.');
  },
});

export const extractEventsFromMpv2 = defineApi('extractEventsFromMpv2', {
  accepts: [],
  perform: (call) => {
    const request = readMeasurement(call);
    if (isMpv2(request)) return toSandbox(readMpv2(request));
    throw new SandboxError('The request is not one of Measurement Protocol version 2.');
  },
});

function readMeasurement(call: ApiCall): MeasurementRequest {
  readRequest(call, 'path');
  const request = readRequest(call, 'query');
  const userAgent = findHeader(request, 'user-agent');
  return {
    path: request.path,
    query: new URLSearchParams(request.query),
    lines: (request.body ?? '').split(/\r?\n/).filter((line) => line !== ''),
    common: {
      ...(request.remoteAddress && { ip_override: request.remoteAddress }),
      ...(userAgent !== undefined && { user_agent: userAgent }),
    },
  };
}
