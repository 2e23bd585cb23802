"""One value, many forms: records → bytes. Pure; the same records give the same bytes."""
