/** The choices of a report: form, day and scope, file types, place. */
import { Checkbox, Group, Stack, Text } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ReportFormat, ReportFormChoice } from "../../../shared/contract/schemas/reports";
import { formatNumber } from "../../../shared/text/format";
import { pressed } from "../../app/commands/keys";
import { WorkProgress } from "../../app/feedback/progress";
import { KindsPicker } from "../../components/kinds-picker";
import { useMoment } from "../../bridge/moment";
import type { ShownListing } from "../../app/roster/shown-listing";
import { Button } from "../../components/button";
import { ChoiceField } from "../../components/choice-field";
import { DayField } from "../../components/day-field";
import { ErrorNotice } from "../../components/error-notice";
import { TargetList } from "../../components/files/target-list";
import { UnitPicker } from "../../components/unit-picker";
import { type Details, filledOf, isTooLong, keptDetails, ReportDetails } from "./report-details";
import { ListSize } from "./list-size";
import { listOf, placesCount, type ReportAsk, type ShownList, useShownScope, usualForm } from "./shown";
import { useKeys } from "./use-keys";
import classes from "./report.module.css";

export interface ReportChoice extends ReportAsk {
  readonly formats: ReportFormat[];
  readonly folder: string;
  readonly filled: Record<string, string>;
  readonly oneFigure: boolean;
  /** A table to be edited and taken in again, and no document. */
  readonly toEdit: boolean;
}

export interface ReportFormProps {
  /** Key of the form that is asked for; the first, or the list where one is on screen, where it is left out. */
  readonly first?: string | undefined;
  /** The list on screen, where one is; null where something else is. */
  readonly shownList: ShownList | null;
  /** The list of a career screen, where one is shown. */
  readonly shownListing: ShownListing | null;
  /** At least one. */
  readonly forms: readonly ReportFormChoice[];
  readonly writing: boolean;
  /** Its pages are looked at. */
  readonly printing: boolean;
  readonly failure: unknown;
  readonly onWrite: (choice: ReportChoice) => void;
  readonly onPrint: (ask: ReportAsk & Pick<ReportChoice, "filled" | "oneFigure">) => void;
  readonly onClose: () => void;
}

/** File types that the import takes in again. */
const editable: readonly ReportFormat[] = ["xlsx", "csv"];
/** File types that are ticked at first, where the form has them. */
const usual: readonly ReportFormat[] = ["xlsx", "pdf"];

