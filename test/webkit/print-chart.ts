import { DAYS, type Outcome, type Visit } from './lifetime-cases.ts';

const LEFT = 24;
const WIDTH = 640;
const TOP = 68;
const ROW = 56;
const lastDay = DAYS.at(-1) ?? 0;

/** What was measured as an SVG picture: a line joins the visits of one visitor, a number counts its sessions. */
export function printChart(outcomes: Outcome[]): string {
  const height = TOP + outcomes.length * ROW;
  const axis = [
    text(
      LEFT - 12,
      16,
      'Days since the first visit. In the dots: number of the session. Orange: another visitor.',
      'quiet',
    ),
    ...DAYS.map((day) => text(toX(day), 40, `${day}`, 'quiet middle')),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img">
<title>Which visits are seen as one visitor</title>
<style>
  text { font: 13px system-ui, sans-serif; fill: #1f2328; }
  .quiet { fill: #59636e; }
  .middle { text-anchor: middle; }
  .number { fill: #fff; font-weight: 600; }
  .same { stroke: #0969da; stroke-width: 4; }
  .lasting { fill: #0969da; }
  .lost { fill: #bc4c00; }
  @media (prefers-color-scheme: dark) { text { fill: #f0f6fc; } .quiet { fill: #9198a1; } .number { fill: #fff; } }
</style>
${[...axis, ...outcomes.flatMap(printRow)].join('\n')}
</svg>
`;
}

function printRow({ setup, isPrevented, visits }: Outcome, row: number): string[] {
  const y = TOP + row * ROW;
  const label = `${setup}, tracking prevention ${isPrevented ? 'on' : 'off'}`;
  const lines = visits.flatMap(({ day, isKnown }, index) => {
    const before = visits[index - 1];
    return isKnown && before !== undefined ? [line(toX(before.day), toX(day), y + 24)] : [];
  });
  return [
    text(LEFT - 12, y + 4, label, ''),
    ...lines,
    ...visits.map((visit) => dot(visit, y + 24)),
  ];
}

function dot({ day, isKnown, sessionNumber }: Visit, y: number): string {
  const kind = isKnown || day === 0 ? 'lasting' : 'lost';
  const circle = `<circle class="${kind}" cx="${toX(day)}" cy="${y}" r="10"/>`;
  return `${circle}${text(toX(day), y + 4.5, `${sessionNumber}`, 'number middle')}`;
}

function line(from: number, to: number, y: number): string {
  return `<line class="same" x1="${from}" x2="${to}" y1="${y}" y2="${y}"/>`;
}

function text(x: number, y: number, words: string, kind: string): string {
  return `<text class="${kind}" x="${x}" y="${y}">${words}</text>`;
}

function toX(day: number): number {
  return LEFT + (day / lastDay) * (WIDTH - 2 * LEFT);
}
