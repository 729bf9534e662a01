"""The file formats that the engines and the house share, as frozen values.

`programme` holds `hemicycle.programme/1`, `reading` holds `hemicycle.reading/1`, `findings` holds
`hemicycle.findings/1`; `canonical` turns any of them into bytes and a digest. The formats themselves are
described for strangers in `docs/reference/formats.md`.
"""
