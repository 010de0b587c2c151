"""A story as IPTC ninjs and as a NewsArticle of schema.org."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from feeds.model import Agency, Dateline, Genre, Inference, Media, Story
from feeds.publish import export_jsonld, export_ninjs

_SCHEMAS = Path(__file__).with_name("schemas")
_ID = "1f9c2a44-3f52-5d0c-8a57-4a4f5d1c0001"
_PUBLISHED = datetime(2026, 11, 23, 9, 15, tzinfo=UTC)
_UPDATED = datetime(2026, 11, 23, 11, 40, tzinfo=UTC)
_PICTURE = Media(
    url="https://post.example/ferry.jpg",
    type="image/jpeg",
    medium="image",
    width=800,
    height=600,
    bytes=40_000,
    title="The ferry on Saturday",
    credit="Ina Moll",
)
_BARE = Story(
    id=_ID,
    source_id="post",
    keys=("text:1",),
    headline="Ferry Heron runs again",
    first_seen=datetime(2026, 11, 24, tzinfo=UTC),
)
_FULL = Story(
    id=_ID,
    source_id="post",
    keys=("guid:ferry",),
    guid="ferry",
    url="https://post.example/ferry",
    canonical_url="https://post.example/ferry",
    headline="Ferry Heron runs again",
    standfirst="Back after three days.",
    byline=("Laura Conner", "Aldo Penn"),
    dateline=Dateline(place="AUBEVAL, Ostmark", date="March 3"),
    agencies=(Agency(name="AP", role="credited"), Agency(name="Reuters", role="quoted")),
    published=_PUBLISHED,
    updated=_UPDATED,
    first_seen=datetime(2026, 11, 24, tzinfo=UTC),
    language="en-gb",
    section="Lakes",
    categories=("Ferries", "Weather"),
    genre=Genre.LIST,
    body_html="<p>The ferry Heron runs again.</p>",
    body_text="The ferry Heron runs again.",
    media=(
        _PICTURE,
        Media(url="https://post.example/horn.mp3", type="audio/mpeg", medium="audio", title="Horn"),
        Media(url="https://post.example/lake.mp4", medium="video"),
        Media(url="https://post.example/plan.pdf", title="The timetable"),
        Media(url="data:image/png;base64,AAAA", medium="image"),
    ),
    word_count=13,
    attribution_title="The Orsel Herald",
    attribution_url="https://herald.example/rss",
)


def _errors(document: dict[str, Any], schema: str) -> list[str]:
    """Return what is wrong with a document, by the schema of its kind."""
    rules = json.loads((_SCHEMAS / f"{schema}.json").read_text("utf-8"))
    Draft202012Validator.check_schema(rules)
    found = Draft202012Validator(rules).iter_errors(json.loads(json.dumps(document)))
    return [f"{error.json_path}: {error.message}" for error in found]


@pytest.mark.parametrize(
    ("export", "schema"), [(export_ninjs, "ninjs"), (export_jsonld, "newsarticle")]
)
@pytest.mark.parametrize("story", [_BARE, _FULL], ids=["bare", "full"])
def test_an_export_is_valid(
    story: Story, export: Callable[[Story], dict[str, Any]], schema: str
) -> None:
    """By the schema of its kind, with nothing known of a story, and with everything."""
    assert [] == _errors(export(story), schema)


@pytest.mark.parametrize("export", [export_ninjs, export_jsonld])
def test_when_the_desk_saw_it_is_never_a_date_of_the_publisher(
    export: Callable[[Story], dict[str, Any]],
) -> None:
    """Where the publisher states no date, none is exported: neither ours nor the time of now."""
    exported = export(_BARE)

    assert "2026" not in json.dumps(exported)
    assert [] == [name for name in exported if "date" in name or "Created" in name]


def test_ninjs_says_only_what_is_held() -> None:
    """Identity, headline and source; the representation is partial, for there is no body."""
    assert export_ninjs(_BARE) == {
        "uri": f"urn:uuid:{_ID}",
        "standard": {
            "name": "ninjs",
            "version": "3.2",
            "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.2.json#",
        },
        "type": "text",
        "representationType": "partial",
        "headlines": [
            {"role": "main", "contentType": "text/plain", "value": "Ferry Heron runs again"}
        ],
        "infoSources": [{"literal": "post", "role": "source"}],
    }


def test_ninjs_has_every_field_of_a_story() -> None:
    """Dates are the publisher's; agencies keep their role; an address nobody can follow is out."""
    item = export_ninjs(_FULL)

    assert "representationType" not in item
    assert "en-GB" == item["language"]
    assert item["subjects"] == [
        {"name": "Lakes", "rel": "section"},
        {"name": "list", "rel": "genre"},
        {"name": "Ferries", "rel": "category"},
        {"name": "Weather", "rel": "category"},
    ]
    assert (_PUBLISHED.isoformat(), _UPDATED.isoformat()) == (
        item["firstCreated"],
        item["versionCreated"],
    )
    assert ("Laura Conner, Aldo Penn", "AUBEVAL, Ostmark") == (item["by"], item["located"])
    assert item["infoSources"] == [
        {"literal": "post", "role": "source"},
        {"name": "The Orsel Herald", "role": "publication"},
        {"name": "AP", "role": "credited"},
        {"name": "Reuters", "role": "quoted"},
    ]
    assert item["bodies"] == [
        {"role": "main", "contentType": "text/plain", "value": _FULL.body_text, "wordCount": 5},
        {"role": "main", "contentType": "text/html", "value": _FULL.body_html},
    ]
    assert ["image 1", "audio 2", "video 3", "document 4"] == [
        medium["name"] for medium in item["associations"]
    ]
    assert item["associations"][0] == {
        "name": "image 1",
        "uri": _PICTURE.url,
        "type": "picture",
        "descriptions": [
            {"role": "caption", "contentType": "text/plain", "value": "The ferry on Saturday"}
        ],
        "by": "Ina Moll",
        "renditions": [
            {
                "name": "main",
                "href": _PICTURE.url,
                "contentType": "image/jpeg",
                "width": 800,
                "height": 600,
                "sizeInBytes": 40_000,
            }
        ],
    }


