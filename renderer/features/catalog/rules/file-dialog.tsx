/** What a rules file would change, with whose status that turns, before it is written as one change. */
import { useTranslation } from "react-i18next";
import type { CallResult } from "../../../../shared/contract/contract";
import { formatNumber } from "../../../../shared/text/format";
import { DraftDialog } from "./draft-dialog";
import classes from "./rules.module.css";
import type { ReadRulesFile } from "./use-rules-file";

export interface FileDialogProps {
  readonly read: ReadRulesFile;
  readonly onClose: () => void;
}

export function FileDialog({ read, onClose }: FileDialogProps) {
  const { t } = useTranslation("screen-rules");
  const { path, edits } = read;
  return (
    <DraftDialog
      title={t("file.title")}
      hint={t("file.hint", { path })}
      edits={edits}
      typed={false}
      hasErrors={false}
      onAttempt={() => undefined}
      saved={t("file.done")}
      saveLabel={t("file.save")}
      onClose={onClose}
    >
      <Rows read={read} />
    </DraftDialog>
  );
}

type Tally = CallResult<"rulesFileRead">["posts"];

/** What would be written comes first; what stays as it is is there too, so that the file can be held against its list. */
const states = ["added", "changed", "unchanged"] as const;

function Rows({ read: { sets, posts } }: { readonly read: ReadRulesFile }) {
  const { t } = useTranslation("screen-rules");
  const told = (tally: Tally) =>
    states
      .filter((state) => tally[state] > 0)
      .map((state) => t(`file.tally.${state}`, { rows: formatNumber(tally[state]) }))
      .join("; ");
  const hasPosts = states.some((state) => posts[state] > 0);
  // Two sets of a file may bear one name, so a row is known by its place.
  const placed = sets.map((set, place) => ({ ...set, place }));
  const ordered = states.flatMap((state) => placed.filter((set) => set.state === state));
  return (
    <>
      {sets.length === 0 ? null : (
        <table className={classes.table} aria-label={t("file.rows")}>
          <thead>
            <tr>
              <th scope="col">{t("file.set")}</th>
              <th scope="col">{t("file.ofSet")}</th>
              <th scope="col">{t("file.rules")}</th>
            </tr>
          </thead>
          <tbody>
            {ordered.map(({ place, name, state, rules }) => (
              <tr key={place}>
                <th scope="row">{name}</th>
                <td>{t(`file.state.${state}`)}</td>
                <td>{told(rules)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hasPosts ? (
        <p className={classes.total}>
          {t("file.posts")}: {told(posts)}
        </p>
      ) : null}
    </>
  );
}
