"""The decision room: its address, its controls, its table, and scenarios played in it."""
