"""Tables of what publishers add to addresses and pages to count readers.

A parameter that can tell two reports apart (``id``, ``p``, ``v``, ``objectid``, ``article``, …)
must never stand here.
"""

from typing import Final

# Names that mean the same wherever they stand.
TRACKING_NAMES: Final = frozenset(
    {
        *("fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid"),
        *("ttclid", "igshid", "igsh", "li_fat_id", "mc_cid", "mc_eid", "mkt_tok", "_ga", "_gl"),
        *("_hsenc", "_hsmi", "__hssc", "__hstc", "hsctatracking", "vero_id", "vero_conv"),
        *("oly_anon_id", "oly_enc_id", "wickedid", "s_cid", "ncid", "cmpid", "ocid", "smid"),
        *("smtyp", "wt.mc_id", "wt_mc", "wt_zmc", "xtor", "ns_mchannel", "ns_campaign"),
        *("ns_source", "ns_linkname", "ns_fee", "at_medium", "at_campaign", "sr_share"),
        *("ftag", "guccounter", "guce_referrer", "guce_referrer_sig", "spm", "_openstat"),
        *("phpsessid", "jsessionid"),
    }
)
TRACKING_PREFIXES: Final = (
    "utm_",
    "pk_",
    "mtm_",
    "matomo_",
    "piwik_",
    "hsa_",
    "at_custom",
    "aspsessionid",
)

# Names of a visit if their value is a long number in hexadecimal (but the 24 digits of a record's
# number in MongoDB); elsewhere "sid" may be which report is meant.
SESSION_NAMES: Final = frozenset({"sid", "sessid", "sessionid", "session_id"})

# Words that track only with such a value: elsewhere they may say which report is meant.
TRACKING_VALUES: Final = {
    "ref": frozenset({"rss", "feed", "feeds", "home", "twitter", "facebook", "newsletter"}),
    "source": frozenset({"rss", "feed"}),
    "src": frozenset({"rss", "feed"}),
    "from": frozenset({"rss", "feed"}),
    "feature": frozenset({"youtu.be", "youtube_gdata"}),
    "rss": frozenset({"1", "yes", "true"}),
    "partner": frozenset({"rss", "rssnyt"}),
}

# Names that track on one publisher's sites (the host itself or below it).
TRACKING_BY_HOST: Final = {
    "abc.net.au": frozenset({"sf", "wt.ac"}),
    "aljazeera.com": frozenset({"traffic_source"}),
    "bbc.co.uk": frozenset({"intlink_from_url", "link_location", "facebook_page"}),
    "bbc.com": frozenset({"intlink_from_url", "link_location", "facebook_page"}),
    "cbc.ca": frozenset({"cmp"}),
    "dailymail.co.uk": frozenset({"ito"}),
    "dw.com": frozenset({"maca"}),
    "ft.com": frozenset({"ftcamp", "segmentid"}),
    "independent.co.uk": frozenset({"cmp"}),
    "mailonline.com": frozenset({"ito"}),
    "npr.org": frozenset({"ft", "f"}),
    "nytimes.com": frozenset({"partner", "emc", "hp"}),
    "reuters.com": frozenset({"feedtype", "feedname", "rpc", "taid"}),
    "smh.com.au": frozenset({"ref", "promote_channel"}),
    "theage.com.au": frozenset({"ref", "promote_channel"}),
    "theguardian.com": frozenset({"cmp", "intcmp"}),
    "washingtonpost.com": frozenset({"wprss", "tid", "itid"}),
    "wsj.com": frozenset({"mod", "cx_testid", "cx_testvariant", "cx_artpos"}),
}

# Hosts that serve counters and buttons instead of pictures.
COUNTER_HOSTS: Final = (
    "feeds.feedburner.com",
    "feedads.g.doubleclick.net",
    "feedproxy.google.com",
    "doubleclick.net",
    "google-analytics.com",
    "googleadservices.com",
    "pixel.wp.com",
    "stats.wordpress.com",
    "feeds.wordpress.com",
    "pixel.quantserve.com",
    "scorecardresearch.com",
    "rss.feedsportal.com",
    "da.feedsportal.com",
    "res.feedsportal.com",
    "ioam.de",
    "vgwort.de",
    "pheedo.com",
    "counter.theconversation.com",
)

# Parts of the paths of pictures that only count.
COUNTER_PATHS: Final = (
    "rss-pixel",
    "tracking-pixel",
    "/pixel.gif",
    "/pixel.png",
    "/1x1.",
    "/b.gif",
    "/spacer.gif",
)
