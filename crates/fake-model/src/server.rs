//! The fake model's server: plain HTTP over a socket, so that it decides where the bytes are cut.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;

use super::behaviour::{Behaviour, End, Response};
use super::judge;

type Choose = Box<dyn FnMut(&Value, usize) -> Behaviour + Send>;

/// A fake model that runs until it is dropped.
pub struct FakeModel {
    address: SocketAddr,
    shared: Arc<Shared>,
    task: tokio::task::JoinHandle<()>,
}

struct Shared {
    choose: Mutex<Choose>,
    requests: Mutex<Vec<Value>>,
    faults: Mutex<Vec<String>>,
    asked: Notify,
    left: Notify,
}

impl FakeModel {
    /// A model that answers the n-th request, from 0, as `choose` says.
    ///
    /// # Errors
    /// When it cannot listen.
    pub async fn start(
        choose: impl FnMut(&Value, usize) -> Behaviour + Send + 'static,
    ) -> std::io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared {
            choose: Mutex::new(Box::new(choose)),
            requests: Mutex::default(),
            faults: Mutex::default(),
            asked: Notify::new(),
            left: Notify::new(),
        });
        let of_task = Arc::clone(&shared);
        let task = tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                tokio::spawn(serve(socket, Arc::clone(&of_task)));
            }
        });
        Ok(Self {
            address,
            shared,
            task,
        })
    }

    /// Where it is.
    pub fn base_url(&self) -> String {
        format!("http://{}/v1", self.address)
    }

    /// The bodies of all requests so far.
    pub fn requests(&self) -> Vec<Value> {
        self.shared
            .requests
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// What was wrong with them.
    pub fn faults(&self) -> Vec<String> {
        self.shared
            .faults
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Waits until another request has come.
    pub async fn asked(&self) {
        self.shared.asked.notified().await;
    }

    /// Waits until a client has gone while it was being answered.
    pub async fn left(&self) {
        self.shared.left.notified().await;
    }
}

impl Drop for FakeModel {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(mut socket: TcpStream, shared: Arc<Shared>) {
    while let Some((head, body)) = read(&mut socket).await {
        if head.starts_with("GET ") {
            let listed = socket.write_all(Response::list().as_bytes()).await;
            if listed.is_err() {
                return;
            }
            continue;
        }
        let response = {
            let mut requests = shared
                .requests
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            let faults = judge::faults(&head, &body, requests.first());
            shared
                .faults
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .extend(faults);
            requests.push(body.clone());
            let at = requests.len() - 1;
            (shared.choose.lock().unwrap_or_else(PoisonError::into_inner))(&body, at).response()
        };
        shared.asked.notify_one();
        let end = response.end;
        if send(&mut socket, response).await.is_err() || end == End::Cut {
            return;
        }
        if end == End::Stall {
            // A client that goes away is seen by a read that ends.
            let mut nothing = [0; 1];
            let _ = socket.read(&mut nothing).await;
            shared.left.notify_one();
            return;
        }
    }
}

/// Reads one request: its head, and its body as JSON.
async fn read(socket: &mut TcpStream) -> Option<(String, Value)> {
    let mut bytes = Vec::new();
    let head_end = loop {
        if let Some(at) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break at + 4;
        }
        if socket.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    };
    let head = String::from_utf8_lossy(&bytes[..head_end]).into_owned();
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length")
            .then(|| value.trim().parse::<usize>().ok())?
    });
    let whole = head_end + length.unwrap_or_default();
    while bytes.len() < whole {
        if socket.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    }
    let body = serde_json::from_slice(&bytes[head_end..whole]).unwrap_or_default();
    Some((head, body))
}

/// Sends a response in pieces of one to seven bytes, which cut words, numbers and letters.
async fn send(socket: &mut TcpStream, response: Response) -> std::io::Result<()> {
    socket.write_all(response.head.as_bytes()).await?;
    let (mut rest, mut size) = (response.body.as_slice(), 1);
    while !rest.is_empty() {
        let (piece, more) = rest.split_at(size.min(rest.len()));
        let mut chunk = format!("{:x}\r\n", piece.len()).into_bytes();
        chunk.extend_from_slice(piece);
        chunk.extend_from_slice(b"\r\n");
        socket.write_all(&chunk).await?;
        (rest, size) = (more, size % 7 + 1);
    }
    if response.end == End::Whole {
        socket.write_all(b"0\r\n\r\n").await?;
    }
    socket.flush().await
}
