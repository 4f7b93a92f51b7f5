"""The charts of the documents, drawn by pure functions: the same picture on screen and on paper.

`bygg` makes the charts of a report, with their finding in words and their table.
"""
