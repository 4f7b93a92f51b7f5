"""Tables in files: reading .csv and .xlsx with the place of every cell, and writing them safely."""
