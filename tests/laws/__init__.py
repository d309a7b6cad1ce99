"""What always holds (product.md), watched by somebody who knows the rules and none of the code."""
