/** "Đã nâng": who gets which step from which day, looked at before it is written, with the decision where it is known. */
import { Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { entities } from "../../../shared/domain/entities";
import { formatPartialDate } from "../../../shared/domain/partial-date";
import { maxLengthOf } from "../../../shared/domain/text-fields";
import { payNextText } from "../../../shared/i18n/salary-sentence";
import { formatNumber } from "../../../shared/text/format";
import { toastSaved } from "../../app/roster/toast-saved";
import { call } from "../../bridge/bridge";
import { Button } from "../../components/button";
import { Dialog } from "../../components/dialog";
import { DialogFoot } from "../../components/dialog-foot";
import { ErrorNotice } from "../../components/error-notice";
import { dateProblem, PartialDateField } from "../../components/partial-date-field";
import { useTranslate } from "../../components/translate";
import { limitError } from "../../components/text-limit";
import type { Chosen, SessionAsked } from "./chosen";
import classes from "./salary.module.css";

export interface RaiseDialogProps {
  readonly session: SessionAsked;
  readonly chosen: Chosen;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function RaiseDialog({ session, chosen: { ids, first }, onClose, onDone }: RaiseDialogProps) {
  const { t } = useTranslation(["screen-salary", "due", "screen-app"]);
  const translate = useTranslate();
  const [number, setNumber] = useState("");
  const [date, setDate] = useState("");
  const [signer, setSigner] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const orNull = (text: string) => (text.trim() === "" ? null : text.trim());
  const { decisionNumber, signer: signerField } = entities.salary.fields;
  const numberTooLong = limitError(t, number.trim(), maxLengthOf(decisionNumber));
  const signerTooLong = limitError(t, signer.trim(), maxLengthOf(signerField));
  const write = async () => {
    if (dateProblem(date) !== null || numberTooLong !== undefined || signerTooLong !== undefined) return;
    setFailure(null);
    setBusy(true);
    try {
      const result = await call("salaryRaise", {
        ...session,
        people: [...ids],
        number: orNull(number),
        date: orNull(date),
        signer: orNull(signer),
      });
      toastSaved(t("raise.done", { text: formatNumber(result.people) }), result, { undo: true });
      onDone();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  const isTyped = [number, date, signer].some((text) => text !== "");
  return (
    <Dialog title={t("raise.title")} size="xl" busy={isBusy} dirty={isTyped} onClose={onClose}>
      <Stack gap="sm">
        <Text size="sm">{t("raise.text", { text: formatNumber(ids.length) })}</Text>
        {/* Nothing inside takes the focus, so the region itself must, or the keyboard could not scroll it. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className={classes.preview} role="region" aria-label={t("raise.preview")} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t("column.name")}</th>
                <th scope="col">{t("column.unit")}</th>
                <th scope="col">{t("column.next")}</th>
                <th scope="col">{t("column.on")}</th>
              </tr>
            </thead>
            <tbody>
              {first.map((line) => (
                <tr key={line.person.id}>
                  <th scope="row">{line.person.name}</th>
                  <td>{line.person.unitName}</td>
                  <td>{payNextText(translate, line)}</td>
                  <td>{line.next === null ? "" : formatPartialDate(line.next.on)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {ids.length > first.length ? (
          <Text size="sm" c="dimmed">
            {t("raise.more", { text: formatNumber(ids.length - first.length) })}
          </Text>
        ) : null}
        <div className={classes.fields}>
          <TextInput
            label={t("raise.number")}
            value={number}
            error={numberTooLong}
            disabled={isBusy}
            onChange={({ currentTarget: { value } }) => setNumber(value)}
          />
          <PartialDateField label={t("raise.date")} value={date} disabled={isBusy} past onChange={setDate} />
          <TextInput
            label={t("raise.signer")}
            value={signer}
            error={signerTooLong}
            disabled={isBusy}
            onChange={({ currentTarget: { value } }) => setSigner(value)}
          />
        </div>
        {failure === null ? null : <ErrorNotice error={failure} />}
        <DialogFoot>
          <Button variant="default" disabled={isBusy} onClick={onClose}>
            {t("screen-app:confirm.cancel")}
          </Button>
          <Button loading={isBusy} onClick={() => void write()}>
            {t("raise.write")}
          </Button>
        </DialogFoot>
      </Stack>
    </Dialog>
  );
}
