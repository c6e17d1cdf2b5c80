import { pino } from 'pino';
import type { EndpointEvent } from '../endpoint-event.ts';
import type { Configuration } from '../types.ts';
import { createLineWriter } from './line-writer.ts';

/** Writes JSON lines to standard output; nothing in them tells one visitor from another. */
export interface Log {
  info(line: object, message: string): void;
  warn(line: object, message: string): void;
  observe(event: EndpointEvent): void;
  /** Writes what is still waiting, as far as it can be written. */
  flush(): Promise<void>;
}

const standardOutput = 1;
const flushMillis = 1000;

/** A log for one endpoint. */
export function createLog(level: Configuration['logLevel']): Log {
  const writer = createLineWriter(standardOutput);
  const options = {
    level,
    base: null,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const logger = pino(options, writer);
  return {
    info: (line, message) => logger.info(line, message),
    warn: (line, message) => logger.warn(line, message),
    observe: (event) => {
      if (event.kind === 'error') logger.error({ error: nameOf(event.error) }, 'error');
      if (event.kind === 'backup-overflow') logger.debug(event, 'backup overflow');
      if (event.kind === 'answer') logger.debug(event, 'answer');
    },
    flush: () => writer.flush(flushMillis),
  };
}

/** An error's message may quote a cookie; where it was thrown says enough. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return [error.name, ...(error.stack ?? '').split('\n').filter(isPlace).slice(0, 5)].join('\n');
}

function isPlace(line: string): boolean {
  return line.trimStart().startsWith('at ');
}