export function ReportForm({
  forms,
  first,
  shownList,
  shownListing,
  writing,
  failure,
  onClose,
  ...props
}: ReportFormProps) {
  const { t } = useTranslation(["screen-report", "screen-app"]);
  const { moment: shown } = useMoment();
  const shownScope = useShownScope();
  const [key, setKey] = useState(first ?? usualForm(forms, shownList, shownListing) ?? "");
  const [asShown, setAsShown] = useState(true);
  const [onlyChosen, setOnlyChosen] = useState(false);
  const [wantsToEdit, setWantsToEdit] = useState(false);
  const form = forms.find((each) => each.key === key);
  const [asOf, setAsOf] = useState(shown.on);
  const [unitId, setUnitId] = useState(shownScope.unitId);
  const [kinds, setKinds] = useState(shownScope.kinds);
  const [formats, setFormats] = useState<readonly ReportFormat[]>(usual);
  const [details, setDetails] = useState<Readonly<Record<string, Details>>>({});
  const written = details[key] ?? keptDetails(form);
  const [folder, setFolder] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);

  const list = form?.listed === true && asShown ? shownList : null;
  const listing = form?.listing === null ? null : shownListing;
  // Whether day and scope are chosen here, and are not those of what is on screen.
  const isFree = list === null && listing === null;
  const chosen = list === null ? 0 : placesCount(list.chosen);
  const toEdit = form?.listed === true && wantsToEdit;
  const offered = (form?.formats ?? []).filter((format) => !toEdit || editable.includes(format));
  const ticked = offered.filter((format) => formats.includes(format));
  const ask = {
    form: key,
    moment: listing?.moment ?? list?.filter.moment ?? { ...shown, on: asOf },
    unitId:
      listing !== null
        ? listing.unitId
        : list !== null
          ? (list.filter.unitId ?? null)
          : form?.scope === true
            ? unitId
            : null,
    kinds: [...kinds],
    filled: filledOf(written),
    oneFigure: written.oneFigure,
    ...(written.dayByHand ? { issuedOn: null } : {}),
    ...(list === null ? {} : { list: listOf(list, onlyChosen && chosen > 0) }),
    ...(listing === null ? {} : { listing: listing.question }),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (folder === null || ticked.length === 0 || isTooLong(written)) return;
    props.onWrite({ ...ask, formats: ticked, folder, toEdit });
  };
  const print = () => {
    if (!isTooLong(written) && !toEdit) props.onPrint(ask);
  };
  useKeys((event) => {
    const isPrint = pressed("Ctrl+P", event);
    if (isPrint) print();
    return isPrint;
  }, !writing && !props.printing);
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="xs">
        <div className={classes.what}>
          <ChoiceField
            label={t("form")}
            options={forms.map((each) => ({ value: each.key, label: each.name }))}
            value={key}
            disabled={writing}
            onChange={(value) => setKey(value ?? key)}
          />
          {isFree ? <DayField label={t("asOf")} value={asOf} onChange={setAsOf} autoFocus /> : null}
          {form?.scope === true && isFree ? (
            <UnitPicker
              label={t("scope")}
              placeholder={t("scopeAll")}
              value={unitId}
              on={asOf}
              level="all"
              clearable
              onChange={setUnitId}
            />
          ) : null}
          {form?.scope === true && isFree ? (
            <KindsPicker label={t("kinds")} value={kinds} onChange={setKinds} />
          ) : null}
        </div>
        {listing === null ? null : <Text size="sm">{t("listing.asShown")}</Text>}
        {form?.listed === true && shownList !== null ? (
          <Checkbox
            label={t("asShown")}
            description={t("asShownHint")}
            checked={asShown}
            disabled={writing}
            onChange={({ currentTarget: { checked } }) => setAsShown(checked)}
          />
        ) : null}
        {chosen === 0 ? null : (
          <Checkbox
            label={t("onlyChosen", { count: chosen, text: formatNumber(chosen) })}
            checked={onlyChosen}
            disabled={writing}
            onChange={({ currentTarget: { checked } }) => setOnlyChosen(checked)}
          />
        )}
        {form?.listed === true ? (
          <Checkbox
            label={t("toEdit")}
            description={t("toEditHint")}
            checked={wantsToEdit}
            disabled={writing}
            onChange={({ currentTarget: { checked } }) => setWantsToEdit(checked)}
          />
        ) : null}
        {form?.listed === true ? <ListSize ask={ask} toEdit={toEdit} /> : null}
        <Checkbox.Group
          label={t("formats")}
          value={ticked}
          error={asked && ticked.length === 0 ? t("formatsMissing") : undefined}
          onChange={(wanted) => setFormats(offered.filter((format) => wanted.includes(format)))}
        >
          <Group gap="xl" mt={6} mb={4}>
            {offered.map((format) => (
              <Checkbox
                key={format}
                value={format}
                label={t(`format.${format}`)}
                description={t(`format.${format}Hint`)}
                disabled={writing}
              />
            ))}
          </Group>
        </Checkbox.Group>
        {form === undefined || toEdit ? null : (
          <ReportDetails
            key={key}
            form={form}
            value={written}
            disabled={writing}
            onChange={(changed) => setDetails((before) => ({ ...before, [key]: changed }))}
          />
        )}
        <TargetList
          value={folder}
          disabled={writing}
          error={asked && folder === null ? t("screen-app:target.missing") : null}
          onChange={setFolder}
        />
        <Text size="sm" c="dimmed">
          {toEdit ? `${t("toEditContents")} ` : ""}
          {t(form?.personal === true ? "contentsPersonal" : "contents")}
        </Text>
        {failure === null ? null : <ErrorNotice error={failure} />}
        {writing ? (
          <WorkProgress text={t("writing")} stoppable />
        ) : (
          <Group justify="flex-end" gap="sm" className={classes.foot ?? ""}>
            <Button variant="default" onClick={onClose}>
              {t("screen-app:confirm.cancel")}
            </Button>
            {toEdit ? null : (
              <Button
                variant="default"
                leftSection={<IconPrinter size={16} aria-hidden />}
                aria-keyshortcuts="Control+P"
                onClick={print}
              >
                {t("print.open")}
              </Button>
            )}
            <Button type="submit">{t("write")}</Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
