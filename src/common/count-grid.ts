/** A count for each pair of a row and a column. */
export type CountGrid<Row extends string, Column extends string> = Record<Row, Record<Column, number>>;

/** @returns one of zeros. */
export function countGrid<Row extends string, Column extends string>(
  rows: readonly Row[],
  columns: readonly Column[],
): CountGrid<Row, Column> {
  const zeros = (): [string, number][] => columns.map((column) => [column, 0]);
  return Object.fromEntries(rows.map((row) => [row, Object.fromEntries(zeros())])) as CountGrid<Row, Column>;
}

/** The sum over all rows of one column. */
export function sumOf<Row extends string, Column extends string>(grid: CountGrid<Row, Column>, column: Column): number {
  let sum = 0;
  for (const counts of Object.values<Record<Column, number>>(grid)) sum += counts[column];
  return sum;
}
