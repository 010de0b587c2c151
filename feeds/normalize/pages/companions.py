"""Pictures beside a saved page: browsers put them into a folder that nobody else can reach."""

import re
from typing import Final
from urllib.parse import unquote

from lxml import etree

from feeds.normalize.media.attached import ADDRESSES, read_address
from feeds.text.beside import name_page_beside
from feeds.text.markup import remove_elements

_LONGEST_NAME: Final = 300


def drop_companions(root: "etree._Element", name: str) -> None:
    """Take out of a saved page what lies beside its file: pictures, and where links lead.

    A picture that states its address in the web as well keeps that one.

    Args:
        root: The page.
        name: Of its file.
    """
    gone: list[etree._Element] = []
    for image in root.iter("img"):
        beside = [it for it in ADDRESSES if _is_companion(image.get(it, ""), name)]
        for attribute in beside:
            del image.attrib[attribute]
        if beside and not read_address(image):
            gone.append(image)
        elif "src" in beside:
            image.set("src", read_address(image))
    remove_elements(gone)
    for link in root.iter("a"):
        if _is_companion(link.get("href", ""), name):
            del link.attrib["href"]


def _is_companion(address: str, name: str) -> bool:
    """Tell whether an address leads into the folder that was saved beside a page.

    It is named like the file and a word, or ends in a word that browsers write: a file can have
    been renamed.
    """
    path = unquote(address.strip()).replace("\\", "/").removeprefix("./")
    folder, inside, _ = path.partition("/")
    if not (inside and folder) or len(folder) > _LONGEST_NAME:
        return False
    stem = re.escape(name.rpartition("/")[2].rpartition(".")[0])
    alike = re.fullmatch(rf"{stem}[_.-][^\W\d_]+", folder, re.IGNORECASE) if stem else None
    return bool(alike or name_page_beside(folder))
