/** The views of the list: those that are shipped, those that somebody named, and how its people are grouped. */
import { Menu, Text, TextInput } from "@mantine/core";
import { IconCheck, IconColumns3, IconDeviceFloppy, IconLayoutList, IconTrash } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { isOfCounted } from "../../../../shared/columns/computed";
import { shippedViewNames, shippedViews } from "../../../../shared/columns/shipped-views";
import { type NamedView, type View, viewGroups, viewLimits } from "../../../../shared/contract/schemas/views";
import { foldExact } from "../../../../shared/text/fold";
import { cleanText } from "../../../../shared/text/clean";
import { toastDone, toastFailed } from "../../../app/feedback/toast";
import { useCounted } from "../../../app/roster/use-counted";
import { useSend } from "../../../bridge/hooks";
import { Button } from "../../../components/button";
import { ConfirmBody } from "../../../components/confirm-dialog";
import { Dialog, useTyped } from "../../../components/dialog";
import { limitError } from "../../../components/text-limit";
import { viewInUse } from "./view-in-use";
import classes from "./view.module.css";

export interface ViewMenuProps {
  readonly named: readonly NamedView[];
  /** The list as it stands. */
  readonly view: View;
  /** The view that was chosen last; see ListState. */
  readonly chosen: string | null;
  readonly readOnly: boolean;
  /** @param key id or shipped name */
  readonly onView: (key: string, view: View) => void;
  readonly onSaved: (id: string) => void;
  readonly onGroup: (group: View["group"]) => void;
  readonly onChoose: () => void;
}

export function ViewMenu(props: ViewMenuProps) {
  const { t } = useTranslation("grid");
  const { named, view, readOnly } = props;
  const views = [
    ...shippedViewNames.map((key) => ({ id: key, name: t(`view.${key}`), view: shippedViews[key] })),
    ...named,
  ];
  const counted = useCounted();
  /** As the list shows it: columns of standards that are not counted are left out there. */
  const asShown = (one: NamedView): NamedView => ({
    ...one,
    view: { ...one.view, columns: one.view.columns.filter(({ key }) => isOfCounted(key, counted)) },
  });
  const [saving, setSaving] = useState(false);
  const [removing, setRemoving] = useState<NamedView | null>(null);
  const used = viewInUse(views.map(asShown), view, props.chosen);
  const ownUsed = named.find(({ id }) => id === used?.id);
  const mark = (shown: boolean) =>
    shown ? <IconCheck size={14} aria-hidden /> : <span className={classes.noMark} />;
  const item = ({ id, name, view: one }: NamedView) => (
    <Menu.Item
      key={id}
      leftSection={mark(used?.id === id)}
      rightSection={
        used?.id === id && used.isChanged ? (
          <Text size="xs" c="dimmed">
            {t("view.changed")}
          </Text>
        ) : null
      }
      onClick={() => props.onView(id, one)}
    >
      {name}
    </Menu.Item>
  );
  return (
    <>
      <Menu position="bottom-end" withinPortal returnFocus shadow="md" width={280}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconLayoutList size={16} aria-hidden />}>
            {used === null
              ? t("view.button")
              : t(used.isChanged ? "view.currentChanged" : "view.current", { name: used.name })}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t("view.shipped")}</Menu.Label>
          {views.slice(0, shippedViewNames.length).map(item)}
          {named.length === 0 ? null : <Menu.Label>{t("view.named")}</Menu.Label>}
          {named.map(item)}
          <Menu.Divider />
          <Menu.Label>{t("view.groups")}</Menu.Label>
          {[null, ...viewGroups].map((group) => (
            <Menu.Item
              key={group ?? "none"}
              leftSection={mark(view.group === group)}
              onClick={() => props.onGroup(group)}
            >
              {t(`view.${group ?? "none"}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconColumns3 size={14} aria-hidden />} onClick={props.onChoose}>
            {t("menu.choose")}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconDeviceFloppy size={14} aria-hidden />}
            disabled={readOnly}
            onClick={() => setSaving(true)}
          >
            {t("view.save")}
          </Menu.Item>
          {ownUsed === undefined || readOnly ? null : (
            <Menu.Item leftSection={<IconTrash size={14} aria-hidden />} onClick={() => setRemoving(ownUsed)}>
              {t("view.remove", { name: ownUsed.name })}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {saving ? (
        <SaveDialog named={named} view={view} onSaved={props.onSaved} onClose={() => setSaving(false)} />
      ) : null}
      {removing === null ? null : <RemoveDialog view={removing} onClose={() => setRemoving(null)} />}
    </>
  );
}

function SaveDialog(props: {
  readonly named: readonly NamedView[];
  readonly view: View;
  readonly onSaved: (id: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation("grid");
  return (
    <Dialog title={t("view.saveTitle")} onClose={props.onClose}>
      <SaveForm {...props} />
    </Dialog>
  );
}

function SaveForm({ named, view, onSaved, onClose }: Parameters<typeof SaveDialog>[0]) {
  const { t } = useTranslation(["grid", "issues"]);
  const [typed, setTyped] = useState("");
  const save = useSend("viewSave");
  const name = cleanText(typed);
  const isTooLong = name.length > viewLimits.name;
  useTyped(name !== "" && !save.isSuccess);
  const replaces = named.some((one) => foldExact(one.name) === foldExact(name));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name === "" || isTooLong || save.isPending) return;
    save.mutate(
      { name, view },
      {
        onSuccess: ({ id }) => {
          toastDone(t("view.saved", { name }));
          onSaved(id);
          onClose();
        },
        onError: toastFailed,
      },
    );
  };
  return (
    <form onSubmit={submit} className={classes.saveForm}>
      <Text size="sm">{t("view.saveBody")}</Text>
      <TextInput
        data-autofocus
        label={t("view.name")}
        error={limitError(t, name, viewLimits.name)}
        autoComplete="off"
        value={typed}
        description={replaces ? t("view.replaces") : " "}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className={classes.saveButtons}>
        <Button type="submit" loading={save.isPending} disabled={name === "" || isTooLong}>
          {t("view.saveTitle")}
        </Button>
      </div>
    </form>
  );
}

function RemoveDialog({ view, onClose }: { readonly view: NamedView; readonly onClose: () => void }) {
  const { t } = useTranslation("grid");
  const remove = useSend("viewRemove");
  return (
    <Dialog title={t("view.removeTitle")} onClose={onClose}>
      <ConfirmBody
        body={t("view.removeBody", { name: view.name })}
        confirmLabel={t("view.removeConfirm")}
        danger
        onCancel={onClose}
        onConfirm={() =>
          remove.mutate(
            { id: view.id },
            {
              onSuccess: () => {
                toastDone(t("view.removed", { name: view.name }));
                onClose();
              },
              onError: toastFailed,
            },
          )
        }
      />
    </Dialog>
  );
}
