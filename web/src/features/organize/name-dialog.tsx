// Asks for a name: of a project, a section, a tag.

import { t } from "@lingui/core/macro";
import { useState } from "react";
import { Form } from "react-aria-components/Form";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { TextField } from "@/ui/text-field";

interface Props {
  title: string;
  label: string;
  initial?: string;
  verb: string;
  onSave: (name: string) => void;
  onClose: () => void;
}

export function NameDialog({ title, label, initial = "", verb, onSave, onClose }: Props) {
  const [name, setName] = useState(initial);
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <Form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === "") return;
          onClose();
          onSave(name.trim());
        }}
      >
        <TextField
          label={label}
          value={name}
          onChange={setName}
          autoFocus
          maxLength={120}
          autoComplete="off"
        />
        <div className="flex justify-end gap-2">
          <Button look="quiet" onPress={onClose}>{t`Cancel`}</Button>
          <Button look="primary" type="submit" isDisabled={name.trim() === ""}>
            {verb}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
