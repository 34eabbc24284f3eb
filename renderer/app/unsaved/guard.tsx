/**
 * Unsaved work, in one place: a form says that it is dirty, and everything that would throw it away (another
 * screen, another roster, closing the window) asks here first.
 */
import { Button, Group, Text } from "@mantine/core";
import { modals } from "@mantine/modals";
import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../bridge/bridge";
import { useBridgeEvent } from "../../bridge/hooks";
import type { HashLocation } from "../navigation/hash-location";
import { useHashLocation } from "../navigation/navigation";

export interface UnsavedWork {
  readonly dirty: boolean;
  /** Saves the form. @returns false when something kept it from being saved; the user stays then. */
  readonly save?: () => Promise<boolean>;
}

interface Registry {
  readonly add: (save: (() => Promise<boolean>) | null) => () => void;
  /** True when nothing would be lost by leaving, after asking if need be. */
  readonly settle: () => Promise<boolean>;
}

const RegistryContext = createContext<Registry | null>(null);

type Choice = "save" | "discard" | "stay";

function Question(props: { readonly canSave: boolean; readonly onChoice: (choice: Choice) => void }) {
  const { t } = useTranslation("screen-app");
  return (
    <>
      <Text>{t("unsaved.body")}</Text>
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={() => props.onChoice("stay")} data-autofocus>
          {t("unsaved.stay")}
        </Button>
        <Button variant="outline" color="red.9" onClick={() => props.onChoice("discard")}>
          {t("unsaved.discard")}
        </Button>
        {props.canSave ? <Button onClick={() => props.onChoice("save")}>{t("unsaved.save")}</Button> : null}
      </Group>
    </>
  );
}

function ask(title: string, canSave: boolean): Promise<Choice> {
  return new Promise((resolve) => {
    const id = modals.open({
      title,
      children: (
        <Question
          canSave={canSave}
          onChoice={(choice) => {
            resolve(choice);
            modals.close(id);
          }}
        />
      ),
      onClose: () => resolve("stay"),
    });
  });
}

/** Keeps the dirty forms and asks about them. @param askUser asks once about all; `canSave` when all can be saved */
export function createRegistry(
  location: Pick<HashLocation, "setGuard">,
  askUser: (canSave: boolean) => Promise<Choice>,
): Registry {
  const works = new Set<{ readonly save: (() => Promise<boolean>) | null }>();
  const settle = async (): Promise<boolean> => {
    if (works.size === 0) return true;
    const saves = [...works].map((work) => work.save);
    const choice = await askUser(!saves.includes(null));
    if (choice === "stay") return false;
    if (choice === "save") {
      for (const save of saves) if (save !== null && !(await save())) return false;
    }
    works.clear();
    location.setGuard(null);
    return true;
  };
  return {
    settle,
    add: (save) => {
      const work = { save };
      works.add(work);
      location.setGuard(settle);
      return () => {
        works.delete(work);
        if (works.size === 0) location.setGuard(null);
      };
    },
  };
}

export function UnsavedProvider(props: { readonly children: ReactNode }) {
  const { t } = useTranslation("screen-app");
  const location = useHashLocation();
  const registry = useMemo(
    () => createRegistry(location, (canSave) => ask(t("unsaved.title"), canSave)),
    [location, t],
  );
  useBridgeEvent("closeRequested", () => {
    void registry.settle().then((allowed) => call("windowCloseAllowed", { allowed }));
  });
  return <RegistryContext value={registry}>{props.children}</RegistryContext>;
}

function useRegistry(): Registry {
  const registry = useContext(RegistryContext);
  if (registry === null) throw new Error("UnsavedProvider is missing");
  return registry;
}

/** While `dirty`, leaving asks first. With `save` the question offers to save. */
export function useUnsavedGuard(work: UnsavedWork): void {
  const registry = useRegistry();
  const canSave = work.save !== undefined;
  const save = useEffectEvent(async () => (work.save === undefined ? false : await work.save()));
  useEffect(() => {
    if (!work.dirty) return undefined;
    return registry.add(canSave ? () => save() : null);
  }, [registry, work.dirty, canSave]);
}

/** For what leaves without changing the address: asks, and says whether to go on. */
export function useSettleUnsaved(): () => Promise<boolean> {
  return useRegistry().settle;
}
