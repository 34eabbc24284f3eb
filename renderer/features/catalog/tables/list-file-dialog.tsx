/** A code list from a file: what it would add and change, or what is wrong in it, before anything is written. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type ListFileData, listRowStates } from "../../../../shared/contract/schemas/catalog-tables";
import type { CodeList } from "../../../../shared/domain/entities/definition";
import { formatNumber } from "../../../../shared/text/format";
import { toastFailed, toastNotice } from "../../../app/feedback/toast";
import { toastSaved } from "../../../app/roster/toast-saved";
import { call } from "../../../bridge/bridge";
import { useSend } from "../../../bridge/hooks";
import { Button } from "../../../components/button";
import { Dialog } from "../../../components/dialog";
import { DialogFoot } from "../../../components/dialog-foot";
import classes from "../catalog.module.css";

interface ReadListFile extends ListFileData {
  readonly path: string;
  readonly list: CodeList;
}

/** Chooses a file through the system's dialog and looks at it. */
export function useListFile() {
  const { t } = useTranslation("screen-catalog");
  const [read, setRead] = useState<ReadListFile | null>(null);
  const choose = async (list: CodeList) => {
    try {
      const path = await call("dialogOpenWorkbook", {});
      if (path === null) return;
      const found = await call("listFileRead", { path, list });
      if (found.added + found.changed + found.problems.length > 0) setRead({ ...found, path, list });
      else toastNotice(t("lists.nothing", { path }));
    } catch (error) {
      toastFailed(error);
    }
  };
  return { read, choose, close: () => setRead(null) };
}

/** As many lines as somebody reads through; the numbers above them are of all. */
const mostShown = 200;

interface ListFileDialogProps {
  readonly read: ReadListFile;
  /** Of the code list. */
  readonly name: string;
  readonly onClose: () => void;
}

export function ListFileDialog({ read, name, onClose }: ListFileDialogProps) {
  const { t } = useTranslation(["screen-catalog", "domain"]);
  const send = useSend("listFileSave");
  const { path, list, problems } = read;
  const isWrong = problems.length > 0;
  const save = async () => {
    try {
      const written = await send.mutateAsync({ path, list });
      toastSaved(t("screen-catalog:lists.imported"), written, { undo: true });
      onClose();
    } catch (error) {
      toastFailed(error);
    }
  };
  return (
    <Dialog
      title={t("screen-catalog:lists.importTitle", { list: name })}
      size="48rem"
      busy={send.isPending}
      onClose={onClose}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isWrong) void save();
        }}
      >
        <p className={classes.hint}>{t("screen-catalog:lists.importHint", { path })}</p>
        <p className={classes.strong}>
          {isWrong
            ? t("screen-catalog:lists.wrong", { text: formatNumber(problems.length) })
            : t("screen-catalog:lists.tally", {
                added: formatNumber(read.added),
                changed: formatNumber(read.changed),
                unchanged: formatNumber(read.unchanged),
              })}
        </p>
        {isWrong ? <Problems problems={problems} /> : <Rows rows={read.rows} />}
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            {t("screen-catalog:cancel")}
          </Button>
          <Button type="submit" disabled={isWrong} loading={send.isPending}>
            {t("screen-catalog:lists.importSave")}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

function Problems({ problems }: Pick<ListFileData, "problems">) {
  const { t } = useTranslation("screen-catalog");
  return (
    <>
      <ul aria-label={t("lists.problems")}>
        {problems.slice(0, mostShown).map(({ row, sentence }) => (
          <li key={`${row} ${sentence}`}>{sentence}</li>
        ))}
      </ul>
      <More count={problems.length} />
    </>
  );
}

/** What would be written comes first. */
function Rows({ rows }: Pick<ListFileData, "rows">) {
  const { t } = useTranslation(["screen-catalog", "domain"]);
  const ordered = listRowStates.flatMap((state) => rows.filter((row) => row.state === state));
  return (
    <>
      <table className={classes.table} aria-label={t("screen-catalog:lists.rows")}>
        <thead>
          <tr>
            <th scope="col">{t("screen-catalog:lists.row")}</th>
            <th scope="col">{t("domain:field.listItem.code")}</th>
            <th scope="col">{t("domain:field.listItem.name")}</th>
            <th scope="col">{t("screen-catalog:lists.state.title")}</th>
          </tr>
        </thead>
        <tbody>
          {ordered.slice(0, mostShown).map(({ row, code, name, state }) => (
            <tr key={row}>
              <td>{row}</td>
              <td>{code}</td>
              <th scope="row">{name}</th>
              <td>{t(`screen-catalog:lists.state.${state}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More count={rows.length} />
    </>
  );
}

function More({ count }: { readonly count: number }) {
  const { t } = useTranslation("screen-catalog");
  const left = count - mostShown;
  return left > 0 ? <p className={classes.muted}>{t("lists.more", { text: formatNumber(left) })}</p> : null;
}
