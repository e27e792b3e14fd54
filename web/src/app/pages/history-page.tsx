// Everything that has changed, each with its undo.

import { t } from "@lingui/core/macro";
import { HistoryList } from "@/features/history/history-list";
import { Page } from "@/ui/page";

export function HistoryPage() {
  return (
    <Page title={t`History`}>
      <HistoryList />
    </Page>
  );
}
