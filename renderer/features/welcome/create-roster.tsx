/** A new roster: which unit keeps it, where its file lies. */
import { Group, Stack, Text } from "@mantine/core";
import { IconFolder } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ShippedUnitData } from "../../../shared/contract/schemas/roster";
import { formatDay } from "../../../shared/text/format";
import { confirm } from "../../app/feedback/confirm";
import { useRosterActions } from "../../app/roster/roster-actions";
import { call } from "../../bridge/bridge";
import { useCall } from "../../bridge/hooks";
import { AsyncPicker } from "../../components/async-picker";
import { Button } from "../../components/button";
import { DayField } from "../../components/day-field";
import { Dialog, useTyped } from "../../components/dialog";
import { ErrorNotice } from "../../components/error-notice";
import { today } from "../../app/session/today";
import classes from "./welcome.module.css";

interface CreateRosterProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

function CreateRosterForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation("screen-welcome");
  const [failure, setFailure] = useState<unknown>(null);
  const { work, create } = useRosterActions(setFailure);
  const [on, setOn] = useState(today);
  const [query, setQuery] = useState<string | null>(null);
  const [unit, setUnit] = useState<ShippedUnitData | null>(null);
  const [unitMissing, setUnitMissing] = useState(false);
  const [path, setPath] = useState<string | null>(null);
  useTyped(unit !== null || path !== null || on !== today());
  const found = useCall(
    "shippedUnitsSearch",
    { query: query ?? "", on, limit: 50 },
    { enabled: query !== null, keepPrevious: true },
  );
  const units = found.data ?? [];
  // The list of units is that of a day: by a clock in 1970 it would be another one without a word.
  const clock = useCall("clockCheck", {});
  const doubtful = clock.data !== undefined && clock.data.state !== "right" && on === clock.data.today;

  const choosePath = async (chosen: ShippedUnitData | null): Promise<string | null> => {
    try {
      const suggestedName = t("form.fileName", { unit: chosen?.fullName ?? t("title") });
      const picked = await call("dialogSaveRoster", { suggestedName });
      if (picked !== null) setPath(picked);
      return picked;
    } catch (error) {
      setFailure(error);
      return null;
    }
  };
  const submit = async () => {
    setFailure(null);
    setUnitMissing(unit === null);
    if (unit === null) return;
    if (doubtful) {
      const answer = await confirm({
        title: t("form.clockTitle"),
        body: t("form.clock", { day: formatDay(on) }),
        confirmLabel: t("form.clockConfirm"),
      });
      if (!answer.confirmed) return;
    }
    const place = path ?? (await choosePath(unit));
    if (place === null) return;
    if (await create(place, unit.id)) onClose();
  };
  return (
    <form
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="md">
        <div className={classes.unitLine}>
          <AsyncPicker
            label={t("form.unit")}
            description={t("form.unitHint")}
            required
            autoFocus
            value={unit?.id ?? null}
            valueLabel={unit === null ? "" : unit.fullName}
            options={units.map((option) => ({
              value: option.id,
              label: option.fullName,
              detail: [option.code, option.path].filter((part) => part !== "").join(" · "),
            }))}
            loading={found.isFetching}
            error={unitMissing && unit === null ? t("form.unitMissing") : undefined}
            onQuery={setQuery}
            onChange={(id) => setUnit(units.find((option) => option.id === id) ?? null)}
          />
          <DayField label={t("form.on")} description={t("form.onHint")} value={on} onChange={setOn} />
        </div>
        {doubtful ? (
          <Text size="sm" role="alert" className={classes.clock}>
            {t("form.clock", { day: formatDay(on) })}
          </Text>
        ) : null}
        <Text size="sm" className={classes.chosenUnit} data-none={unit === null || undefined}>
          {unit === null ? "\u00a0" : `${unit.fullName} (${unit.code}) – ${unit.path}`}
        </Text>
        <div>
          <Text size="sm" fw={500} id="create-path">
            {t("form.path")}
          </Text>
          <div className={classes.pathLine}>
            <span className={classes.path} data-none={path === null || undefined}>
              {path ?? t("form.pathNone")}
            </span>
            <Button
              variant="default"
              aria-describedby="create-path"
              leftSection={<IconFolder size={16} aria-hidden />}
              onClick={() => void choosePath(unit)}
            >
              {t("form.choosePath")}
            </Button>
          </div>
        </div>
        {failure === null ? null : <ErrorNotice error={failure} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t("screen-app:confirm.cancel")}
          </Button>
          <Button type="submit" loading={work !== null}>
            {t("form.submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

export function CreateRosterDialog({ opened, onClose }: CreateRosterProps) {
  const { t } = useTranslation(["screen-welcome", "screen-app"]);
  return (
    <Dialog opened={opened} onClose={onClose} size="lg" title={t("form.title")}>
      <CreateRosterForm onClose={onClose} />
    </Dialog>
  );
}
