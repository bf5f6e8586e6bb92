"""Constants shared with addons."""

SCRIPT_EXTENSIONS = ("js",)
STYLE_EXTENSIONS = ("css", "scss", "sass", "less")
TEMPLATE_EXTENSIONS = ("xml",)
ASSET_EXTENSIONS = SCRIPT_EXTENSIONS + STYLE_EXTENSIONS + TEMPLATE_EXTENSIONS
SUPPORTED_DEBUGGER = {"pdb", "ipdb", "wdb", "pudb"}

#: Records prefetched together.
PREFETCH_MAX = 1000
#: Records of one garbage collection pass.
GC_UNLINK_LIMIT = 100_000
EXTERNAL_ASSET = object()
