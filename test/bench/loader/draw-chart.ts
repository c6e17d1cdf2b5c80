import type { Result } from '../loader.ts';

const LEFT = 130;
const WIDTH = 640;
const ROW = 22;

/** Bars of how long each takes until its identity cookie is there, at the first and the second page view. */
export function drawChart(results: Result[], slowdown: number): string {
  const bars = results.flatMap(({ name, first, second }, index) => [
    { label: name, note: 'first view', millis: first.readyMillis, y: 40 + index * 58 },
    { label: '', note: 'second view', millis: second.readyMillis, y: 40 + index * 58 + ROW },
  ]);
  const longest = Math.max(...bars.map(({ millis }) => millis));
  const height = 40 + results.length * 58;
  const drawn = bars.map(({ label, note, millis, y }) => {
    const width = ((WIDTH - LEFT - 150) * millis) / longest;
    const fill = label === '' ? '#8fb3c9' : '#1f6f8b';
    return `<text x="${LEFT - 10}" y="${y + 14}" text-anchor="end" font-weight="600">${label}</text>
<rect x="${LEFT}" y="${y}" width="${width.toFixed(1)}" height="18" rx="3" fill="${fill}"/>
<text x="${(LEFT + width + 8).toFixed(1)}" y="${y + 14}">${millis.toFixed(1)} ms, ${note}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="system-ui, sans-serif" font-size="13" fill="#1d2733" role="img">
<title>Time from the start of the script until the identity cookie is there</title>
<rect width="${WIDTH}" height="${height}" fill="#fff"/>
<text x="${LEFT}" y="22">Script start to identity cookie, Chromium, processor ${slowdown} times slowed</text>
${drawn.join('\n')}
</svg>
`;
}
