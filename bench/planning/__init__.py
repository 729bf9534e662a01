"""What the planner is worth: public instances, scored by independent evaluators, and its growth with size."""
