"""Writes to the follow-up."""
