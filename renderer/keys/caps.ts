/** What the person's keyboard shows on the keys that are bound by place. */
import { useEffect, useState } from 'react';

const places: readonly (readonly [key: string, code: string])[] = [
  ['[', 'BracketLeft'],
  [']', 'BracketRight'],
];

interface KeyboardLayout {
  getLayoutMap(): Promise<ReadonlyMap<string, string>>;
}

export function useCaps(): ReadonlyMap<string, string> {
  const [caps, setCaps] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    const { keyboard } = navigator as { keyboard?: KeyboardLayout };
    void keyboard
      ?.getLayoutMap()
      .then((map) => setCaps(new Map(places.map(([key, code]) => [key, map.get(code) ?? key]))));
  }, []);
  return caps;
}
