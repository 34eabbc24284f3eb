/** Gathers what the steps of the guide follow from. */
import { useMemo } from "react";
import { useSession } from "../../app/session/session";
import { useCall } from "../../bridge/hooks";
import { useMoment } from "../../bridge/moment";
import type { SetUp } from "./steps";

export interface SetUpState {
  /** Null until all of it is here. */
  readonly setUp: SetUp | null;
  readonly error: unknown;
  readonly retry: () => void;
}

export function useSetUp(): SetUpState {
  const session = useSession();
  const { moment, knownOn } = useMoment();
  const office = useCall("officeGet", { knownOn });
  const rules = useCall("referenceRules", { moment });
  const setUp = useMemo(
    () =>
      office.data === undefined || rules.data === undefined
        ? null
        : { session, office: office.data.fields, rules: rules.data },
    [session, office.data, rules.data],
  );
  return {
    setUp,
    error: office.error ?? rules.error,
    retry: () => {
      void office.refetch();
      void rules.refetch();
    },
  };
}
