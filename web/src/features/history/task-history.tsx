// The history of one task, folded away until asked for.

import { t } from "@lingui/core/macro";
import { useState } from "react";
import { Button } from "@/ui/button";
import { HistoryList } from "./history-list";

export function TaskHistory({ taskId }: { taskId: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section aria-label={t`History`}>
      <Button
        size="small"
        look="quiet"
        aria-expanded={isOpen}
        onPress={() => setOpen(!isOpen)}
        className="-ms-2"
      >
        {isOpen ? t`Hide history` : t`Show history`}
      </Button>
      {isOpen && <HistoryList taskId={taskId} />}
    </section>
  );
}
