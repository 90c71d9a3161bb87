import { Fragment } from 'react';
import styles from './Paper.module.css';
import { readBlocks, splitBlanks, type PaperBlock } from './paperBlocks.ts';

/** The text of one part of a paper. What an organisation fills in is marked. */
export const PaperText = ({ text }: { readonly text: string }) =>
  readBlocks(text).map((block, index) => <Block key={index} block={block} />);

const Block = ({ block }: { readonly block: PaperBlock }) => {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <Words text={block.text} />
        </p>
      );
    case 'list':
    case 'checks':
      return (
        <ul className={styles[block.type]}>
          {block.items.map((item) => (
            <li key={item}>
              <Words text={item} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return <Table {...block} />;
  }
};

/** On a narrow screen each row stands as a block, with the head's words before its cells. */
const Table = ({ head, rows }: Extract<PaperBlock, { readonly type: 'table' }>) => (
  <table className={styles['table']}>
    <thead>
      <tr>
        {head.map((words) => (
          <th key={words} scope="col">
            {words}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(([first = '', ...others], row) => (
        <tr key={row}>
          <th scope="row">
            <Words text={first} />
          </th>
          {others.map((cell, column) => (
            <td key={column} data-head={head[column + 1]}>
              <Words text={cell} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

const Words = ({ text }: { readonly text: string }) =>
  splitBlanks(text).map((part, index) =>
    part.isBlank ? (
      <mark key={index} className={styles['blank']}>
        {part.text}
      </mark>
    ) : (
      <Fragment key={index}>{part.text}</Fragment>
    ),
  );
