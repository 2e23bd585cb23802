"""News, pages and documents of an office: Word files, saved pages of an old portal and plain texts to content files."""
