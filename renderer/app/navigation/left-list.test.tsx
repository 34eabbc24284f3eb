/** Which list the way to the list leads to, after the reader's own list and lists behind links were looked at. */
import { act } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { fakeApi } from "../../testing/fake-api";
import { renderApp } from "../../testing/render";
import { useLeftList } from "./left-list";
import { emptyListState, type ListState } from "./list-state";
import { useHashLocation, useListState } from "./navigation";
import { paths } from "./paths";

const unitId = "018f0000-0000-7000-8000-0000000000a1";
type Patch = (change: Partial<ListState>) => void;

function show() {
  let patch: Patch = () => undefined;
  function Screen() {
    useLeftList(useHashLocation());
    [, patch] = useListState();
    return null;
  }
  const { location, unmount } = renderApp(<Screen />, { fake: fakeApi({}), hash: "#/statistics" });
  return {
    location,
    unmount,
    go: (hash: string) => act(() => location.go(hash)),
    change: (change: Partial<ListState>) => act(() => patch(change)),
  };
}

const grouped = { group: "post", view: unitId } as const;

describe("the list as it was left", () => {
  it("comes back after another screen and after a person, and is empty again once it was emptied", async () => {
    const { location, go, change } = show();
    await go(paths.officials());
    expect(location.read()).toBe("/officials");
    change(grouped);
    await go(paths.person(unitId));
    await go(paths.officials());
    expect(location.read()).toBe(`/officials?group=post&view=${unitId}`);
    change(emptyListState);
    expect(location.read()).toBe("/officials");
    await go(paths.changes());
    await go(paths.officials());
    expect(location.read()).toBe("/officials");
  });

  it("is not spoilt by a list that a link opens, nor by what is changed in that", async () => {
    const { location, go, change } = show();
    await go(paths.officials());
    change(grouped);
    await go(paths.officials({ unitId }));
    expect(location.read()).toBe(`/officials?unit=${unitId}&link=1`);
    change({ group: "unit" });
    change(emptyListState);
    expect(location.read()).toBe("/officials?link=1");
    change({ search: "an" });
    await go(paths.officials());
    expect(location.read()).toBe(`/officials?group=post&view=${unitId}`);
    await go(paths.everybody());
    expect(location.read()).toBe("/officials?link=1");
  });

  it("is everybody of it again after somebody was searched", async () => {
    const { location, go, change } = show();
    await go(paths.officials());
    change(grouped);
    change({ search: "an" });
    expect(location.read()).toContain("q=an");
    await go(paths.person(unitId));
    await go(paths.officials());
    expect(location.read()).toBe(`/officials?group=post&view=${unitId}`);
  });

  it("takes the day along that is looked at now, not that of when it was left", async () => {
    const { location, go, change } = show();
    await go("#/officials?on=2020-01-01");
    change({ group: "post" });
    await act(() => location.go("#/statistics?on=2021-05-05", { carry: false }));
    await go(paths.officials());
    expect(location.read()).toBe("/officials?group=post&on=2021-05-05");
  });

  it("is forgotten with the roster", async () => {
    const { location, go, change, unmount } = show();
    await go(paths.officials());
    change(grouped);
    unmount();
    await location.go(paths.statistics());
    await location.go(paths.officials());
    expect(location.read()).toBe("/officials");
  });
});
