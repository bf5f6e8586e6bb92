def migrate(cr, version):
    """What was called cost is the price."""
    cr.execute("ALTER TABLE shop_item RENAME COLUMN cost TO price")
