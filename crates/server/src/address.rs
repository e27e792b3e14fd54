//! Where a request comes from. Forwarded headers count only behind proxies that are trusted.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::extract::ConnectInfo;
use axum::http::request::Parts;

/// The caller's address; `None` where the transport has none.
pub(crate) fn of(parts: &Parts, trusted_proxies: usize) -> Option<IpAddr> {
    let peer = parts
        .extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map(|info| info.0.ip());
    if trusted_proxies == 0 {
        return peer;
    }
    let forwarded: Vec<IpAddr> = parts
        .headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter_map(|address| address.trim().parse().ok())
        .collect();
    // The last proxy appends last: what stands further left than the trusted ones is hearsay.
    let at = forwarded.len().checked_sub(trusted_proxies);
    at.map(|at| forwarded[at])
        .or(forwarded.first().copied())
        .or(peer)
}

/// The part of an address that one person holds: all of IPv4, the first 64 bits of IPv6.
pub(crate) fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => IpAddr::V4(address),
        IpAddr::V6(address) => {
            let mut octets = address.octets();
            octets[8..].fill(0);
            IpAddr::V6(Ipv6Addr::from(octets))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(forwarded: Option<&str>, trusted: usize, expected: &str) {
        let mut request = axum::http::Request::builder();
        if let Some(value) = forwarded {
            request = request.header("x-forwarded-for", value);
        }
        let (mut parts, ()) = request.body(()).unwrap().into_parts();
        let peer: SocketAddr = "10.0.0.9:1".parse().unwrap();
        parts.extensions.insert(ConnectInfo(peer));
        assert_eq!(of(&parts, trusted), Some(expected.parse().unwrap()));
    }

    #[test]
    fn a_forwarded_header_is_believed_only_behind_trusted_proxies() {
        check(Some("1.2.3.4"), 0, "10.0.0.9");
        check(None, 1, "10.0.0.9");
        check(Some("1.2.3.4"), 1, "1.2.3.4");
        check(Some("6.6.6.6, 1.2.3.4"), 1, "1.2.3.4");
        check(Some("6.6.6.6, 1.2.3.4, 10.0.0.8"), 2, "1.2.3.4");
    }

    #[test]
    fn neighbours_in_one_ipv6_network_are_one_caller() {
        let network = |text: &str| network(text.parse().unwrap());
        assert_eq!(
            network("2001:db8:1:2:3::4"),
            network("2001:db8:1:2:ffff::9")
        );
        assert_ne!(network("2001:db8:1:2::"), network("2001:db8:1:3::"));
        assert_eq!(network("::ffff:1.2.3.4"), network("1.2.3.4"));
    }
}
