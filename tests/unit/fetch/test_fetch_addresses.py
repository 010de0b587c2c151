"""Which addresses are public: one of every special-purpose block and its neighbours."""

import pytest

from feeds.fetch.addresses import is_public_address

_PRIVATE = """
    0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.127.255.255 127.0.0.1 127.255.255.254
    169.254.0.1 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.1 192.0.2.1 192.88.99.1
    192.168.0.1 198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1 233.252.0.1
    239.255.255.250 240.0.0.1 255.255.255.255
    :: ::1 ::7f00:1 ::808:808 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254
    ::ffff:100.64.0.1 64:ff9b::7f00:1 64:ff9b::a00:1 64:ff9b:1::808:808 100::1 2001::1
    2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:10::1 2001:db8::1 2002:7f00:1:: 2002:a00:1::1
    2002:c0a8:101:: 2002:6440:1:: 3fff::1 5f00::1 fc00::1 fd12:3456::1 fe80::1 fe80::1%eth0
    2606:4700::1111%1 fec0::1 ff02::1 ff0e::1
""".split()

_PUBLIC = """
    1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.1 100.63.255.255 100.128.0.1 126.255.255.255 128.0.0.1
    169.253.255.255 172.15.255.255 172.32.0.1 192.167.255.255 192.169.0.1 198.17.255.255
    198.20.0.1 223.255.255.255 2606:4700::1111 2a00:1450:4001::1 2001:4860:4860::8888
    ::ffff:8.8.8.8 64:ff9b::808:808 2002:808:808::1
""".split()


@pytest.mark.parametrize("address", _PRIVATE)
def test_special_addresses_are_not_public(address: str) -> None:
    """Each block of the IANA registries, and each way to wrap one in IPv6, is refused."""
    assert not is_public_address(address)


@pytest.mark.parametrize("address", _PUBLIC)
def test_neighbours_of_special_blocks_are_public(address: str) -> None:
    """What lies just outside the blocks is reachable."""
    assert is_public_address(address)


@pytest.mark.parametrize(
    "address", ["", "valley.example", "2130706433", "0x7f.1", "127.1", "010.0.0.1", "①.1.1.1"]
)
def test_what_is_no_numeric_address_is_not_public(address: str) -> None:
    """Only what a resolver returns is judged; everything else is refused."""
    assert not is_public_address(address)
