"""Plans of two levels: contributions into sessions of a track, and these into slots and rooms.

`problem` and `programme` are the values, `value` states plainly what is broken and what a programme costs, `models`
says the same to the solver, `order` puts the contributions of a session in order, `solve` finds programmes.
"""
