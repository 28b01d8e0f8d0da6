"use client";

import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field/text-field";

type AddRowProps = {
  label: string;
  placeholder: string;
  button: string;
  /** Gets the trimmed name, never an empty one. */
  onAdd: (name: string) => void;
};

/** A name and a button at the end of a list; ready for the next one right after. */
export function AddRow({ label, placeholder, button, onAdd }: AddRowProps) {
  const [name, setName] = useState("");

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const wanted = name.trim();
    if (!wanted) return event.currentTarget.querySelector("input")?.focus();
    setName("");
    onAdd(wanted);
  }

  return (
    <form noValidate onSubmit={submit} className="mt-4 flex items-end gap-2">
      <TextField
        label={label}
        hideLabel
        autoComplete="off"
        maxLength={100}
        placeholder={placeholder}
        value={name}
        onChange={(event) => setName(event.target.value)}
        className="w-full max-w-72"
      />
      <Button type="submit" icon={<Plus size={16} />}>
        {button}
      </Button>
    </form>
  );
}
