import { ClipboardPaste, Download, FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useId, useRef } from "react";
import { Button } from "@/app/_ui/button";
import { buttonStyle } from "@/app/_ui/button-style";
import { cx } from "@/app/_ui/cx";

type DropZoneProps = {
  /** A file is held over the page. */
  isOver: boolean;
  onFile: (file: File) => void;
  onPaste: () => void;
  onSample: () => void;
};

/** The place for a file: drop, choose or paste. */
export function DropZone({ isOver, onFile, onPaste, onSample }: DropZoneProps) {
  const t = useTranslations("import.file");
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  function takeFile(chosen: HTMLInputElement) {
    const [file] = chosen.files ?? [];
    // Choosing the same file once more, mended meanwhile, counts too.
    chosen.value = "";
    if (file) onFile(file);
  }
  const takeEarly = useEffectEvent(takeFile);
  // A file may be chosen before the scripts of the page have arrived.
  useEffect(() => {
    if (input.current) takeEarly(input.current);
  }, []);
  return (
    <div>
      <label
        htmlFor={id}
        className={cx(
          "flex flex-col items-center rounded-10 border border-dashed px-4 py-8 text-center transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring sm:py-10",
          isOver ? "border-accent bg-accent-soft" : "border-edge bg-canvas hover:border-muted",
        )}
      >
        <input
          ref={input}
          id={id}
          type="file"
          className="sr-only"
          aria-describedby={`${id}-accepted`}
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          onChange={(event) => takeFile(event.target)}
        />
        <FileUp size={28} strokeWidth={1.5} className="text-accent-text" aria-hidden="true" />
        <span className="mt-3 text-pretty text-16 font-semibold">
          <span className="pointer-coarse:hidden">{isOver ? t("dropNow") : t("drop")}</span>
          <span className="hidden pointer-coarse:inline">{t("intro")}</span>
        </span>
        <span className={cx(buttonStyle("primary", "lg"), "mt-4")}>{t("choose")}</span>
      </label>
      <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 text-muted">
        <span>{t("or")}</span>
        <Button size="sm" icon={<ClipboardPaste size={14} />} onClick={onPaste}>
          {t("paste")}
        </Button>
        <Button
          size="sm"
          variant="ghost"
          icon={<Download size={14} />}
          onClick={onSample}
          className="sm:ml-auto"
        >
          {t("sample")}
        </Button>
      </div>
      <p id={`${id}-accepted`} className="mt-3 max-w-prose text-pretty text-13 text-faint">
        {t("accepted")}
      </p>
    </div>
  );
}
