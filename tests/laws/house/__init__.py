"""The household as it is lived: devices, a clock, all that goes in and out, and now and then a death."""
