"""Plans a timetable: which session in which slot and room, and what cannot be.

`problem` and `plan` are the values and their JSON, `check` states every hard rule plainly over a finished plan, `value`
every soft term, `constraints` the same to the solver, `solve` finds plans, `explain` says why there is none.
"""
