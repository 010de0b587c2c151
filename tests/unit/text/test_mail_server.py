"""Addresses of mail servers."""

import pytest

from feeds.text.mail_server import read_mail_server

ENDS = "from=desk@tal.example&to=a@tal.example"


def test_an_address_says_who_writes_to_whom_through_whom() -> None:
    """Percent-encoded user and password, several receivers in both ways, each once."""
    server = read_mail_server(
        "smtp://desk%40tal.example:p%40ss%2F@mail.tal.example:2525/"
        "?from=desk+news@tal.example&to=a@tal.example,b@t%C3%A4l.example&to=a@tal.example"
    )

    assert (server.host, server.port, server.encryption) == ("mail.tal.example", 2525, "starttls")
    assert (server.user, server.password.reveal()) == ("desk@tal.example", "p@ss/")
    assert server.sender == "desk+news@tal.example"
    assert server.recipients == ("a@tal.example", "b@xn--tl-via.example")


@pytest.mark.parametrize(
    ("begin", "end", "encryption", "port"),
    [
        ("smtp://mail.tal.example", "", "starttls", 587),
        ("smtps://mail.tal.example", "", "tls", 465),
        ("smtp://localhost", "", "none", 25),
        ("smtp://[::1]", "", "none", 25),
        ("smtp://127.0.0.1", "&tls=yes", "starttls", 587),
        ("smtp://mail.tal.example", "&tls=no", "none", 25),
    ],
)
def test_encryption_is_demanded_unless_nothing_leaves_the_machine(
    begin: str, end: str, encryption: str, port: int
) -> None:
    """Or it is given up in writing."""
    server = read_mail_server(f"{begin}?{ENDS}{end}")

    assert (server.encryption, server.port) == (encryption, port)


@pytest.mark.case("A-10")
@pytest.mark.parametrize(
    "address",
    [
        f"smtp://desk:T0p/Secret@mail.tal.example/?{ENDS}",
        f"smtp://desk:T0pSecret@mail.tal.example:99999/?{ENDS}",
        f"smtp://desk:T0pSecret@mail.tal.example:0/?{ENDS}",
        f"smtp:///?{ENDS}",
        f"smtp://mail.tal.example/inbox?{ENDS}",
        f"smtp://mail.tal.example/?{ENDS}&bcc=T0pSecret@tal.example",
        f"smtp://mail.tal.example/?{ENDS}&tls=maybe",
        f"smtps://mail.tal.example/?{ENDS}&tls=no",
        f"smtp://mail.tal.example/?{ENDS}&from=other@tal.example",
        "smtp://mail.tal.example/?to=T0pSecret@tal.example",
        "smtp://mail.tal.example/?from=T0pSecret@tal.example",
        "smtp://mail.tal.example/?from=a@tal.example&to=b@tal.example%0D%0ABcc:c@tal.example",
        "smtp://mail.tal.example/?from=a@tal.example&to=b@tal.example%0A",
        "smtp://mail.tal.example/?from=a@tal.example&to=<T0pSecret@tal.example>",
        "smtp://mail.tal.example/?from=a@tal.example&to=T0pSecret",
        "smtp://mail.tal.example/?from=a@tal.example&to=j%C3%B6@tal.example",
        "smtp://mail.tal.example/?from=a@tal.example&to=" + ",".join(["b@tal.example"] * 51),
    ],
)
def test_a_wrong_address_is_refused_without_repeating_it(address: str) -> None:
    """A line break in a mailbox, a password that is not encoded, a key nobody knows."""
    with pytest.raises(ValueError, match=r"\w") as caught:
        read_mail_server(address)

    assert "T0p" not in str(caught.value)
