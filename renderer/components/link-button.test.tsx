// Guards that a link which is drawn as a button has the button's colours and no others.

import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { fakeApi } from "../testing/fake-api";
import { renderApp } from "../testing/render";
import { Button } from "./button";
import { LinkButton } from "./link-button";

it.each([true, false])("is painted as a button is: primary %s", (primary) => {
  renderApp(
    <>
      <Button variant={primary ? "filled" : "default"}>button</Button>
      <LinkButton href="#/officials" primary={primary}>
        link
      </LinkButton>
    </>,
    { fake: fakeApi() },
  );
  const [button, link] = [
    screen.getByRole("button", { name: "button" }),
    screen.getByRole("link", { name: "link" }),
  ];
  expect(link.className).toBe(button.className);
  expect(link.getAttribute("style")).toBe(button.getAttribute("style"));
  expect(link.dataset["variant"]).toBe(button.dataset["variant"]);
});
