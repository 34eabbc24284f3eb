/** The sections of a person's file in one line above it, each a way to its place; what is restricted is one entry. */
import { useTranslation } from "react-i18next";
import classes from "./person.module.css";
import { everydayBlocks, type FileBlock, foldedBlocks, restrictedBlocks } from "./sections";
import type { Editing } from "./use-editing";

export function FileContents({ editing }: { readonly editing: Editing }) {
  const { t } = useTranslation("screen-person");
  const [restricted] = restrictedBlocks;
  const entry = (block: FileBlock, words: string) => (
    <li key={block.key}>
      <button type="button" className={classes.contentsEntry} onClick={() => editing.goTo(block)}>
        {words}
      </button>
    </li>
  );
  return (
    <nav className={classes.contents} aria-label={t("contents")}>
      <ul>
        {[...everydayBlocks, ...foldedBlocks].map((block) => entry(block, t(`short.${block.section}`)))}
        {restricted === undefined ? null : entry(restricted, t("restricted.title"))}
      </ul>
    </nav>
  );
}
