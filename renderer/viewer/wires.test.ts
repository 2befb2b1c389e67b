import { expect, test } from 'vitest';
import { layoutWires, roundedPath, type WireItem, wireAt } from './wires';

const box = (left: number, top: number, width = 40) => ({ left, right: left + width, top, bottom: top + 20 });
const room = { gutter: 30, height: 1000 };
const item = (id: string, from: WireItem['from'], to: WireItem['to'], name = 'knows'): WireItem => ({
  id,
  name,
  from,
  to,
  own: false,
});
const only = (of: WireItem, where = room) => layoutWires([of], where)[0];

test('a wire runs above the words and down the gutter, never through a line', () => {
  const wire = only(item('1', box(100, 50), box(300, 131)));
  expect(wire?.points).toEqual([
    [123, 51],
    [123, 47.5],
    [-11, 47.5],
    [-11, 128.5],
    [317, 128.5],
    [317, 132],
  ]);
  expect(wire?.tip).toEqual([317, 132.5]);
  expect(wire?.name).toEqual({ text: 'knows', x: -15, y: 88 });
});

test('on one line it goes straight over', () => {
  const wire = only(item('1', box(300, 50), box(100, 51)));
  expect(wire?.points.map(([, y]) => y)).toEqual([51, 47.5, 47.5, 52]);
  expect(wire?.name?.y).toBe(48);
});

test('an end that is not mounted is led out of the view, without an arrow', () => {
  expect(only(item('1', box(100, 50), 'below'))).toMatchObject({ tip: null });
  expect(only(item('1', box(100, 50), 'below'))?.points.at(-1)).toEqual([-11, 1000]);
  const above = only(item('1', 'above', box(100, 50)));
  expect(above?.points[0]).toEqual([-11, 0]);
  expect(above?.tip).not.toBeNull();
});

test('wires beside each other get lanes of their own, the shortest nearest to the text', () => {
  const wires = layoutWires(
    [
      item('long', box(0, 20), box(0, 500)),
      item('short', box(0, 100), box(0, 200)),
      item('third', box(0, 60), box(0, 400)),
    ],
    { gutter: 40, height: 1000 },
  );
  const lane = (id: string) => Math.min(...(wires.find((it) => it.id === id)?.points ?? []).map(([x]) => x));
  expect([lane('short'), lane('third'), lane('long')]).toEqual([-11, -24, -24]);
  // Two lanes are all that this gutter holds: the last wire goes without a name.
  expect(wires.map((it) => [it.id, it.name !== null])).toEqual([
    ['short', true],
    ['third', true],
    ['long', false],
  ]);
  const apart = layoutWires([item('a', box(0, 20), box(0, 60)), item('b', box(0, 700), box(0, 800))], room);
  expect(apart.map((it) => it.points[2]?.[0])).toEqual([-11, -11]);
});

test('those of the picked annotation get their lanes first', () => {
  const long = { ...item('own', box(0, 20), box(0, 500)), own: true };
  const wires = layoutWires([item('short', box(0, 100), box(0, 200)), long], room);
  expect(wires.map((it) => [it.id, it.name !== null])).toEqual([
    ['own', true],
    ['short', false],
  ]);
});

test('a long name is shortened, and a narrow gutter has none', () => {
  expect(only(item('1', box(0, 0), box(0, 300), 'x'.repeat(40)))?.name?.text).toBe(`${'x'.repeat(21)}…`);
  expect(only(item('1', box(0, 0), box(0, 300)), { gutter: 20, height: 1000 })?.name).toBeNull();
});

test('corners are rounded by at most half of what is there', () => {
  expect(
    roundedPath([
      [0, 0],
      [10, 0],
      [10, 2],
    ]),
  ).toBe('M0 0L7 0Q10 0 10 1L10 2');
});

test('the pointer finds the nearest wire: more easily in the gutter than among the words, and by its name', () => {
  const [near, far] = layoutWires(
    [item('near', box(100, 50), box(300, 131)), item('far', box(100, 54), box(300, 335))],
    { gutter: 60, height: 1000 },
  );
  const wires = [near, far].filter((it) => it !== undefined);
  expect(wireAt(wires, -11, 70)).toBe('near');
  expect(wireAt(wires, -14, 70)).toBe('near');
  expect(wireAt(wires, -22, 70)).toBe('far');
  expect(wireAt(wires, -11, 200)).toBeNull();
  expect(wireAt(wires, 60, 46)).toBe('near');
  expect(wireAt(wires, 60, 43)).toBeNull();
  // Written upwards, left of its wire.
  expect(wireAt(wires, -31, far?.name?.y ?? 0)).toBe('far');
  expect(wireAt([], 0, 0)).toBeNull();
});
