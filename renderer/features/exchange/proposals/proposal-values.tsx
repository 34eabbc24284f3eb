/** What a proposal would write beside what is recorded, and who entered it when: alike while it waits and once decided. */
import { useTranslation } from "react-i18next";
import type { AsideChange } from "../../../../shared/contract/schemas/proposals";
import { useWords } from "../../../components/words";
import changes from "../../changes/changes.module.css";
import { fieldWord } from "../conflicts/conflict-words";
import classes from "../exchange.module.css";

type Shown = AsideChange;

/** "Sửa: Nguyễn Văn An"; of what is no person's own record, what it is: "Thêm quá trình công tác: Nguyễn Văn An". */
export function useProposalTitle(): (proposal: Pick<Shown, "entity" | "kind" | "label">) => string {
  const { t } = useTranslation("domain");
  return ({ entity, kind, label }) => {
    const verb = t(`proposalKind.${kind}`);
    if (entity === "official") return `${verb}: ${label}`;
    return `${verb} ${t(`entity.${entity}`, { defaultValue: entity }).toLowerCase()}: ${label}`;
  };
}

/** @param props.author named where the proposals around it are not all of one office */
export function ProposalValues({
  proposal,
  author = "",
}: {
  readonly proposal: Shown;
  readonly author?: string;
}) {
  const { t } = useTranslation(["screen-proposals", "screen-conflicts", "domain"]);
  const words = useWords();
  const title = useProposalTitle()(proposal);
  const { entity, kind, rowLabel, user, at, values } = proposal;
  // Of a row that is not there yet nothing is recorded.
  const columns =
    kind === "add" ? (["field", "proposed"] as const) : (["field", "current", "proposed"] as const);
  return (
    <>
      <p className={classes.muted}>
        {[
          entity === "official" ? "" : t(`domain:entity.${entity}`, { defaultValue: entity }),
          rowLabel,
          author,
          t("screen-proposals:by", { user, at: words.instant(at) }),
        ]
          .filter((part) => part !== "")
          .join(" · ")}
      </p>
      {values.length === 0 ? null : (
        <div className={classes.tableBox}>
          <table className={changes.detail} aria-label={t("screen-proposals:values", { name: title })}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th scope="col" key={column}>
                    {t(`screen-proposals:column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {values.map(({ field, current, proposed }) => (
                <tr key={field}>
                  <th scope="row">{fieldWord(t, entity, field)}</th>
                  {kind === "add" ? null : <td className={changes.before}>{current ?? t("domain:blank")}</td>}
                  <td className={changes.after}>{proposed ?? t("domain:blank")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
