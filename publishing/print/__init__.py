"""A4 sheets as PDF files: made once, made again only when what they show has changed."""
