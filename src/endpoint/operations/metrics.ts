import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { EndpointEvent } from '../endpoint-event.ts';

/** Counts what happens, in the text format of Prometheus. */
export interface Metrics {
  observe(event: EndpointEvent): void;
  print(): Promise<string>;
}

/** Metrics of one endpoint. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const meters = createMeters(registry);
  return {
    observe: (event) => count(event, meters),
    print: () => registry.metrics(),
  };
}

function createMeters(registry: Registry) {
  const registers = [registry];
  const counter = (name: string, help: string, ...labelNames: string[]) =>
    new Counter({ name: `first_party_id_${name}`, help, labelNames, registers });
  return {
    requests: counter('requests_total', 'Requests, by route and status.', 'route', 'status'),
    refusals: counter('refusals_total', 'Requests that got no cookie, by reason.', 'reason'),
    visitors: counter('visitors_total', 'Requests with an id of ours, and without one.', 'kind'),
    dropped: counter('backup_dropped_sessions_total', 'Sessions that did not fit into a backup.'),
    errors: counter('errors_total', 'Requests that ended with 500.'),
    seconds: new Histogram({
      name: 'first_party_id_request_seconds',
      help: 'Time from a request to its answer, in seconds.',
      buckets: [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 1],
      registers,
    }),
    residentBytes: new Gauge({
      name: 'process_resident_memory_bytes',
      help: 'Memory that the process holds, in bytes.',
      registers,
      collect() {
        this.set(process.memoryUsage.rss());
      },
    }),
  };
}

function count(event: EndpointEvent, meters: ReturnType<typeof createMeters>): void {
  switch (event.kind) {
    case 'answer':
      meters.requests.inc({ route: event.route, status: event.status });
      meters.seconds.observe(event.seconds);
      if (event.refusal !== undefined) meters.refusals.inc({ reason: event.refusal });
      return;
    case 'visitor':
      return meters.visitors.inc({ kind: event.isNew ? 'new' : 'known' });
    case 'backup-overflow':
      return meters.dropped.inc(event.dropped);
    case 'error':
      return meters.errors.inc();
  }
}
