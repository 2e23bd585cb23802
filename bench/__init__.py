"""The benchmark behind ``make bench``: one corpus, built by this program, by stock Pelican and by Hugo, in turns."""
