//! The guarded client against a server that does what a hostile one would.

use std::sync::atomic::{AtomicU16, AtomicUsize, Ordering};

use rcgen::{CertifiedKey, generate_simple_self_signed};
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

use super::*;

const MOST: usize = 5 * 1024;
const NAME: &str = "client.example";

/// Where the server of the test listens; one test uses it.
static PORT: AtomicU16 = AtomicU16::new(0);
/// How many connections have been made to it.
static CONNECTIONS: AtomicUsize = AtomicUsize::new(0);

/// What the server says to each path.
fn answer(path: &str) -> String {
    let ok = |body: &str| {
        format!(
            "HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        )
    };
    match path {
        "/good" => ok("{}"),
        "/exact" => ok(&"x".repeat(MOST)),
        "/large" => ok(&"x".repeat(MOST + 1)),
        "/endless" => {
            let chunk = format!("400\r\n{}\r\n", "x".repeat(0x400));
            format!(
                "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n{}",
                chunk.repeat(8)
            )
        }
        "/moved" => "HTTP/1.1 302 Found\r\nlocation: /good\r\ncontent-length: 0\r\n\r\n".to_owned(),
        _ => "HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n".to_owned(),
    }
}

async fn serve() -> Certificate {
    let CertifiedKey { cert, signing_key } =
        generate_simple_self_signed(vec![NAME.to_owned()]).unwrap();
    let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(signing_key.serialize_der()));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![cert.der().clone()], key)
        .unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    PORT.store(listener.local_addr().unwrap().port(), Ordering::SeqCst);
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            CONNECTIONS.fetch_add(1, Ordering::SeqCst);
            let acceptor = acceptor.clone();
            tokio::spawn(async move {
                let Ok(mut stream) = acceptor.accept(stream).await else {
                    return;
                };
                let mut request = vec![0; 4096];
                let read = stream.read(&mut request).await.unwrap_or(0);
                let text = String::from_utf8_lossy(&request[..read]).into_owned();
                let path = text.split(' ').nth(1).unwrap_or_default().to_owned();
                stream.write_all(answer(&path).as_bytes()).await.ok();
                stream.shutdown().await.ok();
            });
        }
    });
    Certificate::from_der(cert.der()).unwrap()
}

fn here(_: String) -> BoxFuture<'static, std::io::Result<Vec<SocketAddr>>> {
    let port = PORT.load(Ordering::SeqCst);
    Box::pin(async move { Ok(vec![SocketAddr::from(([127, 0, 0, 1], port))]) })
}

fn partly_here(_: String) -> BoxFuture<'static, std::io::Result<Vec<SocketAddr>>> {
    let port = PORT.load(Ordering::SeqCst);
    Box::pin(async move {
        let public = SocketAddr::from(([93, 184, 216, 34], port));
        Ok(vec![public, SocketAddr::from(([127, 0, 0, 1], port))])
    })
}

#[tokio::test]
async fn only_a_small_answer_of_a_public_address_is_fetched() {
    let root = serve().await;
    let open = Guarded::new(here, |address| address.is_loopback(), vec![root.clone()]);
    let get = async |path: &str| open.get(&format!("https://{NAME}{path}"), MOST).await;
    assert_eq!(get("/good").await.unwrap(), b"{}");
    assert_eq!(get("/exact").await.unwrap().len(), MOST);
    assert_eq!(get("/large").await, Err(FetchError::TooLarge(MOST)));
    assert_eq!(get("/endless").await, Err(FetchError::TooLarge(MOST)));
    assert_eq!(get("/moved").await, Err(FetchError::Status(302)));
    assert_eq!(get("/nothing").await, Err(FetchError::Status(404)));

    // A certificate that nobody known has signed.
    let stranger = Guarded::new(here, |address| address.is_loopback(), Vec::new());
    let url = format!("https://{NAME}/good");
    assert_eq!(stranger.get(&url, MOST).await, Err(FetchError::Unreachable));

    // From here on nothing is connected to.
    let connections = CONNECTIONS.load(Ordering::SeqCst);
    let port = PORT.load(Ordering::SeqCst);
    for lookup in [here as Lookup, partly_here] {
        let guarded = Guarded::new(lookup, is_public, vec![root.clone()]);
        for url in [
            url.clone(),
            format!("http://{NAME}/good"),
            format!("https://127.0.0.1:{port}/good"),
            format!("https://[::1]:{port}/good"),
            format!("https://[::ffff:127.0.0.1]:{port}/good"),
            format!("https://2130706433:{port}/good"),
            format!("https://0x7f.1:{port}/good"),
            format!("https://0177.0.0.1:{port}/good"),
            format!("https://localhost:{port}/good"),
            format!("https://{NAME}@127.0.0.1:{port}/good"),
            "file:///etc/passwd".to_owned(),
            "not a url".to_owned(),
        ] {
            let answer = guarded.get(&url, MOST).await;
            assert_eq!(answer, Err(FetchError::Unreachable), "{url}");
        }
    }
    assert_eq!(CONNECTIONS.load(Ordering::SeqCst), connections);
}
