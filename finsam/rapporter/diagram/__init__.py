"""Charts as SVG, drawn by pure functions: the same picture on screen and on paper.

Presentation attributes only (no style sheet, no script), so that a strict content policy and a
PDF both take them as they are. Every value stands as text; what a chart says is never told by
colour alone. `bygg` makes the charts of a report, with their finding in words and their table.
"""
