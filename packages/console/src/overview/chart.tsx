import { Paper, Table, Text, VisuallyHidden } from '@mantine/core';
import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Hour } from '../model.ts';

const HEIGHT = 160;

interface ChartProps {
  readonly title: string;
  readonly hours: readonly Hour[];
  readonly field: Exclude<keyof Hour, 'hour'>;
}

/** One number over the hours, drawn; and as a table for who cannot see it. */
export function Chart({ title, hours, field }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current!;
    const data: uPlot.AlignedData = [
      hours.map(({ hour }) => Date.parse(hour) / 1_000),
      hours.map((hour) => hour[field]),
    ];
    const chart = new uPlot(optionsOf(element, title), data, element);
    const observer = new ResizeObserver(() => chart.setSize({ width: element.clientWidth, height: HEIGHT }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      chart.destroy();
    };
  }, [hours, field, title]);
  const total = hours.reduce((sum, hour) => sum + hour[field], 0);
  return (
    <Paper withBorder p="sm" component="figure" m={0}>
      <Text component="figcaption" size="sm" fw={500}>
        {title}: <span className="big">{total.toLocaleString('en')}</span>
      </Text>
      <div ref={box} className="chart" aria-hidden />
      <VisuallyHidden>
        <Table>
          <caption>{title} by hour</caption>
          <Table.Tbody>
            {hours.map((hour) => (
              <Table.Tr key={hour.hour}>
                <Table.Th scope="row">{hour.hour}</Table.Th>
                <Table.Td>{hour[field]}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </VisuallyHidden>
    </Paper>
  );
}

function optionsOf(element: HTMLElement, label: string): uPlot.Options {
  const style = getComputedStyle(element);
  const [ink, line] = [
    style.getPropertyValue('--mantine-color-dimmed'),
    style.getPropertyValue('--mantine-color-default-border'),
  ];
  const axis: uPlot.Axis = { stroke: ink, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 } };
  return {
    width: element.clientWidth,
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    scales: { y: { range: (_chart, _min, max) => [0, Math.max(5, max)] } },
    axes: [
      { ...axis, values: '{HH}:{mm}' },
      { ...axis, size: 52 },
    ],
    series: [
      {},
      { label, stroke: '#0c8599', fill: '#0c859930', width: 2, paths: uPlot.paths.bars!({ size: [0.7, 40] }) },
    ],
  };
}
