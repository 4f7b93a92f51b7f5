"""Chapters made of the quarterly reports: the memo has them all, the annual report some."""
