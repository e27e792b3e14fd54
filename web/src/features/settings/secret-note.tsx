// A secret that is shown once.

import { t } from "@lingui/core/macro";
import { useState } from "react";
import { Button } from "@/ui/button";

interface Props {
  secret: string;
  onClose: () => void;
}

export function SecretNote({ secret, onClose }: Props) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  };
  return (
    <div role="status" className="flex flex-col gap-2 rounded-row bg-accent-soft p-3">
      <p className="text-small">{t`Copy it now; it is not shown again.`}</p>
      <code className="rounded bg-surface-1 px-2 py-1 text-small break-all">{secret}</code>
      <div className="flex gap-2">
        <Button size="small" look="primary" onPress={() => void copy()}>
          {isCopied ? t`Copied` : t`Copy`}
        </Button>
        <Button size="small" onPress={onClose}>{t`I have it`}</Button>
      </div>
    </div>
  );
}
