"""Foundation without I/O: errors, configuration, safe expressions, rounding, text and the clock."""
