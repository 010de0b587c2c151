"""One entry in the publisher's words becomes one story in the common schema."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from feeds.model import Document, Entry, Inference, Problem, Source, Story
from feeds.normalize.credits.credited import find_agencies
from feeds.normalize.fields import (
    credit_makers,
    list_credits,
    list_enclosures,
    open_with,
    plain_label,
    read_canonical,
    read_categories,
    read_people,
    read_published,
    read_story_language,
    read_updated,
    read_url,
    split_section,
    state_language,
)
from feeds.normalize.genres.genre import find_genre
from feeds.normalize.identity import hash_content
from feeds.normalize.media.attached import read_media
from feeds.normalize.publisher import name_publication
from feeds.normalize.texts import ReadTexts, infer_headline, read_texts
from feeds.text.characters import clean_characters, cut_text, join_line
from feeds.text.language import read_language
from feeds.text.urls import clean_url
from feeds.text.words import count_words

_MAX_GUID: Final = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A story without identity, and what was wrong with its entry."""

    story: Story
    problems: tuple[Problem, ...]


def draft_story(entry: Entry, document: Document, source: Source, seen: datetime) -> Draft | None:
    """Return an entry in the common schema, but for ``keys`` and ``id``.

    None if the entry has no word, no address and no picture: there is nothing to tell.
    """
    base = document.link or source.url or ""
    url = read_url(entry, base)
    stated_language = state_language(entry, document)
    texts = read_texts(
        entry, document, url or base, stated_language or read_language(source.language)
    )
    stated = (*entry.media, *list_enclosures(entry))
    media = read_media((*(stated or texts.pictures), *texts.captioned), base, texts.pictures)
    if not (url or media or texts.headline or texts.standfirst or texts.body_text):
        return None
    story, inferred = _tell_words(entry, texts, url, source, seen)
    language, language_inferred = read_story_language(stated_language, source, story)
    published = read_published(entry, texts, seen, language)
    updated = read_updated(entry, texts, seen, language)
    credited = _credit_story(story, entry, texts, document, source)
    story = replace(
        credited,
        url=url,
        canonical_url=read_canonical(entry, url, base),
        published=published.date,
        published_raw=published.raw,
        updated=updated.date,
        updated_raw=updated.raw,
        language=language,
        media=media,
        inferred=(
            *(*inferred, *credited.inferred, *published.inferred, *updated.inferred),
            *language_inferred,
        ),
    )
    signed = (*texts.bylines, *texts.credits, *(author.name for author in entry.authors))
    found = find_genre(story, entry.genres, texts.kicker, signed)
    story = replace(
        story,
        genre=found.genre,
        inferred=(*story.inferred, *found.inferred),
        content_hash=hash_content(story),
    )
    problems = (*texts.problems, *published.problems, *updated.problems)
    return Draft(story=story, problems=problems)


def _tell_words(
    entry: Entry, texts: ReadTexts, url: str | None, source: Source, seen: datetime
) -> tuple[Story, tuple[Inference, ...]]:
    """Return a story with its words and labels, and what of them was inferred."""
    headline, inferred = texts.headline, texts.inferred
    section, *more = split_section(entry.section)
    if not headline:
        headline, origin = infer_headline(texts, url)
        inferred = (Inference(field="headline", origin=origin), *inferred)
    story = Story(
        id="",
        keys=(),
        source_id=source.id,
        guid=cut_text(join_line(clean_characters(entry.guid)), _MAX_GUID),
        headline=headline,
        standfirst=texts.standfirst,
        first_seen=seen,
        section=section,
        categories=read_categories((*more, *entry.categories)),
        body_html=texts.body_html,
        body_text=texts.body_text,
        word_count=count_words(f"{headline}\n{texts.standfirst}\n{texts.body_text}"),
    )
    return story, inferred


def _credit_story(
    story: Story, entry: Entry, texts: ReadTexts, document: Document, source: Source
) -> Story:
    """Return the story with people, dateline, agencies, and where it was republished from."""
    people = read_people(entry, texts, document, source)
    opening = open_with(texts)
    makers = credit_makers(texts, (document.title, source.title or ""))
    opened = opening.agencies if opening else ()
    credited = (*list_credits(entry), *people.agencies, *opened, *makers.agencies)
    words = f"{story.headline}\n{story.standfirst}\n{story.body_text}"
    paragraphs = (*words.split("\n"), *texts.credits)
    publication = name_publication(entry, document, source)
    stated = people.people or (opening.people if opening else ())
    found = Inference(field="byline", origin="found in the text")
    named = bool(publication and plain_label(entry.source_title))
    address = clean_url(entry.source_url) if named and entry.source_url else None
    return replace(
        story,
        byline=stated or makers.people,
        dateline=opening.dateline if opening else None,
        agencies=find_agencies(paragraphs, credited),
        attribution_title=publication,
        attribution_url=address or "",
        inferred=(found,) if makers.people and not stated else (),
    )
