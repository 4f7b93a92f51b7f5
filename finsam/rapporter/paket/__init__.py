"""A meeting's papers as one PDF: notice and agenda, writings and annexes, sent and kept."""
