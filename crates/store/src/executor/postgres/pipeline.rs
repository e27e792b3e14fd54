//! Sends several requests at once and then reads their answers in the same order.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;

use crate::error::StoreError;

/// One request; it is sent when first polled.
pub(super) type Step<'a> = Pin<Box<dyn Future<Output = Result<(), StoreError>> + Send + 'a>>;

/// Runs `steps` in one round trip and returns the first failure, after all have been answered:
/// the others only say that the transaction has failed.
pub(super) async fn run(mut steps: Vec<Step<'_>>) -> Result<(), StoreError> {
    let mut answers: Vec<Option<Result<(), StoreError>>> = Vec::with_capacity(steps.len());
    poll_fn(|context| {
        for step in &mut steps {
            answers.push(match step.as_mut().poll(context) {
                Poll::Ready(answer) => Some(answer),
                Poll::Pending => None,
            });
        }
        Poll::Ready(())
    })
    .await;
    let mut first = Ok(());
    for (mut step, answer) in steps.into_iter().zip(answers) {
        let answer = match answer {
            Some(answer) => answer,
            None => step.as_mut().await,
        };
        first = first.and(answer);
    }
    first
}
