import { act, renderHook } from "@testing-library/react";
import { expect, it } from "vitest";
import { useRememberedColumn } from "./remembered-place";

it("comes back to a list in the column that the keys stood in, and to another list in none", () => {
  const first = renderHook(() => useRememberedColumn("a list"));
  expect(first.result.current[0]).toBeNull();
  act(() => first.result.current[1]("official.birth"));
  expect(first.result.current[0]).toBe("official.birth");
  first.unmount();
  expect(renderHook(() => useRememberedColumn("a list")).result.current[0]).toBe("official.birth");
  expect(renderHook(() => useRememberedColumn("another list")).result.current[0]).toBeNull();
});