def test_a_news_article_says_only_what_is_held() -> None:
    """Context, type, identity and headline."""
    assert export_jsonld(_BARE) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": f"urn:uuid:{_ID}",
        "headline": "Ferry Heron runs again",
    }


def test_a_news_article_has_every_field_of_a_story() -> None:
    """Credited agencies are its source, quoted ones are mentioned; media have their places."""
    article = export_jsonld(_FULL)

    assert [{"@type": "Organization", "name": "AP"}] == article["sourceOrganization"]
    assert [{"@type": "Organization", "name": "Reuters"}] == article["mentions"]
    assert "AUBEVAL, Ostmark, March 3" == article["dateline"]
    assert "AUBEVAL, Ostmark" == article["locationCreated"]["name"]
    assert (_PUBLISHED.isoformat(), _UPDATED.isoformat()) == (
        article["datePublished"],
        article["dateModified"],
    )
    assert 5 == article["wordCount"]
    assert "en-GB" == article["inLanguage"]
    assert ("NewsArticle", "list") == (article["@type"], article["genre"])
    assert article["image"] == [
        {
            "@type": "ImageObject",
            "contentUrl": _PICTURE.url,
            "encodingFormat": "image/jpeg",
            "width": {"@type": "QuantitativeValue", "value": 800, "unitCode": "E37"},
            "height": {"@type": "QuantitativeValue", "value": 600, "unitCode": "E37"},
            "contentSize": "40000 B",
            "caption": "The ferry on Saturday",
            "creditText": "Ina Moll",
        }
    ]
    assert (1, 1, 1) == tuple(len(article[name]) for name in ("audio", "video", "associatedMedia"))
    assert "The timetable" == article["associatedMedia"][0]["name"]


@pytest.mark.parametrize(
    ("genre", "kind"),
    [
        (None, "NewsArticle"),
        (Genre.OPINION, "OpinionNewsArticle"),
        (Genre.ANALYSIS, "AnalysisNewsArticle"),
        (Genre.LIVE_BLOG, "NewsArticle"),
    ],
)
def test_an_article_is_of_the_kind_of_its_genre(genre: Genre | None, kind: str) -> None:
    """A LiveBlogPosting is no NewsArticle: it has no dateline. What is inferred is not stated."""
    guess = (Inference(field="genre", origin="by its headline"),)
    guessed = export_jsonld(replace(_FULL, genre=genre, inferred=guess))

    assert kind == export_jsonld(replace(_FULL, genre=genre))["@type"]
    assert ("NewsArticle", genre) == (guessed["@type"], guessed.get("genre"))


@pytest.mark.parametrize(
    ("media", "told"),
    [
        (Media(url="https://post.example/a.jpg", medium="image"), "image/jpeg"),
        (Media(url="https://post.example/a.jpg", type="image/webp", medium="image"), "image/webp"),
        (Media(url="https://post.example/a.jpg", medium="video"), None),
        (Media(url="https://post.example/plan"), None),
    ],
)
def test_media_have_the_type_stated_or_that_of_their_ending(media: Media, told: str | None) -> None:
    """In both exports alike; where neither tells it, nothing is said."""
    story = replace(_BARE, media=(media,))

    exported = export_jsonld(story)
    members = exported.keys() & {"image", "video", "associatedMedia"}
    (linked,) = exported[members.pop()]
    (item,) = export_ninjs(story)["associations"]

    assert linked.get("encodingFormat") == told
    assert item["renditions"][0].get("contentType") == told
