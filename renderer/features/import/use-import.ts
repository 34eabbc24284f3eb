/**
 * The import step by step: file, sheets, columns, questions, preview, done.
 *
 * What was read and chosen is kept by the main process in a session; the steps are views of it, so that going back and on
 * again keeps everything. A session is never left open silently: leaving asks, and whatever takes the screen away closes it.
 */
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallArgs, CallResult } from "../../../shared/contract/contract";
import type { ImportPlanData, ImportState } from "../../../shared/contract/schemas/imports";
import { toastSaved } from "../../app/roster/toast-saved";
import { useUnsavedGuard } from "../../app/unsaved/guard";
import { BridgeError, call } from "../../bridge/bridge";
import { useAskAgain } from "../../bridge/hooks";
import type { ImportSource } from "./hand-over";
import { type Chosen, firstUnsaid, type Halves, type Led, withoutGroup } from "./questions/half-answers";
import { isLayoutSure, type Step } from "./steps";

export type Work = "reading" | "planning" | "writing";
export type Choice = Omit<CallArgs<"importChoose">, "session">;
export type AnswersAtOnce = CallArgs<"importAnswerAll">["of"];
/** `replan`: works out at once what follows. `rows`: of other posts or levels, which of them. */
export interface AtOnceOptions {
  readonly replan?: boolean;
  readonly rows?: string;
}
export type Answer = CallArgs<"importAnswer">["answers"][number];

export interface Flow {
  readonly step: Step;
  /** Null until a workbook is open. */
  readonly state: ImportState | null;
  /** Null until it was worked out, and after a choice that makes it another one. */
  readonly plan: ImportPlanData | null;
  /** Tells the pages of one plan from those of the next. */
  readonly run: number;
  readonly work: Work | null;
  readonly failure: unknown;
  /** What was begun of the questions and is no answer yet. */
  readonly halves: Halves;
  /** Where going on from the questions led to; null where it leads on. */
  readonly led: Led | null;
  /** Page of the questions. */
  readonly page: number;
  /** What was written; null before. */
  readonly result: CallResult<"importApply"> | null;
}

export interface ImportActions {
  readonly open: (source: ImportSource) => Promise<void>;
  readonly choose: (choice: Choice) => Promise<void>;
  /** @param replan works out at once what follows from them */
  readonly answer: (answers: readonly Answer[], replan?: boolean) => Promise<void>;
  /** One answer for all open questions of a kind; null takes those that were given back. */
  readonly answerAll: (of: AnswersAtOnce, text: string | null, more?: AtOnceOptions) => Promise<void>;
  /** Keeps what was begun of a question; null lets go of it. */
  readonly hold: (key: string, chosen: Chosen | null) => void;
  /** To another page of the questions. */
  readonly turn: (page: number) => void;
  readonly go: (step: Step) => Promise<void>;
  readonly apply: () => Promise<void>;
  /** Back to the choice of a file. */
  readonly again: () => Promise<void>;
}

const nothing: Flow = {
  step: "file",
  state: null,
  plan: null,
  run: 0,
  work: null,
  failure: null,
  halves: new Map(),
  led: null,
  page: 0,
  result: null,
};

