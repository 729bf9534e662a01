"""The timetable as people speak of it: what a plan demands, and what stands in its way, in sentences."""
