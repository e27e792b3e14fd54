// Catches what no page expected and offers a way on.

import { t } from "@lingui/core/macro";
import { Component, type ReactNode } from "react";
import { Button } from "@/ui/button";

interface Props {
  children: ReactNode;
}

interface State {
  error: Error | null;
}

export class FailureScreen extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render() {
    if (!this.state.error) return this.props.children;
    return (
      <main className="mx-auto flex max-w-120 flex-col items-start gap-3 px-4 pt-[20vh]">
        <h1 className="text-title font-semibold">{t`Something in this page broke`}</h1>
        <p className="text-text-2">{t`Nothing that you saved is lost. Load the page again to go on.`}</p>
        <code className="text-small text-text-3">{this.state.error.message}</code>
        <Button look="primary" onPress={() => location.reload()}>{t`Load again`}</Button>
      </main>
    );
  }
}
