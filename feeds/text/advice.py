"""What people can do about a file that is no text: said alike wherever it turns out."""

from typing import Final

HOW_TO_SAVE: Final = "save it as text (.txt), HTML (.html) or e-mail (.eml)"
"""Of what another program can open and write again."""
