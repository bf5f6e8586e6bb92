"""The records without which no record can be created: a currency, the main company, and the technical user.

They refer to each other in a circle (a user needs a company, a company a contact, a contact its creator), so they are
written with SQL, before the data files of `base` complete them.
"""

_ROOT_USER, _MAIN_COMPANY, _COMPANY_PARTNER, _ROOT_PARTNER = 1, 1, 1, 2

_STATEMENTS = (
    """INSERT INTO res_currency (id, name, symbol, rounding, decimal_places, active, position)
       VALUES (1, 'USD', '$', 0.01, 2, true, 'before')""",
    """INSERT INTO res_partner (id, name, complete_name, type, is_company, active, commercial_partner_id,
                                commercial_company_name, partner_share)
       VALUES (1, 'My Company', 'My Company', 'contact', true, true, NULL, 'My Company', true),
              (2, 'System', 'System', 'contact', false, false, NULL, NULL, false)""",
    "UPDATE res_partner SET commercial_partner_id = id WHERE id IN (1, 2)",
    """INSERT INTO res_company (id, name, partner_id, currency_id, parent_path, active, sequence, layout_background)
       VALUES (1, 'My Company', 1, 1, '1/', true, 0, 'Blank')""",
    """INSERT INTO res_users (id, login, password, active, partner_id, company_id, share)
       VALUES (1, '__system__', NULL, false, 2, 1, false)""",
    "INSERT INTO res_company_users_rel (cid, user_id) VALUES (1, 1)",
    """INSERT INTO ir_model_data (module, name, model, res_id, noupdate)
       VALUES ('base', 'USD', 'res.currency', 1, true),
              ('base', 'main_partner', 'res.partner', 1, true),
              ('base', 'partner_root', 'res.partner', 2, true),
              ('base', 'main_company', 'res.company', 1, true),
              ('base', 'user_root', 'res.users', 1, true)""",
)
_STAMPED = ("res_currency", "res_partner", "res_company", "res_users", "ir_model_data")


def create_first_records(cr):
    """Insert the first records into an empty database; does nothing when the technical user exists."""
    cr.execute("SELECT 1 FROM res_users WHERE id = %s", [_ROOT_USER])
    if cr.fetchone():
        return
    for statement in _STATEMENTS:
        cr.execute(statement)
    for table in _STAMPED:
        cr.execute(
            f"""UPDATE "{table}" SET create_uid = 1, write_uid = 1,
                       create_date = now() AT TIME ZONE 'UTC', write_date = now() AT TIME ZONE 'UTC'""")
        cr.execute(f"SELECT setval('\"{table}_id_seq\"', (SELECT max(id) FROM \"{table}\"))")
