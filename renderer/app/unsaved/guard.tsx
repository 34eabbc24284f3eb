/**
 * Unsaved work, in one place: a form says that it is dirty, and everything that would throw it away (another
 * screen, another roster, closing the window) asks here first.
 */
import { Group, Text } from "@mantine/core";
import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../bridge/bridge";
import { useBridgeEvent } from "../../bridge/hooks";
import { ask as askQuestion } from "../feedback/questions";
import type { HashLocation } from "../navigation/hash-location";
import { useHashLocation } from "../navigation/navigation";
import { Button } from "../../components/button";
import { liveForms } from "./live-forms";

export interface UnsavedWork {
  readonly dirty: boolean;
  /** Saves the form. @returns false when something kept it from being saved; the user stays then. */
  readonly save?: () => Promise<boolean>;
  /** A save under way; null where there is none. Whoever leaves is asked about what is unsaved once it has ended. */
  readonly underWay?: () => Promise<unknown> | null;
  /** Words of the question where it is not about a form; those of the first such work are asked. */
  readonly question?: LeaveQuestion;
  /** Runs when the user leaves without saving, for what must be given up elsewhere too. */
  readonly discard?: () => Promise<void>;
}

export interface LeaveQuestion {
  readonly title: string;
  readonly body: string;
  /** The button that leaves. */
  readonly discard: string;
}

/** A dirty form as the registry keeps it. */
export interface RegisteredWork {
  readonly save: (() => Promise<boolean>) | null;
  readonly underWay?: UnsavedWork["underWay"] | undefined;
  readonly question?: LeaveQuestion | undefined;
  readonly discard?: (() => Promise<void>) | undefined;
}

interface Registry {
  readonly add: (work: RegisteredWork) => () => void;
  /** True when nothing would be lost by leaving, after asking if need be. */
  readonly settle: () => Promise<boolean>;
}

const RegistryContext = createContext<Registry | null>(null);

type Choice = "save" | "discard" | "stay";

interface QuestionProps {
  readonly canSave: boolean;
  readonly question: LeaveQuestion;
  readonly onChoice: (choice: Choice) => void;
}

function Question(props: QuestionProps) {
  const { t } = useTranslation("screen-app");
  return (
    <>
      <Text>{props.question.body}</Text>
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={() => props.onChoice("stay")} data-autofocus>
          {t("unsaved.stay")}
        </Button>
        <Button variant="outline" color="danger" onClick={() => props.onChoice("discard")}>
          {props.question.discard}
        </Button>
        {props.canSave ? <Button onClick={() => props.onChoice("save")}>{t("unsaved.save")}</Button> : null}
      </Group>
    </>
  );
}

function ask(question: LeaveQuestion, canSave: boolean): Promise<Choice> {
  return askQuestion<Choice>(
    question.title,
    (answer) => <Question canSave={canSave} question={question} onChoice={answer} />,
    "stay",
  );
}

function savesOf(works: ReadonlySet<RegisteredWork>): Promise<unknown>[] {
  return [...works].flatMap((work) => work.underWay?.() ?? []);
}

function drawn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/**
 * Keeps the dirty forms and asks about them.
 * @param askUser asks once about all; `canSave` when all can be saved, in the words of a work that has its own
 * @param left runs once nothing of the forms is to be kept any more
 */
export function createRegistry(
  location: Pick<HashLocation, "setGuard">,
  askUser: (canSave: boolean, question: LeaveQuestion | undefined) => Promise<Choice>,
  left: () => Promise<void> = () => Promise.resolve(),
): Registry {
  const works = new Set<RegisteredWork>();
  const settle = async (): Promise<boolean> => {
    for (let saves = savesOf(works); saves.length > 0; saves = savesOf(works)) {
      await Promise.allSettled(saves);
      // Forms tell what they hold by then once they are drawn.
      await drawn();
    }
    if (works.size === 0) return true;
    const all = [...works];
    const saves = all.map((work) => work.save);
    const question = all.find((work) => work.question !== undefined)?.question;
    const choice = await askUser(!saves.includes(null), question);
    if (choice === "stay") return false;
    if (choice === "save") {
      for (const save of saves) if (save !== null && !(await save())) return false;
    } else {
      for (const work of all) await work.discard?.();
    }
    // Before the window or the roster is closed, with which the way to the drafts would be gone.
    await left();
    works.clear();
    location.setGuard(null);
    return true;
  };
  return {
    settle,
    add: (given) => {
      const work = { ...given };
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
    () =>
      createRegistry(
        location,
        (canSave, question) =>
          ask(
            question ?? { title: t("unsaved.title"), body: t("unsaved.body"), discard: t("unsaved.discard") },
            canSave,
          ),
        () => liveForms.dropAll(),
      ),
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
  const discard = useEffectEvent(async () => await work.discard?.());
  const underWay = useEffectEvent(() => work.underWay?.() ?? null);
  const { title, body, discard: leave } = work.question ?? {};
  useEffect(() => {
    if (!work.dirty) return undefined;
    return registry.add({
      save: canSave ? () => save() : null,
      discard: () => discard(),
      underWay: () => underWay(),
      ...(title === undefined || body === undefined || leave === undefined
        ? {}
        : { question: { title, body, discard: leave } }),
    });
  }, [registry, work.dirty, canSave, title, body, leave]);
}

/** For what leaves without changing the address: asks, and says whether to go on. */
export function useSettleUnsaved(): () => Promise<boolean> {
  return useRegistry().settle;
}
