"""What the programme has to say, in words."""
