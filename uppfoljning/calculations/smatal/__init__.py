"""Small cells: which counts of persons a publication must not show (doman: small cells).

Pure. `rakning` says what a printed figure counts, `plan` which figures the releases of a year may
print, `skydd` which of them are hidden so that none of the small ones can be worked out.
"""
