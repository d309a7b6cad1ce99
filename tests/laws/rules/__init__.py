"""What always holds: a file for each kind of rule, and the court that holds every turn against them."""
