// An address that leads nowhere.

import { t } from "@lingui/core/macro";
import { Link } from "wouter";
import { Page } from "@/ui/page";

export function MissingPage() {
  return (
    <Page title={t`Nothing here`}>
      <p className="px-2 text-text-2">
        {t`This address leads nowhere; what it named may have been deleted.`}{" "}
        <Link href="/" className="text-accent underline">{t`Go to Today`}</Link>
      </p>
    </Page>
  );
}
