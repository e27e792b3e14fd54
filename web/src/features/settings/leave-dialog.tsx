// The last question before an account is gone.

import { t } from "@lingui/core/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { deleteMe } from "@/lib/api/account";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { ErrorNote } from "@/ui/error-note";
import { TextField } from "@/ui/text-field";

interface Props {
  hasPassword: boolean;
  onClose: () => void;
}

export function LeaveDialog({ hasPassword, onClose }: Props) {
  const [proof, setProof] = useState("");
  const phrase = "delete everything";
  const leave = useMutation({
    mutationFn: () => deleteMe(hasPassword ? { password: proof } : { confirm: proof }),
    onSuccess: () => location.assign("/"),
  });
  return (
    <Dialog title={t`Delete the account?`} isOpen onClose={onClose}>
      <p className="text-text-2">{t`All tasks, conversations, tokens and history go with it, for good.`}</p>
      {leave.error && <ErrorNote error={leave.error} />}
      <TextField
        label={hasPassword ? t`Your password` : t`Write “${phrase}”`}
        type={hasPassword ? "password" : "text"}
        autoComplete={hasPassword ? "current-password" : "off"}
        value={proof}
        onChange={setProof}
        autoFocus
      />
      <div className="flex justify-end gap-2">
        <Button look="quiet" onPress={onClose}>{t`Keep it`}</Button>
        <Button
          look="danger"
          isDisabled={proof === ""}
          isPending={leave.isPending}
          onPress={() => leave.mutate()}
        >
          {t`Delete everything`}
        </Button>
      </div>
    </Dialog>
  );
}
