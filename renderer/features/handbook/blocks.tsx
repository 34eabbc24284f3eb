/** Draws the guide: its few kinds of text, each line marked with its place so that a hit can be gone to. */
import type { ReactNode } from "react";
import type { Block, Inline } from "./handbook";
import classes from "./handbook.module.css";
import { placeIn } from "./search";

interface BlocksProps {
  readonly blocks: readonly Block[];
  /** Place of what holds them. */
  readonly holder: string;
  readonly images: readonly string[];
  /** The place that was gone to. */
  readonly found: string | null;
}

// The guide never changes while it is shown, so that the place of a part is its name.
// oxlint-disable react/no-array-index-key

export function Blocks({ blocks, ...rest }: BlocksProps) {
  return blocks.map((block, at) => (
    <OneBlock key={at} block={block} {...rest} place={placeIn(rest.holder, at)} />
  ));
}

function OneBlock(props: Omit<BlocksProps, "blocks"> & { readonly block: Block; readonly place: string }) {
  const { block, place, images, found } = props;
  const mark = (at: string) => ({ "data-place": at, "data-found": at === found || undefined });
  switch (block.kind) {
    case "paragraph":
      return (
        <p {...mark(place)}>
          <Words content={block.content} />
        </p>
      );
    case "list": {
      const items = block.items.map((item, at) => (
        <li key={at}>
          <Blocks blocks={item} holder={placeIn(place, at)} images={images} found={found} />
        </li>
      ));
      return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
    }
    case "table":
      return (
        <table>
          <thead>
            <tr>
              {block.head.map((cell, at) => (
                <th key={at} scope="col">
                  <Words content={cell} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, at) => (
              <tr key={at} {...mark(placeIn(place, at))}>
                {row.map((cell, column) => (
                  <td key={column}>
                    <Words content={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case "image":
      return <img {...mark(place)} className={classes.image} src={images[block.image]} alt={block.text} />;
    case "code":
      return <pre {...mark(place)}>{block.text}</pre>;
  }
}

function Words({ content }: { readonly content: readonly Inline[] }): ReactNode {
  return content.map((part, at) => {
    if (typeof part === "string") return part;
    if (part.kind === "code") return <code key={at}>{part.text}</code>;
    const Tag = part.kind;
    return (
      <Tag key={at}>
        <Words content={part.content} />
      </Tag>
    );
  });
}
