{
    "name": "Benchmark Models",
    "version": "1.0",
    "summary": "Plain models with every common kind of column, for measuring the kernel alone",
    "depends": ["base"],
    "data": ["security/access.xml"],
    "license": "LGPL-3",
}
