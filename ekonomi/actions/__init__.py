"""Writes to the ledger: a year's file read in, a year closed and opened."""
