"""The guard before the switch: the new release held against the live one, each finding with its page and its remedy.

What may pass, and how:

| kind | what | passes |
|---|---|---|
| LINK | a broken link or anchor, an id twice in a page | ``URGENT="reason"`` |
| BUDGET | a page, picture, style or script that is too heavy | ``URGENT="reason"`` |
| LOSS | an address, a section, items, feed ids that were public and would be lost; the clock set back | ``GONE=1`` |
| LEAK | what is not public, a path of the build machine, foreign contacts, hidden data of a picture | never |
| BROKEN | active content, XML that is not well formed | never |

When an address may vanish (:mod:`publishing.guard.vanished`): it leads on by a line of ``chuyen-huong.txt`` or an alias; a
line ``old -`` says that it is gone; or its item is still there in the content and is a draft, scheduled or expired. A list
goes with what it lists; those of cited documents go with the words that cite. An address on a printed QR code needs the line, whatever became of its item.
"""
