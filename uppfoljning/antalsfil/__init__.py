"""Files of counts: a table of them, or a row per participant that is counted and thrown away.

Nothing of a participant's row leaves this package: not in what it gives back, not in a message.
"""
