"""Outside documents to content files: official workbooks, lists and detail exports."""
