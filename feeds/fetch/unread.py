"""Files of an inbox that are no articles: which are told, and with what advice."""

from pathlib import PurePath
from typing import Final

from feeds.text.advice import HOW_TO_SAVE
from feeds.text.beside import fold_name

_TYPE: Final = "put its text into a file (.txt)"
_OFFICE: Final = ".docx .doc .docm .dotx .rtf .rtfd .odt .fodt .ott .pages .wps .wpd .sxw .gdoc"
_SHEETS: Final = ".xlsx .xls .ods .numbers .pptx .ppt .odp .key"
_ARCHIVES: Final = ".zip .gz .tgz .bz2 .xz .zst .tar .7z .rar"
_PICTURES: Final = (
    ".jpg .jpeg .png .gif .webp .avif .svg .bmp .ico .tif .tiff .heic .heif .jfif .apng"
)
_RECORDINGS: Final = ".mp3 .m4a .ogg .oga .opus .wav .flac .aac .mp4 .m4v .webm .mov .mkv .avi .ogv"
_PROGRAMS: Final = ".css .js .mjs .map .woff .woff2 .ttf .otf .eot .wasm"
_ADVICE: Final = {
    ".pdf": ("a PDF", HOW_TO_SAVE),
    **dict.fromkeys(_OFFICE.split(), ("a document of an office program", HOW_TO_SAVE)),
    **dict.fromkeys(_SHEETS.split(), ("a table or slides", HOW_TO_SAVE)),
    **dict.fromkeys((".epub", ".mobi", ".azw3"), ("an e-book", HOW_TO_SAVE)),
    **dict.fromkeys((".msg", ".emlx", ".mbox", ".pst"), ("mail in this form", "save it as .eml")),
    **dict.fromkeys((".webarchive", ".maff"), ("a page in this form", "save it as HTML (.html)")),
    **dict.fromkeys((".url", ".webloc"), ("a link to a page", "save the page itself (.html)")),
    **dict.fromkeys(_ARCHIVES.split(), ("an archive", "unpack it")),
    **dict.fromkeys(_PICTURES.split(), ("a picture", _TYPE)),
    **dict.fromkeys(_RECORDINGS.split(), ("a recording", _TYPE)),
}
_COMPANIONS: Final = frozenset((*_PICTURES.split(), *_RECORDINGS.split(), *_PROGRAMS.split()))
# Programs keep these as folders.
_BUNDLES: Final = frozenset({".pages", ".numbers", ".key", ".rtfd", ".webarchive"})

# How hidden files, and the lock files of office programs, begin.
_NOT_OURS: Final = (".", "~")
_UNFINISHED: Final = (
    *("~", ".tmp", ".temp", ".bak", ".swp", ".swo", ".swx", ".lock", ".lck"),
    *(".part", ".partial", ".filepart", ".crdownload", ".opdownload", ".download", ".aria2"),
)
_OF_SYSTEMS: Final = frozenset(
    {
        *("thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx", "@eadir"),
        *("$recycle.bin", "system volume information", "lost+found"),
    }
)


def is_hidden(name: str) -> bool:
    """Tell whether a file or folder is meant for nobody, or is one of a system."""
    return name.startswith(_NOT_OURS) or fold_name(name) in _OF_SYSTEMS


def is_unfinished(name: str) -> bool:
    """Tell what an editor or a browser is still at, or keeps for itself."""
    return name.lower().endswith(_UNFINISHED) or (name.startswith("#") and name.endswith("#"))


def is_bundle(folder: str) -> bool:
    """Tell whether a folder is what people take for one file: ``Report.pages``."""
    return _find_ending(folder) in _BUNDLES


def is_companion(name: str) -> bool:
    """Tell what belongs to a page where one lies beside it or above: a picture, a style."""
    return _find_ending(name) in _COMPANIONS


def advise(name: str) -> str:
    """Return why a file is not read, and what to do, in words for people."""
    ending = _find_ending(name)
    if not ending:
        return "a file without an ending is not read: name it .txt, .md, .html or .eml"
    what, how = _ADVICE.get(ending, (f"a file that ends in {ending}", HOW_TO_SAVE))
    return f"{what} is not read: {how}"


def _find_ending(name: str) -> str:
    """Return the ending of a name with its dot, in small letters; empty for none."""
    return PurePath(name).suffix.lower()
