"""The folder of plain files: how an association starts, moves and leaves.

A folder holds parts (medlemmar.csv, 2024.se, texter/…). Each room says in its `imports.py` which
parts it has; the ground floor reads them in the order of the rooms, all or nothing.
"""
