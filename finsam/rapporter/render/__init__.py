"""One report object, four forms: HTML, PDF, Excel and JSON."""
