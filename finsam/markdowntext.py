"""The association's own words, Markdown (CommonMark, no HTML), as HTML that is safe to print."""

from markdown_it import MarkdownIt
from markdown_it.token import Token


def ny_lasare() -> MarkdownIt:
    """A reader of such words. No pictures: a page may not fetch them, and a PDF stops at one."""
    return MarkdownIt("commonmark", {"html": False}).disable("image")


LASARE = ny_lasare()


def som_html(markdown: str, rubrikniva: int = 3) -> str:
    """The text as HTML; its headings begin at `rubrikniva` and skip no level."""
    tokens = LASARE.parse(markdown)
    justera_rubriker(tokens, rubrikniva)
    return str(LASARE.renderer.render(tokens, LASARE.options, {}))


def justera_rubriker(tokens: list[Token], forsta: int) -> None:
    """Headings begin at the level `forsta` and skip none."""
    nivaer = sorted({t.tag for t in tokens if t.type == "heading_open"})
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(forsta + nivaer.index(token.tag), 6)}"
