"""Folders that browsers make beside a page they save: for its pictures, frames and programs."""

import re
from typing import Final
from unicodedata import normalize

# How browsers end the name of that folder, in their languages.
_ENDING: Final = re.compile(
    r"(?<=.)(?:[_.](?:files?|fichiers|archivos|arquivos|ficheiros|bestanden|pliki|soubory|súbory|subory"
    r"|dosyalar|dosyaları|tiedostot|elemei|datoteke|fajlovi|fitxers|fitxategiak|ficheros|bylos"
    r"|fails|faili|failid|fișiere|fisiere|fișierele|skrár|skedarë|berkas|ffeiliau|comhaid|ficheiro"
    r"|αρχεία|файлы|файли|файлове|файлови|датотеке|датотеки|файлдар|קבצים|ملفات|فایل‌ها|پرونده‌ها"
    r"|文件|檔案|ファイル|파일|ไฟล์|फ़ाइलें|ֆայլեր|ფაილები)"
    r"|-(?:dateien|filer|bestanden))$",
    re.IGNORECASE,
)
_LONGEST_NAME: Final = 300


def name_page_beside(folder: str) -> str:
    """Return the name, without ending, of the page that a browser made such a folder for.

    Empty for a folder that is called otherwise. Letters are composed and small, for comparing.
    """
    name = fold_name(folder)
    ending = _ENDING.search(name) if len(name) <= _LONGEST_NAME else None
    return name[: ending.start()] if ending else ""


def fold_name(name: str) -> str:
    """Return the name of a file or folder in one spelling: some disks take letters apart."""
    return normalize("NFC", name).lower()
