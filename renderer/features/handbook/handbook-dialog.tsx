/**
 * The user guide to read in the window: what it holds and a search at the side, one chapter at a time beside it. It opens
 * over whatever is on screen, which stays as it was.
 */
import { TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { chapters, images } from "../../../docs/huong-dan.md";
import { Button } from "../../components/button";
import { Dialog } from "../../components/dialog";
import { Blocks } from "./blocks";
import { Contents, Found, throughEntries } from "./contents";
import type { Chapter } from "./handbook";
import classes from "./handbook.module.css";
import { findLines, linesOf } from "./search";

const mostFound = 60;

export interface HandbookDialogProps {
  /** A chapter or section to open at; none: the beginning. */
  readonly at: string | null;
  readonly onClose: () => void;
}

export function HandbookDialog({ at: opened, onClose }: HandbookDialogProps) {
  const { t } = useTranslation("handbook");
  const [typed, setTyped] = useState("");
  // Searched at once: the next key may go to what the list shows now, and must not find it gone.
  const query = typed.trim();
  const [gone, setGone] = useState<Gone>({ place: opened });
  const text = useRef<HTMLElement>(null);
  const lines = useMemo(() => linesOf(chapters), []);
  const found = useMemo(() => (query === "" ? [] : findLines(lines, query, mostFound)), [lines, query]);
  const line = lines.find(({ place }) => place === gone.place);
  const chapter = line?.chapter ?? chapters[0];
  const at = line?.place ?? chapter?.id ?? "";
  const go = (place: string) => setGone({ place });
  useEffect(() => showPlace(text.current, gone), [gone]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === "f" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.currentTarget.querySelector("input")?.select();
    } else if (event.key === "PageDown" || event.key === "PageUp") {
      // The text turns its pages wherever in the guide the keyboard is.
      event.preventDefault();
      const box = text.current;
      box?.scrollBy({ top: (event.key === "PageDown" ? 1 : -1) * box.clientHeight * pageShare });
    }
  };
  return (
    <Dialog title={t("title")} size="76rem" onClose={onClose}>
      {/* Keys of the guide as a whole; the box itself is nothing to press. */}
      <div className={classes.pane} role="presentation" onKeyDown={onKeyDown}>
        <nav aria-label={t("contents")}>
          <div className={classes.side} role="presentation" onKeyDown={throughEntries}>
            <TextInput
              aria-label={t("search")}
              placeholder={t("search")}
              leftSection={<IconSearch size={16} aria-hidden />}
              autoComplete="off"
              spellCheck={false}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              onKeyDown={(event) => {
                const [first] = found;
                if (event.key === "Escape" && typed !== "") {
                  event.preventDefault();
                  setTyped("");
                } else if (event.key === "Enter" && !event.nativeEvent.isComposing && first !== undefined) {
                  event.preventDefault();
                  go(first.place);
                }
              }}
            />
            <div className={classes.list} lang="vi">
              {query !== "" ? (
                <Found lines={found} query={query} at={at} onGo={go} />
              ) : chapter === undefined ? null : (
                <Contents chapters={chapters} chapter={chapter} at={at} onGo={go} />
              )}
            </div>
          </div>
        </nav>
        {chapter === undefined ? null : (
          // What scrolls must be reached by the keyboard.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <article ref={text} className={classes.text} lang="vi" tabIndex={0} aria-label={chapter.title}>
            <Text
              chapter={chapter}
              found={line === undefined || line.place === line.section.id ? null : at}
            />
            <Around chapter={chapter} onGo={go} />
          </article>
        )}
      </div>
    </Dialog>
  );
}

/** What was gone to; anew each time, since going where one is already leads back there. */
interface Gone {
  readonly place: string | null;
}

/** Of the height of the text, so that the last line read is still there. */
const pageShare = 0.85;

function showPlace(text: HTMLElement | null, { place }: Gone): void {
  const places = text?.querySelectorAll<HTMLElement>("[data-place]") ?? [];
  const target = [...places].find((one) => one.dataset["place"] === place);
  const isHeading = /^H\d$/.test(target?.tagName ?? "");
  target?.scrollIntoView({ block: isHeading ? "start" : "center" });
}

function Text({ chapter, found }: { readonly chapter: Chapter; readonly found: string | null }) {
  return (
    <>
      <h3 data-place={chapter.id}>{chapter.title}</h3>
      <Blocks blocks={chapter.blocks} holder={chapter.id} images={images} found={found} />
      {chapter.sections.map(({ id, title, blocks }) => (
        <section key={id}>
          <h4 data-place={id}>{title}</h4>
          <Blocks blocks={blocks} holder={id} images={images} found={found} />
        </section>
      ))}
    </>
  );
}

/** The ways on at the end of a chapter. */
function Around({ chapter, onGo }: { readonly chapter: Chapter; readonly onGo: (place: string) => void }) {
  const { t } = useTranslation("handbook");
  const at = chapters.indexOf(chapter);
  const ways = [
    { key: "before", to: chapters[at - 1] },
    { key: "after", to: chapters[at + 1] },
  ] as const;
  return (
    <div className={classes.around}>
      {ways.map(({ key, to }) =>
        to === undefined ? (
          <span key={key} />
        ) : (
          <Button key={key} variant="subtle" onClick={() => onGo(to.id)}>
            {t(key, { chapter: to.title })}
          </Button>
        ),
      )}
    </div>
  );
}
