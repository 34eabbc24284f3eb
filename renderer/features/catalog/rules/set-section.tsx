/** One standard set with its rules, and what can be done with it. */
import { Menu } from "@mantine/core";
import { IconCopy, IconDots, IconFileExport, IconCalendarOff, IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import type { StandardSetRow } from "../../../../shared/contract/schemas/catalog";
import { textOf } from "../../../../shared/domain/validate/fields";
import { type BaseNote, isInUse, orderOfAdded } from "../../../../shared/standards/set-rows";
import { useReadOnly } from "../../../app/session/session";
import { useMoment } from "../../../bridge/moment";
import { Button } from "../../../components/button";
import { FormSection } from "../../../components/form-section";
import { useWords } from "../../../components/words";
import { useWaiting } from "../../../records/use-waiting";
import { periodText } from "../period-text";
import { RuleItem } from "../rule-item";
import { VerifiedControl } from "../verified-control";
import classes from "../catalog.module.css";
import type { EndedRow } from "./end-dialog";
import type { EditedRow } from "./row-dialog";
import { LawText } from "../../../components/law-text";

export interface SetSectionProps {
  readonly set: StandardSetRow;
  /** Whether it judges on the day looked at, and what it stands on where it details another text. */
  readonly inForce: boolean;
  readonly base: BaseNote | undefined;
  readonly onEdit: (row: EditedRow) => void;
  readonly onEnd: (row: EndedRow) => void;
  readonly onCopy: () => void;
  readonly onSwitch: () => void;
  readonly onExport: () => void;
}

export function SetSection({
  set,
  inForce,
  base,
  onEdit,
  onEnd,
  onCopy,
  onSwitch,
  onExport,
}: SetSectionProps) {
  const { t } = useTranslation(["screen-catalog", "screen-rules", "domain"]);
  const words = useWords();
  const readOnly = useReadOnly();
  const { on: asOf } = useMoment();
  const from = textOf(set.fields, "validFrom");
  const to = textOf(set.fields, "validTo");
  const isOn = isInUse(set.fields);
  const name = textOf(set.fields, "name") ?? "";
  const waiting = useWaiting([set.id, ...set.rules.map(({ id }) => id)]);
  const written = waiting.over(set.id, set.fields);
  // What is left to compare of a text all of whose rules were compared.
  const isOnlyOwn =
    written["verified"] !== true &&
    set.rules.length > 0 &&
    set.rules.every(({ id, fields }) => waiting.over(id, fields)["verified"] === true);
  const addRule = () => {
    onEdit({
      entity: "standardRule",
      id: newId(),
      isNew: true,
      fields: {
        set: set.id,
        standard: "professional",
        order: orderOfAdded(set.rules.map(({ fields }) => fields)),
      },
      title: name,
      isWaiting: () => false,
    });
  };
  return (
    <FormSection
      title={name}
      description={
        <>
          <LawText
            text={[
              textOf(set.fields, "title"),
              periodText(t, words, from, to),
              base === undefined || base.name === "" ? null : t("screen-rules:base.of", { name: base.name }),
            ]
              .filter((part) => part !== null && part !== "")
              .join(" · ")}
          />
          <span className={classes.force} data-in={inForce || undefined}>
            {!isOn
              ? t("screen-rules:set.off")
              : t(inForce ? "screen-catalog:standards.inForce" : "screen-catalog:standards.notInForce", {
                  day: words.date(asOf),
                })}
          </span>
          {isOnlyOwn ? <span className={classes.baseNote}>{t("screen-rules:set.ownUnverified")}</span> : null}
          {base === undefined || base.kind === "of" ? null : (
            <span className={classes.baseNote}>
              {t(`screen-rules:base.${base.kind}`, { day: words.date(asOf) })}
            </span>
          )}
        </>
      }
      actions={
        <div className={classes.setActions}>
          <VerifiedControl
            entity="standardSet"
            id={set.id}
            name={name}
            verified={written["verified"] === true}
            waiting={waiting.of(set.id) !== null}
            onEdit={() =>
              onEdit({
                entity: "standardSet",
                id: set.id,
                isNew: false,
                fields: written,
                title: name,
                isWaiting: (field) => waiting.isWaiting(set.id, field),
              })
            }
          />
          <Button
            variant={isOn ? "subtle" : "filled"}
            size="compact-sm"
            disabled={readOnly}
            aria-label={t(isOn ? "screen-rules:switch.offNamed" : "screen-rules:switch.onNamed", { name })}
            onClick={onSwitch}
          >
            {t(isOn ? "screen-rules:switch.off" : "screen-rules:switch.on")}
          </Button>
          <SetMenu
            name={name}
            disabled={readOnly}
            onAdd={addRule}
            onCopy={onCopy}
            onExport={onExport}
            onEnd={() => onEnd({ entity: "standardSet", id: set.id, fields: set.fields, title: name })}
          />
        </div>
      }
    >
      {set.rules.length === 0 ? (
        <p className={classes.muted}>{t("screen-catalog:standards.noRules")}</p>
      ) : (
        <ul className={classes.rules}>
          {set.rules.map((rule) => (
            <RuleItem
              key={rule.id}
              id={rule.id}
              fields={rule.fields}
              waiting={waiting}
              onEdit={onEdit}
              onEnd={onEnd}
            />
          ))}
        </ul>
      )}
    </FormSection>
  );
}

interface SetMenuProps {
  readonly name: string;
  /** Nothing can be changed; a text can still be exported. */
  readonly disabled: boolean;
  readonly onAdd: () => void;
  readonly onCopy: () => void;
  readonly onEnd: () => void;
  readonly onExport: () => void;
}

function SetMenu({ name, disabled, onAdd, onCopy, onEnd, onExport }: SetMenuProps) {
  const { t } = useTranslation("screen-rules");
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t("set.menuNamed", { name })}
          leftSection={<IconDots size={15} aria-hidden />}
        >
          {t("set.menu")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPlus size={15} aria-hidden />} disabled={disabled} onClick={onAdd}>
          {t("rule.add")}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={15} aria-hidden />} disabled={disabled} onClick={onCopy}>
          {t("copy.action")}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileExport size={15} aria-hidden />} onClick={onExport}>
          {t("file.exportSet")}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCalendarOff size={15} aria-hidden />}
          disabled={disabled}
          onClick={onEnd}
        >
          {t("end.action")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
