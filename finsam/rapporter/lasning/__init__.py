"""The reading view of a meeting's papers: its pages, and pictures of annexes."""
