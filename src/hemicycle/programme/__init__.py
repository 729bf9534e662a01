"""The programme: what takes place, where, when and with whom; its faults and its versions.

Owns: the findings of a programme (`rules`), their sentences (`wording`), the release document and the comparison of
two of them (`document`).
"""
