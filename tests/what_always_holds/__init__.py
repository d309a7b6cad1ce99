"""What always holds, whatever anybody says: random households, random people, random days."""
