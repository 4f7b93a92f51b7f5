"""SIE 1-4 read, checked and written. Pure: no Django, no database, no clock."""
