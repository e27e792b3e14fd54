//! TLS to PostgreSQL, as the address asks for it.

use std::sync::Arc;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::error::StoreError;

/// Splits what concerns certificates off an address: the address for the driver, and the file of
/// `sslrootcert`. Server certificates are always verified, so `verify-ca` and `verify-full` mean
/// the same as `require`.
pub(super) fn settings(url: &str) -> Result<(String, Option<String>), StoreError> {
    let Some((base, query)) = url.split_once('?') else {
        return Ok((url.to_owned(), None));
    };
    let mut kept = Vec::new();
    let mut file = None;
    for pair in query.split('&') {
        match pair.split_once('=') {
            Some(("sslrootcert", path)) => file = Some(path.replace("%2F", "/")),
            Some(("sslmode", "verify-ca" | "verify-full")) => kept.push("sslmode=require"),
            // Channel binding is negotiated wherever the server offers it.
            Some(("channel_binding", "prefer")) => {}
            _ => kept.push(pair),
        }
    }
    let url = if kept.is_empty() {
        base.to_owned()
    } else {
        format!("{base}?{}", kept.join("&"))
    };
    Ok((url, file.filter(|path| path != "system")))
}

/// A connector that trusts the public authorities, or only those of a PEM file.
pub(super) fn connector(file: Option<&str>) -> Result<MakeRustlsConnect, StoreError> {
    let mut roots = RootCertStore::empty();
    match file {
        None => roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned()),
        Some(file) => {
            for certificate in
                CertificateDer::pem_file_iter(file).map_err(StoreError::unavailable)?
            {
                let certificate = certificate.map_err(StoreError::unavailable)?;
                roots.add(certificate).map_err(StoreError::unavailable)?;
            }
        }
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(StoreError::other)?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(MakeRustlsConnect::new(config))
}

#[cfg(test)]
mod tests {
    use super::settings;

    #[track_caller]
    fn check(url: &str, driver: &str, file: Option<&str>) {
        let settled = settings(url).unwrap();
        assert_eq!(settled, (driver.to_owned(), file.map(str::to_owned)));
    }

    #[test]
    fn certificates_are_named_in_the_address() {
        check("postgres://h/d", "postgres://h/d", None);
        check(
            "postgres://h/d?sslmode=verify-full",
            "postgres://h/d?sslmode=require",
            None,
        );
        check(
            "postgres://h/d?sslrootcert=/etc/ca.pem&sslmode=require",
            "postgres://h/d?sslmode=require",
            Some("/etc/ca.pem"),
        );
    }
}
