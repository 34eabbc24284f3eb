/**
 * A field that holds a document: says what is kept, takes another file in its place, and writes a copy out. The file is
 * read and checked by the main process; what it refuses is said beside the field, and what was kept stays.
 */
import { ActionIcon, Input, Tooltip } from "@mantine/core";
import { IconDownload, IconPaperclip, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../bridge/bridge";
import { Button } from "../../components/button";
import { ErrorSentence } from "../../components/error-notice";
import classes from "./document.module.css";
import { useDocument } from "./use-document";

export interface DocumentFieldProps {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  readonly disabled: boolean;
  readonly error?: string;
  /** Only a picture is taken. */
  readonly picture: boolean;
  /** Hash of the document; "" for none. */
  readonly value: string;
  readonly onChange: (hash: string | null) => void;
  readonly onBlur?: () => void;
}

export function DocumentField(props: DocumentFieldProps) {
  const { t } = useTranslation("records");
  const { id, label, picture, value, disabled } = props;
  const document = useDocument(value === "" ? null : value, label);
  const [refused, setRefused] = useState<unknown>(null);
  const [isReading, setReading] = useState(false);
  const choose = async () => {
    setRefused(null);
    setReading(true);
    try {
      const path = await call("dialogOpenDocument", { picture });
      if (path !== null) props.onChange((await call("documentBring", { path, picture })).hash);
    } catch (error) {
      setRefused(error);
    } finally {
      setReading(false);
      props.onBlur?.();
    }
  };
  const said = `${id}-said`;
  const error = refused === null ? props.error : <ErrorSentence error={refused} />;
  return (
    <Input.Wrapper
      label={label}
      required={props.required}
      labelElement="div"
      error={error}
      errorProps={{ id: `${id}-error` }}
    >
      <div className={classes.box}>
        <span id={said} className={classes.said}>
          {value === "" ? t("file.none") : document.words}
        </span>
        <Button
          id={id}
          variant="default"
          size="compact-sm"
          disabled={disabled}
          waiting={isReading}
          leftSection={<IconPaperclip size={14} aria-hidden />}
          aria-label={t(value === "" ? "file.chooseNamed" : "file.replaceNamed", { label })}
          aria-describedby={error === undefined ? said : `${said} ${id}-error`}
          onClick={() => void choose()}
        >
          {t(value === "" ? "file.choose" : "file.replace")}
        </Button>
        {document.save === null ? null : (
          <Tooltip label={t("file.save")}>
            <ActionIcon
              variant="subtle"
              aria-label={t("file.saveNamed", { label })}
              onClick={() => void document.save?.()}
            >
              <IconDownload size={16} stroke={1.75} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
        {value === "" || disabled ? null : (
          <Tooltip label={t("file.remove")}>
            <ActionIcon
              variant="subtle"
              aria-label={t("file.removeNamed", { label })}
              onClick={() => {
                setRefused(null);
                props.onChange(null);
              }}
            >
              <IconX size={16} stroke={1.75} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
    </Input.Wrapper>
  );
}
