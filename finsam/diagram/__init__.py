"""What charts are drawn with: pure functions that give SVG, for the rooms' pages and the documents.

Presentation attributes only (no style sheet, no script), so that a strict content policy and a
PDF both take them as they are. Every value stands as text; what a chart says is never told by
colour alone.
"""
