/** The table for people and its copy for programs. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname } from 'node:path';
import { percentile, type Row, verdict } from './rows';

export interface Machine {
  readonly cores: number;
  readonly cpu: string;
  readonly platform: string;
  readonly node: string;
  readonly electron: string;
}

export const machineOf = (electron: string): Machine => ({
  cores: cpus().length,
  cpu: cpus()[0]?.model.trim() ?? '',
  platform: `${process.platform}-${process.arch}`,
  node: process.versions.node,
  electron,
});

const number = (value: number) =>
  Number.isNaN(value) ? '–' : value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en');

const heads = ['operation', 'size', 'unit', 'n', 'p50', 'p95', 'budget', ''];

function cells(row: Row): string[] {
  return [
    row.operation,
    row.size,
    row.unit,
    String(row.samples.length),
    number(percentile(row.samples, 0.5)),
    number(percentile(row.samples, 0.95)),
    row.budget ? row.budget.join(' / ') : '',
    verdict(row),
  ];
}

/** A Markdown table, padded so that it is one in a terminal too. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [heads, ...rows.map(cells)];
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  const isNumber = (column: number) => column >= 3 && column <= 6;
  const draw = (line: readonly string[]) =>
    `| ${line
      .map((cell, i) => (isNumber(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join(' | ')} |`;
  const rule = `|${widths.map((width, i) => '-'.repeat(width + 1) + (isNumber(i) ? ':' : '-')).join('|')}|`;
  const [head = [], ...body] = lines;
  return [draw(head), rule, ...body.map(draw)].join('\n');
}

export function writeJson(file: string, machine: Machine, rows: readonly Row[]): void {
  mkdirSync(dirname(file), { recursive: true });
  const all = rows.map((row) => ({
    ...row,
    p50: percentile(row.samples, 0.5),
    p95: percentile(row.samples, 0.95),
    verdict: verdict(row),
  }));
  writeFileSync(file, `${JSON.stringify({ machine, rows: all }, null, 1)}\n`);
}