export function useImport(): Flow & ImportActions {
  const { t } = useTranslation("screen-import");
  const askAgain = useAskAgain();
  const [flow, setFlow] = useState(nothing);
  /** As of now, for what goes on after a wait. */
  const now = useRef(flow);
  const set = useCallback((change: Partial<Flow>) => {
    now.current = { ...now.current, ...change };
    setFlow(now.current);
  }, []);

  const close = useCallback(async () => {
    const { state, work } = now.current;
    if (work === "reading" || work === "planning") await call("workCancel", {}).catch(() => undefined);
    // Nothing is left open if it is gone already, so a refusal is no news.
    if (state !== null) await call("importClose", { session: state.session }).catch(() => undefined);
  }, []);
  const onScreen = useRef(true);
  useEffect(() => {
    onScreen.current = true;
    return () => {
      onScreen.current = false;
      void close();
    };
  }, [close]);

  useUnsavedGuard({
    dirty: flow.state !== null && flow.step !== "done" && flow.work !== "writing",
    question: { title: t("leave.title"), body: t("leave.body"), discard: t("leave.discard") },
    discard: async () => {
      await close();
      set(nothing);
    },
  });

  /** Does one thing at a time; what fails is told where one is. */
  const working = async (work: Work, task: () => Promise<Partial<Flow>>): Promise<void> => {
    if (now.current.work !== null) return;
    set({ work, failure: null });
    try {
      set({ ...(await task()), work: null });
    } catch (failure) {
      const isGone = failure instanceof BridgeError && failure.code === "import-gone";
      set({ work: null, failure, ...(isGone ? { step: "file", state: null, plan: null } : {}) });
    }
  };

  const open = (source: ImportSource) =>
    working("reading", async () => {
      await close();
      set({ ...nothing, work: "reading" });
      const state = await call(
        "importOpen",
        source.kind === "file" ? { path: source.path } : { text: source.text, name: t("file.pastedName") },
      );
      if (!onScreen.current) await call("importClose", { session: state.session }).catch(() => undefined);
      return { state, step: isLayoutSure(state) ? "columns" : "sheets" };
    });

  const choose = async (choice: Choice) => {
    const { state } = now.current;
    if (state === null) return;
    try {
      const chosen = await call("importChoose", { session: state.session, ...choice });
      set({ state: chosen, plan: null, failure: null });
    } catch (failure) {
      set({ failure });
    }
  };

  /** Something was answered while a plan is worked out, which may not have it yet. */
  const isOutdated = useRef(false);
  const planned = async (session: string): Promise<Pick<Flow, "plan" | "run">> => {
    let plan: ImportPlanData;
    do {
      isOutdated.current = false;
      plan = await call("importPlan", { session });
    } while (isOutdated.current);
    askAgain("importQuestions");
    return { plan, run: now.current.run + 1 };
  };

  const said = async (
    say: (session: string) => Promise<CallResult<"importAnswer">>,
    replan: boolean,
  ): Promise<void> => {
    const { state } = now.current;
    if (state === null) return;
    let counts: CallResult<"importAnswer">;
    try {
      counts = await say(state.session);
    } catch (failure) {
      set({ failure });
      return;
    }
    askAgain("importQuestions");
    if (now.current.work === "planning") {
      isOutdated.current = true;
      return;
    }
    if (replan) {
      await working("planning", () => planned(state.session));
      return;
    }
    const { plan } = now.current;
    // What came up stays said while they are answered: a line that went would push other answers under the mouse.
    if (plan !== null) set({ plan: { ...plan, questions: { ...counts, cameUp: plan.questions.cameUp } } });
  };

  const answer = (answers: readonly Answer[], replan = false) =>
    said((session) => call("importAnswer", { session, answers: [...answers] }), replan);

  const answerAll = (
    of: AnswersAtOnce,
    text: string | null,
    { replan = false, rows }: AtOnceOptions = {},
  ) => {
    if (of === "whichRows" && rows !== undefined)
      set({ halves: withoutGroup(now.current.halves, rows), led: null });
    return said(
      (session) =>
        call("importAnswerAll", { session, of, answer: text, ...(rows === undefined ? {} : { rows }) }),
      replan,
    );
  };

  const hold = (key: string, chosen: Chosen | null) => {
    const halves = new Map(now.current.halves);
    if (chosen === null) halves.delete(key);
    else halves.set(key, chosen);
    set({ halves });
  };

  const turn = (page: number) => set({ page, led: null });

  const go = async (step: Step) => {
    const { state, step: from, halves, plan } = now.current;
    set({ led: null });
    if (step !== "questions" && step !== "preview") {
      set({ step, failure: null });
      return;
    }
    if (state === null) return;
    await working("planning", async () => {
      const led =
        from === "questions" && step === "preview"
          ? await firstUnsaid(state.session, halves, plan?.questions.whichRows ?? [])
          : null;
      if (led !== null) return { led, page: led.page ?? now.current.page };
      const next = await planned(state.session);
      const { asked = 0, cameUp = 0 } = next.plan?.questions ?? {};
      const isNew = from === "questions" && cameUp > 0;
      const isAskedFirst = (from === "columns" || step === "questions") && asked > 0;
      return { ...next, step: isAskedFirst || isNew ? "questions" : "preview" };
    });
  };

  const apply = () =>
    working("writing", async () => {
      const { state } = now.current;
      if (state === null) return {};
      let result: CallResult<"importApply">;
      try {
        result = await call("importApply", { session: state.session });
      } catch (failure) {
        if (!(failure instanceof BridgeError) || failure.code !== "import-changed") throw failure;
        // What would be written now is shown before anybody says yes to it.
        return { ...(await planned(state.session)), failure, step: "preview" };
      }
      toastSaved(t("done.toast"), result);
      return { result, step: "done", state: null };
    });

  const again = async () => {
    await close();
    set(nothing);
  };

  return { ...flow, open, choose, answer, answerAll, hold, turn, go, apply, again };
}
