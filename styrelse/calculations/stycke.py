"""The first paragraph of a text, for where it is told in short. Pure."""

from markdown_it import MarkdownIt

LASARE = MarkdownIt("commonmark", {"html": False})


def forsta_stycket(markdown: str) -> str:
    """The words of the first paragraph of the association's text, without marks; empty for none.

    Headings, lists and tables are passed by.
    """
    tokens = LASARE.parse(markdown)
    for nr, token in enumerate(tokens):
        if token.type == "paragraph_open" and token.level == 0:
            delar = tokens[nr + 1].children or []
            ord_ = (" " if d.type in ("softbreak", "hardbreak") else d.content for d in delar)
            return " ".join("".join(ord_).split())
    return ""
