/** Which kinds of post the table counts: cán bộ and công chức, as the law's words say, unless the reader asks otherwise. */
import { Button, Checkbox, Popover } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type PostCategory, postCategories } from "../../../shared/domain/values";
import classes from "./statistics.module.css";

interface KindsPickerProps {
  readonly value: readonly PostCategory[];
  readonly onChange: (kinds: readonly PostCategory[]) => void;
}

export function KindsPicker({ value, onChange }: KindsPickerProps) {
  const { t } = useTranslation(["screen-statistics", "domain"]);
  return (
    <Popover position="bottom-end" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconUsers size={16} aria-hidden />}>
          {t("screen-statistics:kinds.label")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Checkbox.Group
          label={t("screen-statistics:kinds.hint")}
          value={[...value]}
          onChange={(chosen) => onChange(postCategories.filter((kind) => chosen.includes(kind)))}
        >
          <div className={classes.kinds}>
            {postCategories.map((kind) => (
              <Checkbox
                key={kind}
                value={kind}
                label={t(`domain:postCategory.${kind}`)}
                // A table that counts nobody answers nothing.
                disabled={value.length === 1 && value.includes(kind)}
              />
            ))}
          </div>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  );
}
