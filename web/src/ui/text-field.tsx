// One line of text with its label, hint and error.

import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { TextField as AriaTextField, type TextFieldProps } from "react-aria-components/TextField";
import { sentenceOf } from "@/lib/api/problem";

interface Props extends Omit<TextFieldProps, "className"> {
  label: string;
  hint?: string;
  error?: string | null;
  placeholder?: string;
}

export function TextField({ label, hint, error, placeholder, ...props }: Props) {
  return (
    <AriaTextField {...props} isInvalid={Boolean(error)} className="flex flex-col gap-1">
      <Label className="text-small font-medium text-text-2">{label}</Label>
      <Input className="field data-invalid:border-danger" placeholder={placeholder} />
      {hint && (
        <Text slot="description" className="text-small text-text-3">
          {hint}
        </Text>
      )}
      <FieldError className="text-small text-danger">{error ? sentenceOf(error) : null}</FieldError>
    </AriaTextField>
  );
}
