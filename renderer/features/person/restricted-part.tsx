/** The sections of a person's file with sensitive data (Luật 91/2025/QH15), folded under a title that says what they stay out of. */
import { IconLock } from "@tabler/icons-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { FileSection, type FileSectionProps } from "./file-section";
import classes from "./person.module.css";
import { restrictedBlocks } from "./sections";

export function RestrictedPart(props: Omit<FileSectionProps, "block">) {
  const { t } = useTranslation("screen-person");
  const id = useId();
  return (
    <section className={classes.restricted} aria-labelledby={id}>
      <header>
        <h2 id={id} className={classes.restrictedTitle}>
          <IconLock size={15} aria-hidden />
          {t("restricted.title")}
        </h2>
        <p className={classes.restrictedNote}>{t("restricted.note")}</p>
      </header>
      {restrictedBlocks.map((block) => (
        <FileSection key={block.key} {...props} block={block} />
      ))}
    </section>
  );
}
