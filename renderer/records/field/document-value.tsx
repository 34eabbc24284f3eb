/** A document where it is read: what it is, and a way to a copy of it that does not begin to edit. */
import { useTranslation } from "react-i18next";
import classes from "./document.module.css";
import { useDocument } from "./use-document";

export function DocumentValue({ hash, label }: { readonly hash: string; readonly label: string }) {
  const { t } = useTranslation("records");
  const { words, save } = useDocument(hash, label);
  return (
    <>
      {words}{" "}
      {save === null ? null : (
        <button
          type="button"
          className={classes.copy}
          aria-label={t("file.saveNamed", { label })}
          onClick={(event) => {
            event.stopPropagation();
            void save();
          }}
        >
          {t("file.save")}
        </button>
      )}
    </>
  );
}
