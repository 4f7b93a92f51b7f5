"""The chapters' tables and lists from the registers; each function is pure."""
