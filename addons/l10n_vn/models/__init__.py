from . import account_tax, account_move, account_move_rules, res_company, res_partner, template_vn
