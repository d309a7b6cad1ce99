"""What always holds (docs/rules.md), watched by somebody who knows the rules and none of the code."""
