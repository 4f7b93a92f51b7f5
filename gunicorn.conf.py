"""How the server runs, here and in operation: gunicorn finsam.wsgi reads this file by itself."""

workers = 2
threads = 4
# Browsers keep their connection between clicks; the default two seconds reset idle ones.
keepalive = 75
# A large PDF or import may take longer than the default half minute.
timeout = 120
