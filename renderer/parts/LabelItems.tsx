import { Command } from 'cmdk';
import { useMemo } from 'react';
import { fullName, treeOf } from '../../core/label-tree';
import type { Label } from '../../core/model';
import { Swatch } from './Swatch';

interface Props {
  readonly labels: readonly Label[];
  /** Told the label's id. */
  readonly onChoose: (id: string) => void;
}

/** Labels as the choices of a list that is typed into: found by their own name, and by those above them. */
export function LabelItems({ labels, onChoose }: Props) {
  const tree = useMemo(() => treeOf(labels), [labels]);
  return tree.map((branch) => (
    <Command.Item
      key={branch.label.id}
      value={branch.label.id}
      keywords={[branch.label.name, fullName(branch)]}
      onSelect={() => onChoose(branch.label.id)}
    >
      <Swatch color={branch.label.color} />
      <span className="clip grow">{fullName(branch)}</span>
      {branch.label.key && <kbd>{branch.label.key.toUpperCase()}</kbd>}
    </Command.Item>
  ));
}
