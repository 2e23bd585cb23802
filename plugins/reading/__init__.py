"""From files to typed front matter and clean HTML. What is not public is never read past its front matter."""
