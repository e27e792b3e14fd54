//! MCP over standard input and output: answered by a local database, or carried to a server.

use std::time::Duration;

use agent::mcp::McpServer;
use app::App;
use domain::actor::{Actor, Via};
use rmcp::model::{ClientJsonRpcMessage, ErrorData, RequestId, ServerJsonRpcMessage};
use rmcp::transport::async_rw::AsyncRwTransport;
use rmcp::transport::{StreamableHttpClientTransport, Transport, stdio_pipes};
use rmcp::{RoleClient, RoleServer, ServiceExt as _};
use tokio::task::JoinSet;

use crate::backend;

/// How often changes of other processes are looked for.
const POLL: Duration = Duration::from_secs(1);

/// Answers as the owner of a local database, until standard input ends.
///
/// # Errors
/// When the client's first message is none of the protocol.
pub(crate) async fn serve(app: App) -> anyhow::Result<()> {
    let owner = app.local_owner().await.map_err(backend::from_account)?;
    let actor = Actor {
        via: Via::Mcp,
        ..owner
    };
    let poll = tokio::spawn(poll(app.clone()));
    let running = McpServer::for_one(app.clone(), actor)
        .serve(stdio_pipes())
        .await?;
    running.waiting().await?;
    poll.abort();
    app.close().await;
    Ok(())
}

async fn poll(app: App) {
    let mut every = tokio::time::interval(POLL);
    loop {
        every.tick().await;
        if let Err(error) = app.poll_feed().await {
            tracing::debug!(
                error = &error as &dyn std::error::Error,
                "could not look for changes of other processes"
            );
        }
    }
}

/// Carries messages to a server and back, until standard input ends.
///
/// # Errors
/// When standard output is closed.
pub(crate) async fn carry(
    mut server: StreamableHttpClientTransport<reqwest::Client>,
) -> anyhow::Result<()> {
    let (input, output) = stdio_pipes();
    let mut client = AsyncRwTransport::<RoleServer, _, _>::new(input, output);
    let mut sending = JoinSet::new();
    loop {
        tokio::select! {
            message = Transport::<RoleServer>::receive(&mut client) => {
                let Some(message) = message else { break };
                let id = id(&message);
                let sent = Transport::<RoleClient>::send(&mut server, message);
                sending.spawn(async move { (id, sent.await) });
            }
            Some(message) = Transport::<RoleClient>::receive(&mut server) => {
                Transport::<RoleServer>::send(&mut client, message).await?;
            }
            Some(Ok((Some(id), Err(error)))) = sending.join_next() => {
                let detail = format!("the server did not answer: {error}");
                let error = ErrorData::internal_error(detail, None);
                let message = ServerJsonRpcMessage::error(error, Some(id));
                Transport::<RoleServer>::send(&mut client, message).await?;
            }
            else => break,
        }
    }
    Transport::<RoleClient>::close(&mut server).await?;
    Ok(())
}

fn id(message: &ClientJsonRpcMessage) -> Option<RequestId> {
    match message {
        ClientJsonRpcMessage::Request(request) => Some(request.id.clone()),
        _ => None,
    }
}
