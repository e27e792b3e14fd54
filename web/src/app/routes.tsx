// Which address shows which page. What is not needed at once is loaded when it is.

import { lazy } from "react";
import { Route, Switch } from "wouter";
import { useOverview } from "@/lib/query/use-overview";
import { SkeletonRows } from "@/ui/skeleton-rows";
import { InboxPage } from "./pages/inbox-page";
import { MissingPage } from "./pages/missing-page";
import { TodayPage } from "./pages/today-page";

const SettingsPage = lazy(() =>
  import("@/features/settings/settings-page").then((module) => ({ default: module.SettingsPage })),
);
const ChatPage = lazy(() =>
  import("@/features/chat/chat-page").then((module) => ({ default: module.ChatPage })),
);
const HistoryPage = lazy(() =>
  import("./pages/history-page").then((module) => ({ default: module.HistoryPage })),
);
const SearchPage = lazy(() =>
  import("./pages/search-page").then((module) => ({ default: module.SearchPage })),
);
const ViewPage = lazy(() =>
  import("./pages/view-page").then((module) => ({ default: module.ViewPage })),
);

const CompletedPage = lazy(() =>
  import("./pages/completed-page").then((module) => ({ default: module.CompletedPage })),
);
const ProjectPage = lazy(() =>
  import("./pages/project-page").then((module) => ({ default: module.ProjectPage })),
);
const TagPage = lazy(() =>
  import("./pages/tag-page").then((module) => ({ default: module.TagPage })),
);
const TrashPage = lazy(() =>
  import("./pages/trash-page").then((module) => ({ default: module.TrashPage })),
);
const UpcomingPage = lazy(() =>
  import("./pages/upcoming-page").then((module) => ({ default: module.UpcomingPage })),
);
export function Routes() {
  const { data } = useOverview();
  return (
    <Switch>
      <Route path="/" component={TodayPage} />
      <Route path="/today" component={TodayPage} />
      <Route path="/inbox" component={InboxPage} />
      <Route path="/upcoming" component={UpcomingPage} />
      <Route path="/search" component={SearchPage} />
      <Route path="/completed" component={CompletedPage} />
      <Route path="/trash" component={TrashPage} />
      <Route path="/history" component={HistoryPage} />
      <Route path="/settings" component={SettingsPage} />
      <Route path="/chat" component={ChatPage} />
      <Route path="/project/:id">
        {({ id }) => {
          const project = data?.projects.find((one) => one.id === id);
          if (project) return <ProjectPage key={id} project={project} />;
          return data ? <MissingPage /> : <SkeletonRows />;
        }}
      </Route>
      <Route path="/tag/:name">
        {({ name }) => <TagPage key={name} name={decodeURIComponent(name)} />}
      </Route>
      <Route path="/view/:id">
        {({ id }) => {
          const view = data?.views.find((one) => one.id === id);
          if (view) return <ViewPage key={id} view={view} />;
          return data ? <MissingPage /> : <SkeletonRows />;
        }}
      </Route>
      <Route component={MissingPage} />
    </Switch>
  );
}
