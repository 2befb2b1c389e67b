/** Rich texts for property tests: a builder with any steps in any order. */
import fc from 'fast-check';
import type { RichText } from '../rich';
import { RichBuilder } from '../rich-builder';
import { anyText } from './arbitraries';

type Step = (builder: RichBuilder) => void;

const facts = fc.record({
  level: fc.nat(6),
  quoted: fc.nat(2),
  label: fc.option(fc.constantFrom('1.', '•', '☑')),
  header: fc.boolean(),
});

/** Anything a reader may do, in any order. */
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(anyText, fc.nat(127), fc.option(fc.constant('https://example.com'))).map(
      ([text, format, link]): Step =>
        (it) =>
          it.text(text, format, link),
    ),
  },
  fc
    .tuple(fc.constantFrom('paragraph', 'heading', 'item', 'code', 'note', 'break', 'turn', 'caption'), facts)
    .map(
      ([kind, some]): Step =>
        (it) =>
          it.block(kind, some),
    ),
  fc
    .array(fc.array(fc.array(anyText, { maxLength: 2 }), { minLength: 1, maxLength: 4 }), { maxLength: 3 })
    .map(
      (rows): Step =>
        (it) => {
          it.beginTable();
          for (const row of rows) {
            it.row();
            row.forEach((cell, i) => {
              if (i > 0) it.cell();
              for (const text of cell) it.text(text, 1);
            });
          }
        },
    ),
  fc.constantFrom('1', '12').map(
    (label): Step =>
      (it) =>
        it.mark(label),
  ),
  fc.constant<Step>((it) => it.image({ alt: 'A cat', id: null, width: null, height: null })),
  fc.constant<Step>((it) => it.end()),
);

function build(steps: readonly Step[]): { text: string; rich: RichText } {
  const builder = new RichBuilder();
  for (const one of steps) one(builder);
  return builder.finish();
}

/** A text and its looks, as any reader might build them. */
export const anyRich = fc.array(step, { maxLength: 12 }).map(build);
