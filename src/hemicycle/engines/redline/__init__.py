"""The text engine: negotiated texts with lasting identities, proposals on them, and their way through versions.

Pure: values in, values out. `tree` holds texts, `amend` applies operations, `diff` finds them, `comparing` tells what
changed, `carrying` brings open proposals to a new version, `collisions` maps where they meet, `numbering` gives display
numbers, `text_json`, `proposals_json` and `carry_json` are the file formats, `reading` reads drafts from files.
"""
