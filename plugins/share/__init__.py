"""Share: a short text and a picture of one item for Zalo and Facebook."""
