import { createContext, type ReactNode, useContext } from 'react';
import { t } from '../../core/locale/t';
import { anchorOf, type Node, type Tree, wordsOf } from './parse';

/** Deeper nesting is shown as its words. */
const DEEPEST = 30;

/** What a click on the link to URL does; null for a link that leads nowhere from here. */
type Leads = (url: string) => (() => void) | null;

const Leading = createContext<Leads>(() => null);

/** Markdown as React elements: no HTML of its own, no images, and links as words with their address. */
export function Markdown({ tree, leads }: { tree: Tree; leads?: Leads }) {
  const shownTree = <div className="markdown">{shown(tree.children, 0)}</div>;
  return leads ? <Leading.Provider value={leads}>{shownTree}</Leading.Provider> : shownTree;
}

const shown = (nodes: readonly Node[], depth: number): ReactNode =>
  // The tree is made anew with every text, so places are as good as names.
  // biome-ignore lint/suspicious/noArrayIndexKey: see above
  nodes.map((node, index) => <One key={index} node={node} depth={depth + 1} />);

function One({ node, depth }: { node: Node; depth: number }): ReactNode {
  if (depth > DEEPEST) return wordsOf(node);
  switch (node.type) {
    case 'heading': {
      // The pane itself stands below headings of the first and the second degree.
      const Heading = `h${Math.min(6, node.depth + 2)}` as 'h3';
      return (
        <Heading className={`depth-${node.depth}`} data-anchor={anchorOf(wordsOf(node))}>
          {shown(node.children, depth)}
        </Heading>
      );
    }
    case 'paragraph':
      return <p>{shown(node.children, depth)}</p>;
    case 'emphasis':
      return <em>{shown(node.children, depth)}</em>;
    case 'strong':
      return <strong>{shown(node.children, depth)}</strong>;
    case 'blockquote':
      return <blockquote>{shown(node.children, depth)}</blockquote>;
    case 'list':
      return node.ordered ? (
        <ol start={node.start ?? 1}>{shown(node.children, depth)}</ol>
      ) : (
        <ul>{shown(node.children, depth)}</ul>
      );
    case 'listItem':
      return <li>{shown(node.children, depth)}</li>;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'code':
      return <pre>{node.value}</pre>;
    case 'link':
      return <Link words={shown(node.children, depth)} plain={wordsOf(node)} url={node.url} />;
    case 'linkReference':
      return <>{shown(node.children, depth)}</>;
    case 'image':
    case 'imageReference':
      return <em>[{node.alt || t('guidelines.image')}]</em>;
    case 'break':
      return <br />;
    case 'thematicBreak':
      return <hr />;
    case 'text':
    case 'html':
      return node.value;
    default:
      return null;
  }
}

/** Nothing outside opens from here: whoever wants to go there sees where it leads. */
function Link({ words, plain, url }: { words: ReactNode; plain: string; url: string }) {
  const follow = useContext(Leading)(url);
  if (follow) {
    return (
      <button type="button" className="link" onClick={follow}>
        {words}
      </button>
    );
  }
  return (
    <>
      {words}
      {plain !== url && <span className="muted"> ({url})</span>}
    </>
  );
}
