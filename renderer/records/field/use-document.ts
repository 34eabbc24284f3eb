/** What is known of one document, in words, and the way to a copy of it; the same where it is read and where it is edited. */
import { useTranslation } from "react-i18next";
import { documentEndings } from "../../../shared/domain/document-kind";
import { toastFailed, toastNotice } from "../../app/feedback/toast";
import { call } from "../../bridge/bridge";
import { useCall } from "../../bridge/hooks";
import { useSizeText } from "../../components/files/size-text";

export interface DocumentView {
  /** "PDF, 1,2 MB"; "chờ tệp" for one that has not come. */
  readonly words: string;
  /** Writes a copy where somebody chooses; null while there is nothing to copy. */
  readonly save: (() => Promise<void>) | null;
}

/** @param hash null: there is none @param name what a copy is called */
export function useDocument(hash: string | null, name: string): DocumentView {
  const { t } = useTranslation("records");
  const sizeText = useSizeText();
  const { data } = useCall("documentGet", { hash: hash ?? "" }, { enabled: hash !== null });
  if (hash === null || data === undefined) return { words: "", save: null };
  if (data === null) return { words: t("file.waiting"), save: null };
  const { bytes, kind } = data;
  const save = async () => {
    try {
      const suggestedName = kind === null ? name : `${name}.${documentEndings[kind][0]}`;
      const path = await call("dialogSaveDocument", { suggestedName, kind });
      if (path === null) return;
      const written = await call("documentSave", { hash, path });
      const run = () => void call("fileOpen", { path: written.path }).catch(toastFailed);
      toastNotice(t("file.saved", { path: written.path }), { offer: { label: t("file.open"), run } });
    } catch (error) {
      toastFailed(error);
    }
  };
  return { words: t("file.here", { kind: t(`file.kind.${kind ?? "other"}`), size: sizeText(bytes) }), save };
}
