/** Asks while somebody types whether another record has the same identity number, or the same name and birth. */
import { useDebouncedValue } from "@mantine/hooks";
import type { CallResult } from "../../../shared/contract/contract";
import { isIdentityNumber } from "../../../shared/domain/identity-number";
import { dateOf, type RowFields, textOf } from "../../../shared/domain/validate/fields";
import { useCall } from "../../bridge/hooks";

export type AlikePerson = CallResult<"officialsAlike">[number];

/** Long enough that a name is not asked for letter by letter. */
const pauseMs = 350;

/**
 * @param officialId null for somebody who is not stored yet
 * @param fields the person's own, tidied
 */
export function useAlike(officialId: string | null, fields: RowFields): readonly AlikePerson[] {
  const number = textOf(fields, "identityNumber");
  const [wanted] = useDebouncedValue(
    {
      fullName: (textOf(fields, "fullName") ?? "").slice(0, 100),
      birth: dateOf(fields, "birth"),
      identityNumber: number !== null && isIdentityNumber(number) ? number : null,
    },
    pauseMs,
  );
  const asks = wanted.identityNumber !== null || (wanted.fullName !== "" && wanted.birth !== null);
  const { data } = useCall("officialsAlike", { id: officialId, ...wanted }, { enabled: asks });
  return asks ? (data ?? []) : [];
}
