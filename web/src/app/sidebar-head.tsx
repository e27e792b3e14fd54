// The first line of the sidebar: whose it is, reminders, chat, settings.

import { t } from "@lingui/core/macro";
import { MessageCircle, Settings } from "lucide-react";
import { ReminderBell } from "@/features/reminders/reminder-bell";
import { runAction } from "@/lib/actions/registry";
import { usePrefs } from "@/lib/prefs/prefs";
import { useOverview } from "@/lib/query/use-overview";
import { go } from "@/lib/routes/routes";
import { IconButton } from "@/ui/icon-button";

export function SidebarHead() {
  const { data } = useOverview();
  const { chatOpen } = usePrefs();
  return (
    <div className="flex items-center gap-0.5 ps-2.5">
      <span className="min-w-0 flex-1 truncate font-semibold">{data?.user.name || "saydo"}</span>
      <span className="hidden min-[900px]:contents">
        <ReminderBell />
      </span>
      <IconButton
        icon={MessageCircle}
        label={t`Chat`}
        keys="c"
        isPressedIn={chatOpen}
        onPress={() => runAction("chat")}
      />
      <IconButton icon={Settings} label={t`Settings`} keys="g s" onPress={() => go("/settings")} />
    </div>
  );
}
