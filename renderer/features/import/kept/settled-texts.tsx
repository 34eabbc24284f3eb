/** Texts that nobody matched and that the record settled meanwhile: apart from those that wait, and taken away in one go. */
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../../shared/text/format";
import { toastFailed } from "../../../app/feedback/toast";
import { paths } from "../../../app/navigation/paths";
import { toastSaved } from "../../../app/roster/toast-saved";
import { call } from "../../../bridge/bridge";
import { useSend } from "../../../bridge/hooks";
import { Button } from "../../../components/button";
import { ShowMorePages } from "../../exchange/parts/show-more";
import { usePages } from "../../exchange/parts/use-pages";
import classes from "../import.module.css";
import type { KeptText } from "./kept-item";

const pageSize = 50;

export interface SettledTextsProps {
  /** Only this person's; null: everybody's. */
  readonly officialId: string | null;
  readonly readOnly: boolean;
}

export function SettledTexts({ officialId, readOnly }: SettledTextsProps) {
  const { t } = useTranslation("screen-import");
  const send = useSend("keptDropSettled");
  const pages = usePages<KeptText>(["keptTexts", officialId ?? "all", "settled"], pageSize, (offset, limit) =>
    call("keptTexts", { officialId, settled: true, offset, limit }),
  );
  if (pages.rows.length === 0) return null;
  const drop = async () => {
    try {
      const done = await send.mutateAsync({ officialId });
      if (done.changeId !== null)
        toastSaved(t("kept.settledDropped", { text: formatNumber(done.texts) }), done, { undo: true });
    } catch (error) {
      toastFailed(error);
    }
  };
  return (
    <section className={classes.card} aria-label={t("kept.settled")}>
      <header className={classes.cardHead}>
        <h2 className={classes.cardTitle}>{t("kept.settled")}</h2>
        {readOnly ? null : (
          <Button variant="default" loading={send.isPending} onClick={() => void drop()}>
            {t("kept.dropSettled")}
          </Button>
        )}
      </header>
      <p className={classes.text}>{t("kept.settledAbout")}</p>
      <ul className={classes.keptTexts}>
        {pages.rows.map(({ heading, text, count, people: [first] }) => (
          <li key={`${heading}\n${text ?? ""}`}>
            <span>{`“${text ?? ""}”`}</span>
            <span className={classes.muted}>{heading}</span>
            {first === undefined ? null : <a href={paths.person(first.id)}>{first.fullName}</a>}
            {count > 1 ? (
              <span className={classes.muted}>{t("kept.morePeople", { text: formatNumber(count - 1) })}</span>
            ) : null}
          </li>
        ))}
      </ul>
      <ShowMorePages pages={pages} />
    </section>
  );
}
