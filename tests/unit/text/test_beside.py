"""The names of folders beside saved pages."""

import pytest

from feeds.text.beside import name_page_beside


@pytest.mark.parametrize(
    ("folder", "page"),
    [
        ("The Bridge_files", "the bridge"),
        ("Brücke-Dateien", "brücke"),
        ("a_b_fichiers", "a_b"),
        ("Most_su\u0301bory", "most"),
        ("पुल_फ़ाइलें", "पुल"),
        ("_files", ""),
        ("files", ""),
        ("my_files_2", ""),
        ("profiles", ""),
        ("x" * 300 + "_files", ""),
    ],
)
def test_a_folder_names_the_page_it_was_made_for(folder: str, page: str) -> None:
    """By what stands before the word of the browser; nothing where there is none."""
    assert page == name_page_beside(folder)
