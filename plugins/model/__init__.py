"""The domain: frozen records, closed vocabularies and Vietnamese text. Imports no Pelican."""
