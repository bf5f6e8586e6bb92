from . import account_payment_register, account_move_reversal, account_trial_balance
