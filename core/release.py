"""Version of Sen, and of the addon API it speaks."""

product_name = "Sen"
description = "Sales, stock and accounting for trading companies"
product_version = "1.0.0"

#: The addon API contract: addons of this series install here.
series = serie = major_version = "18.0"
version_info = (18, 0, 0, "final", 0, "")
version = "18.0"
RELEASE_LEVELS = ["alpha", "beta", "candidate", "final"]
MIN_PY_VERSION = (3, 11)
MIN_PG_VERSION = 15
license = "LGPL-3"
url = ""
author = "The Sen contributors"
author_email = ""
