import type { EChartsOption } from 'echarts';
import { exactToDecimal, type Exact } from '../../domain/exact.js';
import type { GateReport } from '../../domain/predikat/gate.js';
import type { AreaScore } from '../../domain/scoring/sheet-score.js';
import { gateRow } from '../../web/gate-rows.js';
import { homeText } from '../../text/messages/lke.js';

/** One bar: an area's points as a share of its weight. */
export interface AreaBar {
  readonly label: string;
  /** "60,00 %" as in the gate's row. */
  readonly text: string;
  /** 0..100, for drawing only. */
  readonly percent: number;
  readonly passed: boolean;
}

export interface AreaChart {
  readonly bars: readonly AreaBar[];
  /** 0..100, for drawing only. */
  readonly minimum: number;
  readonly minimumText: string;
}

/** The six areas against the gate of the target. Throws if the gates name no area (a bug). */
export function areaChart(areas: readonly AreaScore[], report: GateReport): AreaChart {
  const gates = areas.map(({ key }) => {
    const gate = report.items.find((item) => item.measures === key);
    if (gate === undefined) throw new Error(`no gate for area ${key}`);
    return gate;
  });
  const bars = gates.map((gate) => ({
    label: gate.name,
    text: gateRow(gate).value,
    percent: percentOf(gate.value),
    passed: gate.passed,
  }));
  const [first] = gates;
  if (first === undefined) throw new Error('no areas');
  const minimumText = gateRow(first).minimum;
  return { bars, minimum: percentOf(first.minimum), minimumText };
}

const INK = '#1d2628';
const PASS = '#1c6b3c';
const FAIL = '#a3261b';
const LINE = '#55626a';
const FONT = "system-ui, 'Segoe UI', 'Noto Sans', 'Liberation Sans', Arial, sans-serif";

/** Horizontal bars with the gate as a dashed line; verdicts also by shape, not by colour alone. */
export async function areaChartSvg(chart: AreaChart): Promise<string> {
  // Loaded on first use: the library is large and most requests never draw.
  const { init } = await import('echarts');
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width: 640, height: 330 });
  drawing.setOption(optionOf(chart));
  const svg = drawing.renderToSVGString();
  drawing.dispose();
  return svg;
}

function optionOf({ bars, minimum, minimumText }: AreaChart): EChartsOption {
  const text = { color: INK, fontFamily: FONT, fontSize: 14 };
  return {
    animation: false,
    // Room for the widest sans-serif: nobody measures the reader's font here.
    grid: { left: 218, right: 118, top: 30, bottom: 30 },
    xAxis: {
      type: 'value',
      min: 0,
      max: 100,
      axisLabel: { ...text, fontSize: 12, formatter: '{value} %' },
      splitLine: { lineStyle: { color: '#e3e7e8' } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map((bar) => bar.label),
      axisLabel: { ...text, fontSize: 13, width: 175, overflow: 'break' },
      axisTick: { show: false },
    },
    series: [
      {
        type: 'bar',
        barWidth: 18,
        data: bars.map((bar) => ({
          value: bar.percent,
          itemStyle: { color: bar.passed ? PASS : FAIL },
          label: { ...text, formatter: `${bar.passed ? '✓' : '✗'} ${bar.text}` },
        })),
        label: { show: true, position: 'right' },
        markLine: {
          symbol: 'none',
          silent: true,
          data: [{ xAxis: minimum }],
          lineStyle: { color: LINE, type: 'dashed', width: 2 },
          label: { ...text, formatter: homeText.chartMinimum(minimumText), position: 'start' },
        },
      },
    ],
  };
}

function percentOf(ratio: Exact): number {
  return Number(exactToDecimal(ratio.mul(100), 6, 'half-up'));
}
