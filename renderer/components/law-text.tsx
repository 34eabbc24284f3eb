/** A text that names laws: their numbers are not parted at the end of a line. */
import { lawParts } from "../../shared/text/law-number";
import classes from "./law-text.module.css";

export function LawText({ text }: { readonly text: string }) {
  return lawParts(text).map((part, place) =>
    part.isNumber ? (
      // Parts of one text have no other name than their place.
      // oxlint-disable-next-line react/no-array-index-key
      <span key={place} className={classes.number}>
        {part.text}
      </span>
    ) : (
      part.text
    ),
  );
}
