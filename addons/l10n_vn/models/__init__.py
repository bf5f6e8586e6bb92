from . import (
    account_tax, account_move, account_move_rules, account_payment, res_company, res_currency, res_partner, template_vn,
)
